"""The grid in which one route is sought: upright and level lanes along the gutters, and what their pieces cost.

A lane is looked at in stretches, each when a route first comes to it: then everything that stands in the way, and every
line that is there, is asked for once and not for each piece.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from math import inf

from argmap.geometry import Point
from argmap.layout.gutters import ALONG, BORDER, CLOSE, CLOSE_BY, CROWDED, HEADS, INSIDE, NEAR, OUTSIDE, Gutters, hugs

Spot = int
"""A place in the grid, counted column by column."""
Piece = tuple[float, float] | None
"""How long a piece of a lane is, and what it costs beyond that for what it meets; none if the way is closed."""
Onward = tuple[Spot, float, float] | None
"""The next spot in a direction, how far it is, and what is met on the way there; none if the way is closed."""


class Grid:
    """The gutters in which one route is sought, and the spots where they meet.

    It may run ``through`` some boxes, and may end ``on`` the lines of some numbers. If it is not ``careful``, only its
    length counts. ``crossing`` is what it costs at most that it crosses another, in points of length. So many pieces of
    a lane are looked at together as make a ``stretch``.
    """

    def __init__(
        self,
        gutters: Gutters,
        xs: Iterable[float],
        ys: Iterable[float],
        through: set[str],
        *,
        on: Collection[int] = (),
        careful: bool = True,
        crossing: float = inf,
        stretch: int = sys.maxsize,
    ) -> None:
        self.gutters, self.through, self.on, self.careful = gutters, through, on, careful
        self.stretch = stretch
        self.crossing = min(gutters.crossing, crossing)
        self.xs, self.ys = sorted(set(xs)), sorted(set(ys))
        self.rows = len(self.ys)
        self.upright: dict[tuple[int, int], list[Piece]] = {}
        self.level: dict[tuple[int, int], list[Piece]] = {}
        self.ways: dict[Spot, tuple[Onward, Onward, Onward, Onward]] = {}
        self.touched: dict[tuple[bool, float, float], float] = {}
        """What it costs to cross lines exactly at a spot, which is counted on the piece after it.

        It is found by whether the lane is upright, where it runs, and where along it the spot is.
        """

    def onward(self, spot: Spot) -> tuple[Onward, Onward, Onward, Onward]:
        """Return where a route can go on from a spot: down, right, up, left."""
        found = self.ways.get(spot)
        if found is None:
            column, row = divmod(spot, self.rows)
            down, up = self._upright(column, row), self._upright(column, row - 1) if row else None
            right, left = self._level(row, column), self._level(row, column - 1) if column else None
            found = self.ways[spot] = (
                None if down is None else (spot + 1, *down),
                None if right is None else (spot + self.rows, *right),
                None if up is None else (spot - 1, *up),
                None if left is None else (spot - self.rows, *left),
            )
        return found

    def touching(self, spot: Spot, direction: int) -> float:
        """Return what it is counted to cross a line at a spot by going on in a direction, when it only begins there."""
        x, y = self.point(spot)
        return self.touched.get((True, x, y) if direction == 0 else (False, y, x), 0.0) if direction < 2 else 0.0

    def spot(self, point: Point) -> Spot:
        """Return the spot nearest to a point."""
        return _nearest(self.xs, point.x) * self.rows + _nearest(self.ys, point.y)

    def point(self, spot: Spot) -> Point:
        """Return the point at a spot."""
        return Point(self.xs[spot // self.rows], self.ys[spot % self.rows])

    def _upright(self, column: int, number: int) -> Piece:
        """Return the piece of an upright lane below one of its spots."""
        key = column, number // self.stretch
        if key not in self.upright:
            self.upright[key] = self._seen(self.xs[column], self.ys, key[1], upright=True)
        return self.upright[key][number % self.stretch]

    def _level(self, row: int, number: int) -> Piece:
        """Return the piece of a level lane on the right of one of its spots."""
        key = row, number // self.stretch
        if key not in self.level:
            self.level[key] = self._seen(self.ys[row], self.xs, key[1], upright=False)
        return self.level[key][number % self.stretch]

    def _seen(self, at: float, places: Sequence[float], number: int, *, upright: bool) -> list[Piece]:
        """Look along a stretch of a lane and return its pieces; behind the last one, it is closed."""
        places = places[number * self.stretch : (number + 1) * self.stretch + 1]
        seen = _Lookout(self.gutters, self.crossing, at, places, upright=upright)
        closed, inside, bordering = seen.stops(self.through)
        met = seen.met(inside, bordering, self.on) if self.careful else [0.0] * len(closed)
        self.touched.update(((upright, at, place), cost) for place, cost in seen.touched.items())
        pieces = zip(closed, seen.lengths, met, strict=True)
        return [*(None if shut else (length, cost) for shut, length, cost in pieces), None]


class _Lookout:
    """Looks along a stretch of a lane that runs ``at`` some x, or some y, from place to place."""

    def __init__(self, gutters: Gutters, crossing: float, at: float, places: Sequence[float], *, upright: bool) -> None:
        self.gutters, self.crossing = gutters, crossing
        self.at, self.places, self.upright = at, places, upright
        first, last = places[0], places[-1]
        self.area = (at, first, at, last) if upright else (first, at, last, at)
        self.lengths = [after - before for before, after in pairwise(places)]
        self.touched: dict[float, float] = {}
        self.borders: set[float] = set()

    def stops(self, through: set[str]) -> tuple[bytearray, bytearray, bytearray]:
        """Tell of every piece whether it is closed; of a box that may be crossed, whether it is inside, or by a border.

        It is by a border only if it runs along it.
        """
        closed, inside, bordering = (bytearray(len(self.lengths)) for _ in range(3))
        upright, at = self.upright, self.at
        for left, top, right, bottom in self.gutters.solid.near(*self.area):
            if left < at < right if upright else top < at < bottom:
                _note(closed, self._between(top, bottom) if upright else self._between(left, right))
        for left, top, right, bottom, name in self.gutters.boxes.near(*self.area):
            pieces = self._entering(left, top, right, bottom)
            _note(inside if name in through else closed, pieces)
            if name in through and pieces:
                self.borders |= {top, bottom} if self.upright else {left, right}
            if name in through and hugs((left, top, right, bottom), self.at, upright=self.upright):
                _note(bordering, pieces)
        return closed, inside, bordering

    def met(self, inside: bytearray, bordering: bytearray, ending_on: Collection[int]) -> list[float]:
        """Return what every piece costs beyond its length, for what it meets and for where it is."""
        crossing, usual, room = self.crossing, self.gutters.crossing, self.gutters.room
        low, high = (room.x, room.right) if self.upright else (room.y, room.bottom)
        outside = OUTSIDE * (not low <= self.at <= high)
        crossed, doubled, close = self._lines(ending_on)
        self._add_heads(crossed)
        for at in sorted(self.borders):
            if self.places[0] <= at < self.places[-1]:
                crossed[bisect_right(self.places, at) - 1] += BORDER
        if not (any(doubled) or any(close) or any(inside) or any(bordering)):  # as mostly
            return [length * outside + across for length, across in zip(self.lengths, crossed, strict=True)]
        return [
            length * (crossing * (along / ALONG + by / CLOSE_BY) + usual * (within / INSIDE + on / ALONG) + outside)
            + across
            for length, along, by, within, on, across in zip(
                self.lengths, doubled, close, inside, bordering, crossed, strict=True
            )
        ]

    def _lines(self, ending_on: Collection[int]) -> tuple[list[float], bytearray, bytearray]:
        """Return for every piece what it costs to cross lines there, and tell whether it runs along or close by one."""
        doubled, close = bytearray(len(self.lengths)), bytearray(len(self.lengths))
        across: dict[float, float] = {}
        for number, bar in self.gutters.bars.near(*self.area):
            at, start, end, upright, *_ = bar
            if upright != self.upright:
                if start <= self.at <= end:
                    crowding = self.gutters.crowding(bar, self.at) or CROWDED * (number in ending_on)
                    across[at] = max(across.get(at, 0.0), crowding)
            elif abs(at - self.at) < CLOSE:
                _note(doubled if abs(at - self.at) < NEAR else close, self._between(start, end))
        crossed = [0.0] * len(self.lengths)
        for at, more in across.items():
            if self.places[0] <= at < self.places[-1]:
                number = bisect_right(self.places, at) - 1
                crossed[number] += self.crossing + more
                if self.places[number] == at:
                    self.touched[at] = self.crossing + more
        return crossed, doubled, close

    def _add_heads(self, crossed: list[float]) -> None:
        """Count heads as so many lines that are crossed."""
        for _, head in dict.fromkeys(self.gutters.heads.near(*self.area)):
            for number in self._entering(head.x, head.y, head.right, head.bottom):
                crossed[number] += HEADS * self.crossing

    def _entering(self, left: float, top: float, right: float, bottom: float) -> range:
        """Return the numbers of the pieces that come into the inside of a rectangle."""
        low, high, start, end = (left, right, top, bottom) if self.upright else (top, bottom, left, right)
        return self._between(start, end) if low < self.at < high else range(0)

    def _between(self, start: float, end: float) -> range:
        """Return the numbers of the pieces of which some is between two places."""
        last = min(len(self.lengths), bisect_left(self.places, end))
        return range(max(0, bisect_right(self.places, start) - 1), last)


def _note(pieces: bytearray, some: range) -> None:
    """Note that something is true of some pieces."""
    if some:
        pieces[some.start : some.stop] = b"\1" * len(some)


def _nearest(coordinates: Sequence[float], wanted: float) -> int:
    """Return the number of the coordinate nearest to another."""
    number = bisect_left(coordinates, wanted)
    near = [n for n in (number - 1, number) if 0 <= n < len(coordinates)]
    return min(near, key=lambda n: abs(coordinates[n] - wanted))
