"""The server as an administrator starts it: a process, a port, and its end."""

import http.client
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from database.exchange import routes
from database.exchange.errors import ErrorAnswer
from server.main import main

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(sys.platform == "win32", reason="ends the server by a POSIX signal"),
]


@contextmanager
def serving(database: Path) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """Run `vitae-server serve` on a free port of this machine only; yield it and the port."""
    command = [sys.executable, "-m", "server.main", "serve", "--port", "0"]
    command += ["--database", f"sqlite:///{database}"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            for line in process.stderr:
                if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                    break
            else:
                pytest.fail("the server ended before it served")
            yield process, int(found[1])
        finally:
            process.kill()


def ask(port: int, method: str, path: str) -> tuple[http.client.HTTPResponse, Any]:
    """Return an answer and its JSON."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    body = json.loads(answer.read())
    connection.close()
    return answer, body


def test_a_started_server_answers_and_ends_when_told(tmp_path: Path) -> None:
    """Health, the one error shape over a real wire, no software's name, a clean end by SIGTERM."""
    database = tmp_path / "vitae.db"
    assert main(["migrate", "--database", f"sqlite:///{database}"]) == 0
    with serving(database) as (process, port):
        ready, body = ask(port, "GET", routes.READY)
        assert (ready.status, body["status"]) == (200, "ready")
        assert ready.getheader("Server") is None
        for method, path, status, code in (
            ("GET", "/api/v1/nothing", 404, "not-found"),
            ("GET", "/%2e%2e/etc/passwd", 404, "not-found"),
            ("DELETE", routes.HEALTH, 405, "method-not-allowed"),
        ):
            answer, body = ask(port, method, path)
            error = ErrorAnswer.model_validate(body).error
            assert (answer.status, error.code) == (status, code)
            assert error.request_id == answer.getheader("X-Request-ID")
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) in (0, -signal.SIGTERM)


def test_a_server_without_a_database_says_so_and_goes_on(tmp_path: Path) -> None:
    """Started before `migrate`: it is not ready, and becomes so without a restart."""
    database = tmp_path / "vitae.db"
    with serving(database) as (_process, port):
        answer, body = ask(port, "GET", routes.READY)
        assert (answer.status, body["error"]["code"]) == (503, "not-ready")
        assert main(["migrate", "--database", f"sqlite:///{database}"]) == 0
        assert ask(port, "GET", routes.READY)[0].status == 200
