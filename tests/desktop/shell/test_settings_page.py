"""Choices hold at once, everywhere, and are kept."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import AppPaths
from desktop.policy import Policies
from desktop.settings import Settings
from tests.support.qt_program import running


def test_a_choice_is_applied_and_kept_at_once(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """There is no Save button: colours, text size and industry change when they are chosen."""
    with running(qapp, paths) as program:
        page, theme = program.window.pages.settings_page, program.window._with.theme
        for name, value in (
            ("appearance", "dark"),
            ("text_size_percent", 150),
            ("industry", "academia"),
        ):
            box = page.box(name)
            box.setCurrentIndex(box.findData(value))
        assert theme.theme.palette.is_dark
        assert theme.theme.text_factor == 1.5
        program.intake.add_text("a" * 130)
        assert program.intake.model.items()[0].industry == "academia"
        again = Settings(paths.settings, Policies())
        assert again.get("appearance") == "dark"
        assert again.get("text_size_percent") == 150


def test_a_choice_made_elsewhere_shows_in_the_page(
    qtbot: QtBot, qapp: QApplication, paths: AppPaths
) -> None:
    """Ctrl+Plus and the field for the text size are the same setting."""
    with running(qapp, paths) as program:
        box = program.window.pages.settings_page.box("text_size_percent")
        program.window.zoom(1)
        assert box.currentData() == 110
