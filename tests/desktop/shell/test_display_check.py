"""Before the window: a screen that does not answer is said in words, never by an abort of Qt."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import DisplayError
from desktop.shell.display_check import X11_SOCKETS, Address, check_display, connects, x11_addresses

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="displays are named so on Linux only"
)


@pytest.fixture
def listening() -> Iterator[Path]:
    """A folder with a socket `wayland-1` that takes connections, and a dead one `wayland-2`."""
    # A socket's path may have 107 bytes; pytest's own folders can be longer.
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{folder}/wayland-1")
        server.listen()
        with socket.socket(socket.AF_UNIX) as dead:
            dead.bind(f"{folder}/wayland-2")
        yield Path(folder)


def nobody(_address: Address) -> bool:
    """Nothing listens anywhere."""
    return False


def test_a_wayland_display_that_answers_is_enough(listening: Path) -> None:
    """By name or by path, and beside an X display that is gone."""
    local = {"XDG_RUNTIME_DIR": str(listening), "WAYLAND_DISPLAY": "wayland-1"}
    check_display(local, connects)
    check_display({"WAYLAND_DISPLAY": str(listening / "wayland-1")}, connects)
    beside = {**local, "DISPLAY": ":7"}
    check_display(beside, lambda address: isinstance(address, str) and connects(address))


@pytest.mark.parametrize("name", ["wayland-2", "wayland-9", "x" * 300])
def test_a_dead_wayland_socket_is_said(listening: Path, name: str) -> None:
    """Left behind, never there, or with an impossible name."""
    with pytest.raises(DisplayError, match="does not answer"):
        check_display({"XDG_RUNTIME_DIR": str(listening), "WAYLAND_DISPLAY": name}, connects)


def test_a_wayland_name_without_a_folder_reaches_nothing() -> None:
    """XDG_RUNTIME_DIR is lost by su and cron."""
    with pytest.raises(DisplayError, match="wayland-0"):
        check_display({"WAYLAND_DISPLAY": "wayland-0"}, connects)


@pytest.mark.parametrize(
    ("display", "addresses"),
    [
        (":0", (f"\0{X11_SOCKETS}0", f"{X11_SOCKETS}0", ("localhost", 6000))),
        ("unix:12.1", (f"\0{X11_SOCKETS}12", f"{X11_SOCKETS}12", ("localhost", 6012))),
        ("localhost:10.0", (("localhost", 6010),)),
        ("tcp/[::1]:2", (("::1", 6002),)),
        ("nonsense", ()),
    ],
)
def test_x_displays_have_their_addresses(display: str, addresses: tuple[Address, ...]) -> None:
    """As libxcb looks for them."""
    assert x11_addresses(display) == addresses
    with pytest.raises(DisplayError, match="does not answer"):
        check_display({"DISPLAY": display}, nobody)
    if addresses:
        check_display({"DISPLAY": display}, lambda address: address == addresses[-1])


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=9x9", "xcb;offscreen"])
def test_platforms_without_a_server_are_let_through(platform: str) -> None:
    """Tests and screenshots run without any display."""
    check_display({"QT_QPA_PLATFORM": platform}, nobody)


def test_only_the_platform_that_is_asked_for_counts(listening: Path) -> None:
    """Qt tries no other."""
    asked = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":7"}
    both = {**asked, "WAYLAND_DISPLAY": str(listening / "wayland-1")}
    with pytest.raises(DisplayError):
        check_display(both, lambda address: isinstance(address, str) and connects(address))


@pytest.mark.parametrize(
    "screen", [{"DISPLAY": ":999"}, {"WAYLAND_DISPLAY": "wayland-9"}], ids=["x11", "wayland"]
)
def test_the_program_says_so_and_ends(tmp_path: Path, screen: dict[str, str]) -> None:
    """With status 1, as without a display; Qt would end with 134 and a core dump."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**kept, "QT_QPA_PLATFORM": "", "XDG_RUNTIME_DIR": str(tmp_path), **screen},
    )
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr
