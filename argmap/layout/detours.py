"""Ways round: a line that dot led through or close by a card is led again, through the gaps between rows and in them.

Dot's splines may touch the nodes that they pass, and where they start or end they may swing out so far that they run
beside the node or through it. Blocks stand in rows with gaps between them in which nothing stands, so a way is always
free: it crosses each gap in a step, and each row where dot's line did or, if that is taken, beside it.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.geometry import Curve, Point, Rect, along, enters, extremes, hull, joined, samples, segments, straight

DISTANCE = 3.0
"""How near to a block that it does not lead to a line may come, in points."""
_TOLERANCE = 0.5
"""How far inside a block that it leads to a line may run along the border, in points."""
CLEARANCE = 5.0
"""How far a line that is led anew stays from the blocks of a row, in points."""
_APPROACH = 8.5
_DESCENT = 5.0
"""How far down a line has to come over its first and its last stretch, and how long these are, in points."""
_SIDESTEP = 10.0
"""How far to the side and down a line runs that leaves sideways."""
_RADIUS = 6.0
_LEVELS = (0.0, -5.0, 5.0)
"""At which heights a gap can be crossed, from its middle."""
_KAPPA = 0.5523
"""Where the control points of a quarter circle are, as a share of the way to its corner."""
_NEAR = 1e-6


@dataclass(slots=True)
class _Row:
    """Blocks beside each other, from left to right, and their extent across."""

    top: float
    bottom: float
    blocks: list[Rect]
    tails: list[float]

    def between(self, left: float, right: float) -> list[Rect]:
        """Return the blocks that reach into a stretch."""
        return self.blocks[bisect_right(self.tails, left) : bisect_left(self.blocks, right, key=lambda rect: rect.x)]

    def free_near(self, x: float) -> float:
        """Return the place nearest to another at which a line can cross the row."""
        lefts = [float("-inf"), *(rect.right + CLEARANCE for rect in self.blocks)]
        rights = [*(rect.x - CLEARANCE for rect in self.blocks), float("inf")]
        free = [min(max(x, left), right) for left, right in zip(lefts, rights, strict=True) if left <= right]
        return min(free, key=lambda place: abs(place - x))


class Rows:
    """Blocks in rows, one below the other, that share no height."""

    def __init__(self, blocks: Iterable[Rect]) -> None:
        self.rows: list[_Row] = []
        for rect in sorted(blocks, key=lambda rect: rect.y):
            if self.rows and rect.y < self.rows[-1].bottom:
                self.rows[-1].blocks.append(rect)
                self.rows[-1].bottom = max(self.rows[-1].bottom, rect.bottom)
            else:
                self.rows.append(_Row(rect.y, rect.bottom, [rect], []))
        for row in self.rows:
            row.blocks.sort(key=lambda rect: rect.x)
            row.tails = [rect.right for rect in row.blocks]
        self.steps: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
        self.bottoms = [row.bottom for row in self.rows]

    def cleared(self, curve: Curve, *, sideways: bool = False) -> Curve:
        """Return a curve that leads down through the rows or, where that meets a block or strays, another.

        Parameters
        ----------
        sideways
            Whether the curve leaves its start to the right rather than down.
        """
        meets = any(self._meets(bezier, (curve[0], curve[-1])) for bezier in segments(curve))
        if not meets and not _strays(curve, sideways=sideways):
            return curve
        if not sideways:
            return self._led_again(curve)
        start, aside = curve[0], curve[0].moved(_SIDESTEP, _SIDESTEP)
        return joined(_quarter(start, Point(aside.x, start.y), aside), self._led_again((aside, *curve[1:])))

    def _meets(self, bezier: Curve, ends: tuple[Point, Point]) -> bool:
        """Tell whether a Bézier curve comes too near to a block, or into one that it leads to."""
        around = hull(bezier).grown(DISTANCE)
        for row in self._reached(around.y, around.bottom):
            for rect in row.between(around.x, around.right):
                leads_to = any(rect.grown(_NEAR).holds(end) for end in ends)
                if enters(bezier, rect.grown(-_TOLERANCE if leads_to else DISTANCE)):
                    return True
        return False

    def _reached(self, top: float, bottom: float) -> Iterator[_Row]:
        """Yield the rows that reach into a stretch."""
        for row in self.rows[bisect_right(self.bottoms, top + _NEAR) :]:
            if row.top > bottom - _NEAR:
                return
            yield row

    def _led_again(self, curve: Curve) -> Curve:
        """Return a free way down between the ends of a curve."""
        start, end = curve[0], curve[-1]
        points = list(samples(curve))
        pieces: list[Curve] = []
        at = start
        for row in self._reached(start.y, end.y):
            if row.top < start.y:  # the start stands in this row, or the end in the next case
                x = start.x
            elif row.bottom > end.y:
                x = end.x
            else:
                x = row.free_near(_crossing(points, (row.top + row.bottom) / 2))
            upper, lower = Point(x, max(row.top, start.y)), Point(x, min(row.bottom, end.y))
            pieces += [self._step(at, upper), straight(upper, lower)]
            at = lower
        return joined(*pieces, self._step(at, end))

    def _step(self, start: Point, end: Point) -> Curve:
        """Return a way through a gap at a height that no step beside it has taken, if there is one."""
        left, right = sorted((start.x, end.x))
        middle = (start.y + end.y) / 2
        steps = self.steps[round(middle)]
        near = [height for height, others, to in steps if others < right and left < to]
        heights = [
            middle + level for level in _LEVELS if start.y + 2 * _RADIUS <= middle + level <= end.y - 2 * _RADIUS
        ]
        height = next((h for h in heights if all(abs(h - other) > 1 for other in near)), middle)
        steps.append((height, left, right))
        return step(start, end, height)


def _strays(curve: Curve, *, sideways: bool) -> bool:
    """Tell whether a curve runs above its start or below its end, or is too flat at its ends for a head."""
    heights = [point.y for point in extremes(curve)]
    if min(heights) < curve[0].y - DISTANCE or max(heights) > curve[-1].y + DISTANCE:
        return True
    ways = (curve[::-1],) if sideways else (curve[::-1], curve)
    return any(abs(along(way, _APPROACH)[0].y - way[0].y) < _DESCENT for way in ways)


def step(start: Point, end: Point, height: float) -> Curve:
    """Return a line that runs down, across at a height, and down again, with round corners."""
    across = end.x - start.x
    radius = min(_RADIUS, abs(across) / 2, (height - start.y), (end.y - height))
    if radius < 1:
        return straight(start, end)
    turn = math.copysign(radius, across)
    corners = (Point(start.x, height), Point(end.x, height))
    first, second = corners[0].moved(0, -radius), corners[0].moved(turn, 0)
    third, fourth = corners[1].moved(-turn, 0), corners[1].moved(0, radius)
    return joined(
        straight(start, first),
        _quarter(first, corners[0], second),
        straight(second, third),
        _quarter(third, corners[1], fourth),
        straight(fourth, end),
    )


def _quarter(start: Point, corner: Point, end: Point) -> Curve:
    """Return a quarter of a circle between the sides of a right angle."""
    return (start, start.towards(corner, _KAPPA), end.towards(corner, _KAPPA), end)


def _crossing(points: list[Point], y: float) -> float:
    """Return where points in a row first come down to a height."""
    return next((point.x for point in points if point.y >= y), points[-1].x)
