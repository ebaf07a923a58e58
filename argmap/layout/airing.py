"""Airing: lines are moved away from the cards and lines that they pass, to the middle of their gutter or far enough.

Routes are sought along few gutters that hug the cards; whether there is more room on their other side is seen here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.geometry import Point, Rect, bounds
from argmap.layout.combing import (
    Line,
    Tolls,
    arrives_alike,
    is_kept,
    is_sound,
    is_within,
    least_step,
    place_of,
    shifted,
)
from argmap.layout.gutters import CLEAR, Gutters
from argmap.layout.landings import SPUR

AIR = 8.0
"""How far from what it passes a line runs, where there is room, in points of the layout."""
_AIR_OF_ENDS = 6.0
"""How far its first and its last piece do so, which would rather keep their place on their card."""
_SHARES = (1.0, 0.75, 0.5, 0.25)
"""How much of the way to the best place a piece is moved, if the whole cannot be."""
_LEAST = 0.1
"""By how little it is not worth to move a piece."""
_DETOUR = 6.0
"""How much longer or dearer a line may become, for each point by which a piece is moved."""
_ASIDE = 2.0
"""How much farther from another line than from a card it runs, in points of the layout."""


def room_for_air(stand: Rect, lines: Rect) -> Rect:
    """Return the room in which lines are aired: that of all that stands, and some air where lines run around it.

    (A line close by a box on its whole way round would be taken for a second border.)
    """
    air = stand.grown(AIR)
    x = min(air.x, lines.x) if lines.x < stand.x else stand.x
    y = min(air.y, lines.y) if lines.y < stand.y else stand.y
    right = max(air.right, lines.right) if lines.right > stand.right else stand.right
    bottom = max(air.bottom, lines.bottom) if lines.bottom > stand.bottom else stand.bottom
    return Rect(x, y, right - x, bottom - y)


@dataclass(frozen=True, slots=True)
class Airing:
    """How lines are aired: among what, and in what room, out of which none is moved."""

    gutters: Gutters
    within: Rect

    def aired(
        self, line: Line, through: set[str], ends: tuple[Rect, Rect | None], *, kept: Sequence[Point] = ()
    ) -> Line:
        """Return a line that is drawn no longer with its pieces moved, so that there is room on both sides of each.

        Parameters
        ----------
        through
            The boxes that it may cross.
        ends
            The cards or boxes that it joins; the second may be the piece of a line on which it ends.
        kept
            Points of it at which other lines end.
        """
        tolls = Tolls(self.gutters, through)
        toll = tolls.of(line)
        if toll is None:
            return line
        spur = min(SPUR, line[-2].distance(line[-1]))
        for number in range(len(line) - 1):
            at = place_of(line, number)
            for to in self._roomier(line, number, ends, through):
                moved = shifted(line, number, to)
                well = (
                    len(moved) == len(line)
                    and is_sound(moved, spur)
                    and is_kept(moved, kept)
                    and arrives_alike(moved, line)
                    and least_step(moved) >= min(least_step(line), AIR)
                )
                other = tolls.of(moved) if well else None
                if other is not None and other < toll + _DETOUR * abs(to - at):
                    line, toll = moved, other
                    break
        return line

    def _roomier(self, line: Line, number: int, ends: tuple[Rect, Rect | None], through: set[str]) -> Iterator[float]:
        """Yield to where a piece may be moved, so that it has more room: the best place, and some of the way."""
        a, b = line[number], line[number + 1]
        at, upright = place_of(line, number), a.x == b.x
        joined = [end for end, is_end in zip(ends, (number == 0, number == len(line) - 2), strict=True) if is_end]
        walls = [*self._walls(a, b, through), *_own_walls(line, number)]
        low = max((high for _, high in walls if high <= at), default=at - 2 * AIR)
        high = min((low for low, _ in walls if low >= at), default=at + 2 * AIR)
        room = min(_AIR_OF_ENDS if joined else AIR, (high - low) / 2)
        least, most = (self.within.x, self.within.right) if upright else (self.within.y, self.within.bottom)
        best = min(max(min(max(at, low + room), high - room), least), most)
        for share in _SHARES:
            to = at + (best - at) * share
            if abs(to - at) > _LEAST and all(end and is_within(end, to, upright=upright) for end in joined):
                yield to

    def _walls(self, a: Point, b: Point, through: set[str]) -> Iterator[tuple[float, float]]:
        """Yield from where to where, across a piece of a line, the cards, boxes and lines reach that lie beside it."""
        upright, reach = a.x == b.x, 2 * AIR
        x, y, to_x, to_y = min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)
        area = (x - reach, y, to_x + reach, to_y) if upright else (x, y - reach, to_x, to_y + reach)
        start, end, at = (y, to_y, a.x) if upright else (x, to_x, a.y)
        cards = [(*sides, False) for sides in self.gutters.solid.near(*area)]
        boxes = [(*sides, name in through) for *sides, name in self.gutters.boxes.near(*area)]
        for left, top, right, bottom, is_own in (*cards, *boxes):
            from_, to, low, high = (top, bottom, left, right) if upright else (left, right, top, bottom)
            is_within = is_own and low + CLEAR <= at <= high - CLEAR
            if from_ + CLEAR < end and start < to - CLEAR and not is_within:
                yield low + CLEAR, high - CLEAR
        for _, bar in self.gutters.bars.near(*area):
            if bar.upright == upright and bar.start < end and start < bar.end:
                yield bar.at - _ASIDE, bar.at + _ASIDE


def _own_walls(line: Line, number: int) -> Iterator[tuple[float, float]]:
    """Yield where, across a piece of a line, its other pieces run beside it."""
    upright, here = line[number].x == line[number + 1].x, bounds((), line[number : number + 2])
    for other, (a, b) in enumerate(pairwise(line)):
        there = bounds((), (a, b))
        beside = (
            here.y < there.bottom and there.y < here.bottom
            if upright
            else here.x < there.right and there.x < here.right
        )
        if other != number and (a.x == b.x) == upright and beside:
            yield place_of(line, other), place_of(line, other)
