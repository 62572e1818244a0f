"""The palettes keep the promised contrast, computed anew from the style file."""

import pytest

from ai_agents.vocabulary import Band, Dimension, Severity
from desktop.widgets.style import (
    LIGHT,
    MARK_GROUPS,
    PALETTES,
    PAPER,
    MarkGroup,
    Palette,
    Theme,
    contrast,
    luminance,
    stylesheet,
)
from resources.access import read_text

TEXT, PARTS = 4.5, 3.0
every_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.scheme.value)


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21:1, a colour on itself 1:1, and the order does not matter."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)
    assert luminance("#FF0000") == pytest.approx(0.2126, abs=1e-4)


@every_palette
def test_text_can_be_read_on_every_ground(palette: Palette) -> None:
    """Text, muted text, bands, groups and links reach 4.5:1 wherever they stand."""
    grounds = (
        palette.window,
        palette.surface,
        palette.card,
        palette.card_selected,
        palette.hover,
    )
    inks = (
        palette.text,
        palette.muted,
        palette.accent,
        *(palette.band(band) for band in Band),
        *(palette.severity(severity) for severity in Severity),
        *(palette.group(group) for group in MarkGroup),
    )
    for ground in grounds:
        for ink in inks:
            assert contrast(ink, ground) >= TEXT, (palette.scheme, ink, ground)
    assert contrast(palette.on_accent, palette.accent) >= TEXT


@every_palette
def test_parts_of_controls_can_be_seen(palette: Palette) -> None:
    """Borders, the focus ring and bars reach 3:1 against what they lie on."""
    for ground in (palette.surface, palette.card, palette.window):
        assert contrast(palette.control_border, ground) >= PARTS, (palette.scheme, ground)
        assert contrast(palette.focus, ground) >= PARTS
    for band in Band:
        assert contrast(palette.band(band), palette.track) >= PARTS, (palette.scheme, band)


def test_marks_can_be_told_on_paper_and_highlight() -> None:
    """Text on a highlight and badge numbers reach 4.5:1, underlines and outlines 3:1."""
    for ground in (
        PAPER.paper,
        PAPER.highlight,
        PAPER.highlight_selected,
        PAPER.highlight_strength,
    ):
        assert contrast(PAPER.text, ground) >= TEXT
        for group in MarkGroup:
            assert contrast(PAPER.group(group), ground) >= PARTS
        assert contrast(PAPER.outline, ground) >= PARTS
        assert contrast(PAPER.hidden, ground) >= PARTS
    for group in MarkGroup:
        assert contrast(PAPER.on_badge, PAPER.group(group)) >= TEXT


def test_every_dimension_has_an_underline() -> None:
    """No dimension's evidence goes unmarked, and all four styles are in use."""
    assert set(MARK_GROUPS) == set(Dimension)
    assert set(MARK_GROUPS.values()) == set(MarkGroup)


@every_palette
def test_the_style_sheet_is_filled_completely(palette: Palette) -> None:
    """Every placeholder of the sheet has a value, in every palette."""
    sheet = stylesheet(read_text("styles", "vitae.qss"), Theme(palette=palette))
    assert "$" not in sheet
    assert palette.accent in sheet


def test_text_size_follows_the_factor() -> None:
    """Doubling the text doubles the body size in the sheet."""
    assert stylesheet("$body_text", Theme(text_factor=2.0)) == "20.0pt"


@pytest.mark.parametrize("factor", [0.79, 2.01])
def test_text_sizes_outside_the_range_are_refused(factor: float) -> None:
    """The promised range is 80–200 %."""
    with pytest.raises(ValueError, match="outside"):
        Theme(text_factor=factor)


def test_only_light_is_light() -> None:
    """The palettes know which of them are dark."""
    assert [palette.is_dark for palette in PALETTES.values()] == [False, True, True]
    assert not LIGHT.is_dark
