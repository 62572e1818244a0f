"""What is painted tells its meaning by shape and length, not by colour alone."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ai_agents.vocabulary import Band, Severity
from desktop.widgets.icons import icon
from desktop.widgets.reading_column import ReadingColumn
from desktop.widgets.score_bar import BandShape, ScoreBar
from desktop.widgets.shapes import paint_badge, paint_band, paint_severity, paint_underline
from desktop.widgets.style import DARK, MarkGroup, Theme
from desktop.widgets.theme import ThemeKeeper, qt_palette
from resources.access import resource_path

BLACK = "#000000"


def drawn(draw: Callable[[QPainter], None]) -> QImage:
    """Return what a function draws on white, 48 × 24 pixels."""
    image = QImage(48, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def all_different(images: list[QImage]) -> bool:
    """Whether no two pictures are alike."""
    return all(one != other for one, other in combinations(images, 2))


def test_bands_differ_in_shape(qapp: QApplication) -> None:
    """In one colour the five bands and 'no score' are six shapes."""
    box = QRectF(4, 4, 16, 16)
    bands = (*Band, None)
    assert all_different([drawn(lambda p, b=b: paint_band(p, box, b, BLACK)) for b in bands])


def test_severities_differ_in_shape(qapp: QApplication) -> None:
    """In one colour the three severities are three shapes."""
    box = QRectF(4, 4, 16, 16)
    assert all_different([drawn(lambda p, s=s: paint_severity(p, box, s, BLACK)) for s in Severity])


def test_groups_differ_in_underline(qapp: QApplication) -> None:
    """In one colour the four groups are four underlines."""
    assert all_different(
        [drawn(lambda p, g=g: paint_underline(p, 2, 46, 12, g, BLACK)) for g in MarkGroup]
    )


def test_strengths_differ_in_badge(qapp: QApplication) -> None:
    """A strength's number stands in a square, an issue's in a disc; the number is drawn."""
    box = QRectF(2, 2, 20, 20)

    def badge(number: int, *, strength: bool) -> QImage:
        return drawn(
            lambda p: paint_badge(p, box, number, fill=BLACK, text="#FFFFFF", strength=strength)
        )

    assert all_different(
        [badge(3, strength=False), badge(3, strength=True), badge(4, strength=False)]
    )


@pytest.mark.parametrize(("fraction", "shown"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (1.7, 1.0)])
def test_a_bar_is_as_long_as_its_score(qtbot: QtBot, fraction: float, shown: float) -> None:
    """The filled share is the score's, never more than the track."""
    keeper = ThemeKeeper()
    bar = ScoreBar(keeper)
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show_score(fraction, Band.GOOD, "half")
    picture = bar.grab().toImage()
    fill = QColor(keeper.theme.palette.good).name()
    ratio = picture.devicePixelRatio()
    row = round(4 * ratio)
    filled = sum(QColor(picture.pixel(x, row)).name() == fill for x in range(picture.width()))
    assert filled / picture.width() == pytest.approx(shown, abs=0.03)
    assert bar.accessibleName() == "half"


def test_a_bar_grows_from_the_right_in_right_to_left_languages(qtbot: QtBot) -> None:
    """Mirrored layouts mirror the bar."""
    keeper = ThemeKeeper()
    bar = ScoreBar(keeper)
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_score(0.25, Band.GOOD, "quarter")
    picture = bar.grab().toImage()
    fill = QColor(keeper.theme.palette.good).name()
    assert QColor(picture.pixel(190, 4)).name() == fill
    assert QColor(picture.pixel(10, 4)).name() != fill


def test_a_shape_says_its_word(qtbot: QtBot) -> None:
    """The band's word is there for a screen reader and on hover."""
    shape = BandShape(ThemeKeeper())
    qtbot.addWidget(shape)
    shape.show_band(Band.FAIR, "Fair")
    assert (shape.accessibleName(), shape.toolTip()) == ("Fair", "Fair")
    assert not shape.grab().isNull()


def test_every_icon_can_be_drawn_in_the_themes_colour(qapp: QApplication) -> None:
    """All shipped SVG files are sound and take the text's colour."""
    theme = Theme(palette=DARK)
    names = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
    assert "copy" in names
    for name in names:
        source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
        picture = icon(name, theme).pixmap(32, 32).toImage()
        opaque = sum(
            picture.pixelColor(x, y).alpha() > 128
            for x in range(picture.width())
            for y in range(picture.height())
        )
        assert opaque > 10, name
        assert "<script" not in source


def test_resume_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    """Words of a file that look like HTML are shown as they are."""
    column = ReadingColumn("Text")
    qtbot.addWidget(column)
    label = column.add_text("<b>bold</b> <img src='file:///etc/passwd'>")
    column.add_table([("<i>n</i>", "<i>v</i>", "<i>r</i>")])
    labels = column.findChildren(QLabel)
    assert label in labels
    assert {each.textFormat() for each in labels} == {Qt.TextFormat.PlainText}


def test_a_theme_is_told_only_when_it_is_another(qtbot: QtBot) -> None:
    """Widgets do not redraw for nothing."""
    keeper = ThemeKeeper()
    with qtbot.assertNotEmitted(keeper.themeChanged):
        keeper.change(Theme())
    with qtbot.waitSignal(keeper.themeChanged) as signal:
        keeper.change(Theme(palette=DARK))
    assert signal.args == [Theme(palette=DARK)]


def test_qt_roles_follow_the_palette(qapp: QApplication) -> None:
    """Widgets the style sheet does not reach have our colours too."""
    palette = qt_palette(DARK)
    assert palette.window().color().name() == DARK.window.lower()
    assert palette.highlightedText().color().name() == DARK.on_accent.lower()
