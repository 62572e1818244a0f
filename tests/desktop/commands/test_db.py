"""`vitae db`: an administrator's three verbs, each safe to run twice."""

from pathlib import Path

from tests.support.command import vitae


def test_a_library_is_made_checked_and_backed_up(tmp_path: Path) -> None:
    """The verbs work one after another on a fresh folder."""
    folder = tmp_path / "data"
    assert vitae("db", "backup", "--data-dir", folder).returncode == 1
    for _ in range(2):
        assert vitae("db", "migrate", "--data-dir", folder).returncode == 0
    checked = vitae("db", "check", "--data-dir", folder)
    assert (checked.returncode, b"up to date" in checked.stdout) == (0, True)
    copied = vitae("db", "backup", "--data-dir", folder)
    assert copied.returncode == 0
    assert Path(copied.stdout.decode().strip()).stat().st_size > 0


def test_a_damaged_library_is_named_and_left_alone(tmp_path: Path) -> None:
    """Neither check nor migrate writes to it."""
    library = tmp_path / "library.sqlite3"
    library.write_bytes(b"no database" * 100)
    for action in ("check", "migrate"):
        done = vitae("db", action, "--data-dir", tmp_path)
        assert done.returncode == 1
        assert b"damaged" in done.stdout + done.stderr
    assert library.read_bytes() == b"no database" * 100
