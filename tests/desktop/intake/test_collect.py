"""What a drop holds: files and folders become one list."""

from pathlib import Path

import pytest

from desktop.intake.collect import CONFIRM_ABOVE, Collected, collect
from desktop.tasks.cancel import CancelToken, TaskCancelled


def test_folders_are_searched_to_the_bottom_in_a_stable_order(tmp_path: Path) -> None:
    """Only what a reader understands is taken; hidden and lock files are left out."""
    deep = tmp_path / "b" / "c"
    deep.mkdir(parents=True)
    names = ("b/c/z.pdf", "a.DOCX", "b/note.jpg", ".hidden.pdf", "~$a.docx", "b/m.odt")
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = collect([tmp_path], CancelToken())
    assert [path.name for path in found.files] == ["a.DOCX", "m.odt", "z.pdf"]
    assert (found.folders, found.unsupported) == (1, 1)


def test_a_file_named_by_itself_is_always_taken_once(tmp_path: Path) -> None:
    """The reader then says what is wrong with it; what is gone is said."""
    photo = tmp_path / "photo.jpg"
    photo.write_text("x", encoding="utf-8")
    found = collect([photo, photo, tmp_path / "gone.pdf"], CancelToken())
    assert found.files == (photo,)
    assert found.missing == (tmp_path / "gone.pdf",)


def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    """A folder that contains itself is searched once."""
    (tmp_path / "a.pdf").write_text("x", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(collect([tmp_path], CancelToken()).files) == 1


def test_searching_stops_when_asked(tmp_path: Path) -> None:
    """Closing the window does not wait for a large disk."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(TaskCancelled):
        collect([tmp_path], token)


def test_many_files_are_confirmed_first() -> None:
    """Above 500, as UX asks."""
    files = tuple(Path(str(n)) for n in range(CONFIRM_ABOVE + 1))
    assert Collected(files).needs_confirmation
    assert not Collected(files[1:]).needs_confirmation
