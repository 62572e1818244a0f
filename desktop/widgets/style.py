"""Every colour, distance and text size of the window, in one place and without Qt.

Three palettes of our own (light, dark, high contrast); the band colours and their measured contrast
come from the design's colour table. `tests/desktop/widgets/test_style.py` computes every contrast
again: text ≥ 4.5:1, parts of controls ≥ 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from string import Template

from ai_agents.vocabulary import Band, Dimension, Severity
from resources.access import resource_path


class Scheme(StrEnum):
    """Which palette the window wears."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class MarkGroup(StrEnum):
    """The four underline styles of evidence; each stands for a group of dimensions."""

    IMPACT = "impact"
    FIT = "fit"
    LAYOUT = "layout"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Palette:
    """The colours of one scheme as `#RRGGBB`; `surface` holds content, `card` lies on it."""

    scheme: Scheme
    window: str
    surface: str
    card: str
    card_selected: str
    text: str
    muted: str
    divider: str
    control_border: str
    accent: str
    on_accent: str
    focus: str
    hover: str
    track: str
    excellent: str
    good: str
    fair: str
    needs_work: str
    impact: str
    fit: str
    layout: str
    language: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return luminance(self.text) > luminance(self.surface)

    def band(self, band: Band) -> str:
        """Return a band's colour; word, bar length and shape tell excellent and strong apart."""
        return {
            Band.EXCELLENT: self.excellent,
            Band.STRONG: self.excellent,
            Band.GOOD: self.good,
            Band.FAIR: self.fair,
            Band.NEEDS_WORK: self.needs_work,
        }[band]

    def group(self, group: MarkGroup) -> str:
        """Return the colour of a group of dimensions beside text (on paper: `Paper.group`)."""
        return {
            MarkGroup.IMPACT: self.impact,
            MarkGroup.FIT: self.fit,
            MarkGroup.LAYOUT: self.layout,
            MarkGroup.LANGUAGE: self.language,
        }[group]

    def severity(self, severity: Severity) -> str:
        """Return a severity's colour."""
        return {
            Severity.CRITICAL: self.needs_work,
            Severity.WARNING: self.fair,
            Severity.INFO: self.excellent,
        }[severity]


LIGHT = Palette(
    scheme=Scheme.LIGHT,
    window="#ECEEF1",
    surface="#FFFFFF",
    card="#F5F6F8",
    card_selected="#E9F2F8",
    text="#1B1B1F",
    muted="#565B62",
    divider="#D9DCE1",
    control_border="#80868E",
    accent="#0B5E8E",
    on_accent="#FFFFFF",
    focus="#0B5E8E",
    hover="#E3E7EC",
    track="#D5DAE0",
    excellent="#0B5E8E",
    good="#2F6B1F",
    fair="#8A5A00",
    needs_work="#A3261B",
    impact="#0B5E8E",
    fit="#5B3E96",
    layout="#2F6B1F",
    language="#A3261B",
)
DARK = Palette(
    scheme=Scheme.DARK,
    window="#17181A",
    surface="#1E1F22",
    card="#2A2C30",
    card_selected="#263642",
    text="#ECECF1",
    muted="#A6ACB5",
    divider="#3A3D43",
    control_border="#7F868F",
    accent="#7CC4F0",
    on_accent="#10222E",
    focus="#7CC4F0",
    hover="#34373C",
    track="#43474E",
    excellent="#7CC4F0",
    good="#93D17F",
    fair="#F0B84A",
    needs_work="#FF9A8C",
    impact="#7CC4F0",
    fit="#C9B0F5",
    layout="#93D17F",
    language="#FF9A8C",
)
HIGH_CONTRAST = Palette(
    scheme=Scheme.HIGH_CONTRAST,
    window="#000000",
    surface="#000000",
    card="#000000",
    card_selected="#00243D",
    text="#FFFFFF",
    muted="#E6E6E6",
    divider="#FFFFFF",
    control_border="#FFFFFF",
    accent="#7FD4FF",
    on_accent="#000000",
    focus="#FFF200",
    hover="#2B2B2B",
    track="#5E5E5E",
    excellent="#7FD4FF",
    good="#A8F08F",
    fair="#FFD24A",
    needs_work="#FFB0A3",
    impact="#7FD4FF",
    fit="#D9C6FF",
    layout="#A8F08F",
    language="#FFB0A3",
)
PALETTES = {palette.scheme: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)}


MARK_GROUPS = {
    Dimension.ACHIEVEMENT_RELEVANCE: MarkGroup.IMPACT,
    Dimension.COMPETITIVE_POSITIONING: MarkGroup.IMPACT,
    Dimension.SKILLS_ALIGNMENT: MarkGroup.FIT,
    Dimension.EXPERIENCE_FIT: MarkGroup.FIT,
    Dimension.FORMAT: MarkGroup.LAYOUT,
    Dimension.ORGANIZATION: MarkGroup.LAYOUT,
    Dimension.COMPLETENESS: MarkGroup.LAYOUT,
    Dimension.TONE: MarkGroup.LANGUAGE,
}


@dataclass(frozen=True)
class Paper:
    """Colours of marks on a resume's page, which stays white paper in every scheme."""

    paper: str = "#FFFFFF"
    text: str = "#1B1B1F"
    highlight: str = "#FFF3CC"
    highlight_selected: str = "#FFE7A3"
    highlight_strength: str = "#E4F1DF"
    outline: str = "#8A5A00"
    hidden: str = "#A3261B"
    impact: str = "#0B5E8E"
    fit: str = "#5B3E96"
    layout: str = "#2F6B1F"
    language: str = "#A3261B"
    on_badge: str = "#FFFFFF"

    def fill(self, *, strength: bool, selected: bool) -> str:
        """Return the colour that is laid under a marked line."""
        if selected:
            return self.highlight_selected
        return self.highlight_strength if strength else self.highlight

    def group(self, group: MarkGroup) -> str:
        """Return the colour of a group's underline and badge."""
        return {
            MarkGroup.IMPACT: self.impact,
            MarkGroup.FIT: self.fit,
            MarkGroup.LAYOUT: self.layout,
            MarkGroup.LANGUAGE: self.language,
        }[group]


PAPER = Paper()


@dataclass(frozen=True)
class Spacing:
    """Distances in device-independent pixels, and text sizes as factors of the body size."""

    hairline: int = 1
    focus_ring: int = 2
    tight: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    wide: int = 24
    radius: int = 6
    bar_height: int = 8
    target: int = 24  # smallest clickable side (WCAG 2.2, 2.5.8)
    badge: int = 18
    icon: int = 16
    gutter: int = 34
    small_text: float = 0.9
    title_text: float = 1.15
    score_text: float = 2.2


SPACING = Spacing()
MIN_TEXT_FACTOR, MAX_TEXT_FACTOR = 0.8, 2.0
BASE_POINT_SIZE = 10.0


@dataclass(frozen=True)
class Theme:
    """What a widget needs to draw itself; `text_factor` is 0.8–2.0."""

    palette: Palette = LIGHT
    paper: Paper = PAPER
    spacing: Spacing = SPACING
    text_factor: float = 1.0
    reduced_motion: bool = False

    def __post_init__(self) -> None:
        """Refuse text sizes outside the promised range."""
        if not MIN_TEXT_FACTOR <= self.text_factor <= MAX_TEXT_FACTOR:
            raise ValueError(f"text factor {self.text_factor} is outside 0.8–2.0")

    @property
    def point_size(self) -> float:
        """Size of body text in points."""
        return BASE_POINT_SIZE * self.text_factor


def stylesheet(template: str, theme: Theme) -> str:
    """Fill a style sheet's `$names` with the theme's colours and distances.

    Raises:
        KeyError: the sheet uses a name that no palette or spacing has.
    """
    values: dict[str, str] = {}
    for part in (theme.palette, theme.spacing):
        for field in fields(part):
            values[field.name] = str(getattr(part, field.name))
    for name in ("small_text", "title_text", "score_text"):
        factor: float = getattr(theme.spacing, name)
        values[name] = f"{theme.point_size * factor:.1f}pt"
    # A style sheet can only name a file, so the arrow's two colours are two files.
    tone = "dark" if theme.palette.is_dark else "light"
    values["arrow"] = resource_path("icons", f"arrow-{tone}.svg").as_posix()
    values["body_text"] = f"{theme.point_size:.1f}pt"
    return Template(template).substitute(values)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, 0–1 (WCAG 2.2, definition)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1–21 (WCAG 2.2, definition)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
