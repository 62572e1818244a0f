"""Looks whether a screen answers before Qt is asked to draw on it: Qt would abort the process."""

import re
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from desktop.errors import DisplayError

#: The path of a Unix socket (a leading NUL: Linux' abstract names), or a host and its port.
Address: TypeAlias = str | tuple[str, int]

#: A display of another computer may be slow; a local one answers at once.
_PATIENCE_S = 3.0
_NEXT = "On a computer without a screen use `vitae review FILE`."
_X11_PORT = 6000
X11_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108 - the place is fixed by X11
# man 7 X: [protocol/][host]:number[.screen]
_DISPLAY = re.compile(r"(?:\w+/)?(?P<host>[^/]*):(?P<number>\d{1,5})(?:\.\d+)?")


def check_display(environment: Mapping[str, str], connects: Callable[[Address], bool]) -> None:
    """Make sure that one of the screens that Qt would try answers; for Linux.

    Args:
        environment: the process's environment variables.
        connects: whether something listens at an address.

    Raises:
        DisplayError: there is no screen, or none answers.
    """
    x11, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    names = [name.partition(":")[0] for name in _wanted(environment) if name]
    if any(name != "xcb" and not name.startswith("wayland") for name in names):
        return  # offscreen, minimal, vnc, linuxfb …: they need no server
    has_socket = bool(environment.get("WAYLAND_SOCKET"))
    if not (x11 or wayland or has_socket):
        raise DisplayError("no-display", "there is no display to open a window on.", _NEXT)
    wants_x11 = not names or "xcb" in names
    wants_wayland = not names or any(name.startswith("wayland") for name in names)
    if wants_wayland and has_socket:
        return
    addresses = [
        *(x11_addresses(x11) if wants_x11 and x11 else ()),
        *(wayland_addresses(environment) if wants_wayland and wayland else ()),
    ]
    if not any(connects(address) for address in addresses):
        named = " and ".join(name for name in (x11, wayland) if name)
        raise DisplayError("no-display", f"the display {named} does not answer.", _NEXT)


def _wanted(environment: Mapping[str, str]) -> list[str]:
    return environment.get("QT_QPA_PLATFORM", "").split(";")


def x11_addresses(display: str) -> tuple[Address, ...]:
    """Return where the server of an X display may listen, in libxcb's order; none if misspelt."""
    match = _DISPLAY.fullmatch(display)
    if match is None:
        # Launchers of some systems put the path of a socket here.
        return (display.rpartition(":")[0] or display,) if display.startswith("/") else ()
    host, number = match["host"], int(match["number"])
    if host not in ("", "unix"):
        return ((host.strip("[]"), _X11_PORT + number),)
    path = f"{X11_SOCKETS}{number}"
    return (f"\0{path}", path, ("localhost", _X11_PORT + number))


def wayland_addresses(environment: Mapping[str, str]) -> tuple[Address, ...]:
    """Return the socket of the Wayland display; none where nobody says in which folder."""
    name, folder = environment["WAYLAND_DISPLAY"], environment.get("XDG_RUNTIME_DIR", "")
    if name.startswith("/"):
        return (name,)
    return (str(Path(folder) / name),) if folder else ()


def connects(address: Address) -> bool:
    """Return whether something listens at this address."""
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, _PATIENCE_S).close()
            return True
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(_PATIENCE_S)
            probe.connect(address)
    except (OSError, ValueError):  # ValueError: a host that no name system can spell
        return False
    return True
