"""The `vitae-server` command."""

from pathlib import Path

import pytest

from database.state import DatabaseState, inspect
from resources.version import program_version
from server.core.settings import DATABASE_VARIABLE, default_database_url
from server.main import DATABASE_FAILED, main


def test_migrate_makes_a_database_and_may_be_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An administrator's script runs it at every start."""
    path = tmp_path / "data" / "vitae.db"
    for _ in range(2):
        assert main(["migrate", "--database", f"sqlite:///{path}"]) == 0
    assert inspect(path) is DatabaseState.CURRENT
    assert "revision" in capsys.readouterr().out


def test_a_database_that_cannot_be_used_has_its_own_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words on standard error, no traceback."""
    path = tmp_path / "vitae.db"
    path.write_bytes(b"not a database" * 100)
    assert main(["migrate", "--database", f"sqlite:///{path}"]) == DATABASE_FAILED
    assert "damaged" in capsys.readouterr().err
    assert main(["migrate", "--database", "mysql://x"]) == DATABASE_FAILED


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Support asks for it first."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"vitae-server {program_version()}\n"


def test_wrong_use_is_status_2() -> None:
    """As in every command of ours."""
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2


def test_the_environment_names_the_database() -> None:
    """An address with a password does not belong on a command line."""
    assert default_database_url({DATABASE_VARIABLE: "postgresql://x"}) == "postgresql://x"
    assert default_database_url({}).startswith("sqlite:///")
