"""One window per data folder: a second start hands its files to the first and leaves."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_MOST_BYTES = 1_000_000


class SingleInstance(QObject):
    """Holds the data folder's lock, and listens for later starts.

    Signals:
        filesHanded: a later start handed over its files; payload list of paths, maybe empty.
    """

    filesHanded = Signal(object)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(lock.resolve()).encode()).hexdigest()[:24]
        self._name = f"vitae-{digest}"
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._callers: list[QLocalSocket] = []

    def claim(self) -> bool:
        """Become the one window; False when another holds the folder.

        A folder that takes no lock file (read-only) has no other window that could write to it.
        """
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(self._name)  # left behind by a crash
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(self._name)
        return True

    def hand_over(self, files: list[Path]) -> bool:
        """Give files to the window that holds the folder; False when it does not answer."""
        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        message = json.dumps([str(path.absolute()) for path in files])
        socket.write(message.encode() + b"\n")
        sent = socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return sent

    def release(self) -> None:
        """Let go of the folder."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connected(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()):
            socket.setReadBufferSize(_MOST_BYTES)
            self._callers.append(socket)
            socket.readyRead.connect(self._on_readable)
            socket.disconnected.connect(self._on_readable)
        self._on_readable()

    def _on_readable(self) -> None:
        """Take every whole message, and forget callers that have gone."""
        for socket in tuple(self._callers):
            while socket.canReadLine():
                self._take(bytes(socket.readLine().data()))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._callers.remove(socket)
                socket.deleteLater()

    def _take(self, line: bytes) -> None:
        try:
            names = json.loads(line)
        except ValueError:
            return
        if isinstance(names, list):
            self.filesHanded.emit([Path(name) for name in names if isinstance(name, str)])
