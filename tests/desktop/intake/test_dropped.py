"""What a drag or the clipboard holds."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desktop.intake.dropped import describe, understand


def with_urls(*urls: str) -> QMimeData:
    """A drag of these addresses."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_files_and_folders_are_counted(tmp_path: Path) -> None:
    """The overlay says what letting go would do."""
    urls = [tmp_path.as_uri(), *((tmp_path / f"{n}.pdf").as_uri() for n in range(14))]
    assert describe(understand(with_urls(*urls))) == "Add 14 files and 1 folder"


def test_a_link_is_no_file() -> None:
    """A dragged web address is explained, nothing is fetched."""
    assert "link" in understand(with_urls("https://example.org/a.pdf")).problem


def test_an_attachment_has_to_be_saved_first() -> None:
    """Image data and promised files have no file yet."""
    image = QMimeData()
    image.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    promise = QMimeData()
    promise.setData("XdndDirectSave0", b"a.pdf")
    for data in (image, promise):
        assert describe(understand(data)) == "Save the attachment first, then drop it."


@pytest.mark.parametrize(
    ("length", "taken"), [(99, False), (100, True), (50_000, True), (50_001, False)]
)
def test_text_counts_within_the_limits(length: int, taken: bool) -> None:  # noqa: FBT001 - a parameter
    """100–50,000 characters are a resume (SPEC section 1)."""
    data = QMimeData()
    data.setText("x" * length)
    dropped = understand(data)
    assert bool(dropped.text) is taken
    assert bool(dropped.problem) is not taken
