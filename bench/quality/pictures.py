"""Pictures a resume may hold: a portrait, and skills drawn as an image instead of text."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw


@cache
def portrait(shade: int = 120) -> bytes:
    """Return a PNG of a head and shoulders in greys."""
    image = Image.new("RGB", (120, 120), (225, 228, 232))
    pen = ImageDraw.Draw(image)
    pen.ellipse((38, 18, 82, 70), fill=(shade + 60, shade + 30, shade))
    pen.ellipse((16, 72, 104, 160), fill=(shade // 2, shade // 2, shade // 2 + 30))
    return _png(image)


@cache
def picture_of_text(words: Sequence[str]) -> bytes:
    """Return a PNG with the words, four to a line."""
    image = Image.new("RGB", (900, 180), "white")
    pen = ImageDraw.Draw(image)
    for row in range(0, len(words), 4):
        pen.text((10, 10 + row // 4 * 36), ",  ".join(words[row : row + 4]), fill="black")
    return _png(image)


def _png(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
