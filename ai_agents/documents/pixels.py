"""What the pixels of a rendered page say about a box on it: the eye of `visibility`."""

import math
from collections import Counter
from itertools import pairwise
from operator import sub
from typing import TypeAlias

from ai_agents.documents.pdf_engine import GreyImage

Box: TypeAlias = tuple[float, float, float, float]


def overlap(box: Box, other: Box) -> float:
    """Return the share of a box that lies in another."""
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / max(0.01, (box[2] - box[0]) * (box[3] - box[1]))


def difference(image: GreyImage, other: GreyImage, box: Box, enough: int = 256) -> int:
    """Return how much two renderings of one size differ inside a box given in points, 0–255.

    Rows of pixels are looked at from the middle of the box, where letters have most ink, and no
    further once the difference reaches `enough`.
    """
    left, right = _pixels(box[0] * image.scale_x, box[2] * image.scale_x, image.width)
    top, bottom = _pixels(box[1] * image.scale_y, box[3] * image.scale_y, image.height)
    most, middle = 0, (top + bottom) // 2
    if left >= right:
        return 0
    for row in (*range(middle, bottom), *range(middle - 1, top - 1, -1)):
        start, end = row * image.stride + left, row * image.stride + right
        one, two = image.pixels[start:end], other.pixels[start:end]
        if one != two:
            most = max(most, *map(abs, map(sub, one, two)))
            if most >= enough:
                break
    return most


def strokes(image: GreyImage, box: Box, enough: int) -> int:
    """Return the most strokes any row of pixels in a box crosses, 0 where its ink is too pale.

    A stroke is a run of pixels on one side of the middle between the box's darkest and palest.
    """
    rows = _rows(image, box)
    values = b"".join(rows)
    if not values or max(values) - min(values) < enough:
        return 0
    middle = (max(values) + min(values)) / 2
    return max(_runs(row, middle) for row in rows)


def ground(image: GreyImage, box: Box) -> int:
    """Return the grey most pixels of a box have, that of the paper where letters are thin."""
    counts = Counter(b"".join(_rows(image, box)))
    return max(counts, key=lambda grey: (counts[grey], grey), default=255)


def _rows(image: GreyImage, box: Box) -> list[bytes]:
    left, right = _pixels(box[0] * image.scale_x, box[2] * image.scale_x, image.width)
    top, bottom = _pixels(box[1] * image.scale_y, box[3] * image.scale_y, image.height)
    starts = [row * image.stride for row in range(top, bottom)]
    return [image.pixels[start + left : start + right] for start in starts]


def _runs(row: bytes, middle: float) -> int:
    """Count the changes from one side of a level to the other, both ways, by twos."""
    sides = [pixel > middle for pixel in row]
    return (sum(a != b for a, b in pairwise(sides)) + 1) // 2


def _pixels(start: float, end: float, limit: int) -> tuple[int, int]:
    """Return the pixels wholly inside a stretch, or those it touches when it is a narrow one."""
    first, last = math.ceil(start), int(end)
    if last - first < 2:
        first, last = int(start), int(end) + 1
    return max(0, first), min(limit, last)
