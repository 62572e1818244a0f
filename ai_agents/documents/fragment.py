"""The smallest piece of a page's text: glyphs that touch, of one style, on one baseline."""

from dataclasses import dataclass

from ai_agents.documents.fonts import Face


@dataclass(frozen=True)
class Style:
    """How the glyphs of one text object look; `quarter` counts clockwise quarter turns."""

    face: Face
    size: float
    color: tuple[int, ...]
    mode: int
    quarter: int
    baseline: float


@dataclass(slots=True)
class Fragment:
    """Touching glyphs of one style on one baseline, in points of the upright page.

    `x0`/`x1` run along the baseline and `y` is the baseline; for text turned by `quarter` quarters
    they are those of the page turned back. `space` tells that the file draws a space before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    style: Style
    space: bool
    first: int
