"""How lines end, and the signs beside them."""

import math
from collections.abc import Iterator

from argmap.geometry import Curve, Point, along, shortened
from argmap.layout.landings import HEAD_LENGTH
from argmap.shapes import Path, Shape
from argmap.theme import Head, LineStyle, Mark, Theme

HEAD_WIDTH = 7.6
MARK_SIZE, MARK_WIDTH = 6.2, 2.4
"""How long the strokes of a sign are, and how wide: wider than a dash, for which a minus could be taken."""
BADGE_RADIUS = 5.2
_KAPPA = 0.5523
"""How far the control points of a quarter circle are from its ends, in radii."""


def head_shapes(curve: Curve, style: LineStyle, theme: Theme) -> Iterator[Shape]:
    """Yield the head of a line: a triangle whose tip is the line's end, or a badge with a cross around it."""
    tip = curve[-1]
    if style.head is Head.BADGE:
        yield Path("head", circle(tip, BADGE_RADIUS), closed=True, fill=style.color, stroke=theme.ground, width=1.0)
        yield Path("mark", corners=strokes(Mark.CROSS, tip, 4.4), stroke=theme.ground, width=1.5, round_ends=True)
        return
    corners = head_corners(curve)
    fill = style.color if style.head is Head.FILLED else theme.ground
    yield Path("head", corners=(corners,), closed=True, fill=fill, stroke=style.color, width=1.3, round_ends=True)


def up_to_head(curve: Curve, style: LineStyle) -> Curve:
    """Return a line up to a little behind the base of its head; a badge stands on its end."""
    return curve if style.head is Head.BADGE else shortened(curve, HEAD_LENGTH - 1.0)


def head_corners(curve: Curve) -> tuple[Point, Point, Point]:
    """Return the corners of a triangle whose tip is the end of a line."""
    tip = curve[-1]
    _, (ux, uy) = along(tuple(reversed(curve)), HEAD_LENGTH)
    base = tip.moved(ux * HEAD_LENGTH, uy * HEAD_LENGTH)
    side = Point(-uy * HEAD_WIDTH / 2, ux * HEAD_WIDTH / 2)
    return (tip, base.moved(*side), base.moved(-side.x, -side.y))


def mark_shapes(middle: Point, style: LineStyle) -> Iterator[Shape]:
    """Yield the sign of a relation around a point."""
    if style.head is not Head.BADGE:
        yield Path("mark", corners=strokes(style.mark, middle, MARK_SIZE), stroke=style.color, width=MARK_WIDTH)


def strokes(mark: Mark, middle: Point, size: float) -> tuple[tuple[Point, ...], ...]:
    """Return the strokes of a sign."""
    half = size / 2
    if mark is Mark.CROSS:
        half *= math.sqrt(0.8)
        return tuple((middle.moved(-half, s * half), middle.moved(half, -s * half)) for s in (1, -1))
    across = (middle.moved(-half, 0), middle.moved(half, 0))
    return (across, (middle.moved(0, -half), middle.moved(0, half))) if mark is Mark.PLUS else (across,)


def circle(middle: Point, radius: float) -> Curve:
    """Return a circle as four Bézier curves."""
    k = radius * _KAPPA
    quarter = [(radius, 0.0), (radius, k), (k, radius), (0.0, radius)]
    points = [middle.moved(radius, 0)]
    for _ in range(4):
        points += [middle.moved(x, y) for x, y in quarter[1:]]
        quarter = [(-y, x) for x, y in quarter]
    return tuple(points)
