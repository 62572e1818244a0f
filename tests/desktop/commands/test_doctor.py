"""`vitae doctor` and `vitae self-test`: what they say of healthy and of broken surroundings."""

import json
from pathlib import Path

import pytest

from desktop.commands import doctor
from desktop.commands.report_checks import CheckState
from desktop.paths import app_paths
from tests.support.command import vitae


def test_the_doctor_finds_the_main_job_working_and_changes_nothing(tmp_path: Path) -> None:
    """Status 0, one object, and no folder made by looking."""
    folder = tmp_path / "data"
    done = vitae("doctor", "--format", "json", "--data-dir", folder)
    told = json.loads(done.stdout)
    assert (done.returncode, told["ok"], told["schema"]) == (0, True, "vitae.doctor/1")
    assert [check["name"] for check in told["checks"]][:3] == ["program", "resources", "reader"]
    assert not folder.exists()


def test_the_doctor_speaks_plainly(tmp_path: Path) -> None:
    """One line per examination and a last word."""
    done = vitae("doctor", "--data-dir", tmp_path / "data")
    text = done.stdout.decode()
    assert "Resumes can be reviewed on this computer." in text
    assert all(f"  {name}: " in text for name in ("reader", "data folder", "database", "policy"))


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "none yet"), (b"this is no database at all" * 40, "damaged")],
)
def test_the_library_is_judged_without_touching_it(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """A damaged library is named and left as it is."""
    paths = app_paths(tmp_path)
    paths.database.write_bytes(content)
    assert said in doctor.database(paths).message
    assert paths.database.read_bytes() == content


def test_a_data_folder_that_cannot_be_made_is_a_note_with_a_way_out(tmp_path: Path) -> None:
    """The command works without a data folder, so this is no failure."""
    (tmp_path / "file").write_bytes(b"no folder")
    check = doctor.data_folder(app_paths(tmp_path / "file" / "data"))
    assert check.state is CheckState.NOTE
    assert "--data-dir" in check.hint


def test_the_self_test_passes_here() -> None:
    """What an installer's last step runs."""
    done = vitae("self-test", "--format", "json")
    told = json.loads(done.stdout)
    assert [check for check in told["checks"] if check["state"] != "works"] == []
    assert (done.returncode, told["ok"]) == (0, True)


def test_the_self_test_fails_where_children_cannot_work() -> None:
    """A broken installation is not called healthy."""
    done = vitae("self-test", environment={"PYTHONPATH": "/nowhere", "PYTHONHOME": "/nowhere"})
    assert done.returncode != 0
