"""The gutters between cards, as a grid in which routes are sought: what stretches are closed, and what others cost."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.geometry import Point, Rect, bounds
from argmap.layout.cells import Cells
from argmap.layout.landings import Port, head_room

GUTTER = 4.5
"""How far from a card or box a route runs, in points of the layout."""
CLEAR = 3.0
"""How near a route may come to a card that it only passes."""
INNER = 2.5
"""How far from a card a route runs inside a reason box."""
DEAR, CHEAP = 2_000.0, 300.0
"""What crossing another line costs, in points of length, where few lines are led and where many are.

Where there are many, most cross each other whatever is done, and going far round only makes the next ones longer.
"""
HEADS = 5
"""As how many crossings it counts to run through a head."""
ALONG = 25.0
"""How far to run along another line counts as a crossing, in points: of lines on each other neither is clear."""
INSIDE = 60.0
"""How far to run inside a reason box counts as a crossing, in points: nobody takes a line there for one that passes."""
OUTSIDE = 1.0
"""What running round everything costs, for each point of length: the drawing grows by it, and its text shrinks."""
_LEAST = 1e-3
NEAR = 5.0
"""Within what distance two lines run along each other."""

MOST_STEPS = 200_000
STEPS_FOR_EACH = 200
"""How many steps all searches for routes take together, and how many more for each card; an argument that needs more is
too far from a tree."""
Spot = int
"""A place in the grid, counted column by column."""
_UNKNOWN = frozenset({"?"})
_NOWHERE = frozenset[str]()


class Bar(NamedTuple):
    """A straight piece of a line: where it stands, from where to where, and whether it is upright."""

    at: float
    start: float
    end: float
    upright: bool

    def enters(self, rect: Rect) -> bool:
        """Tell whether it comes into the inside of a rectangle."""
        return _enters((self.at, self.start, self.end, self.upright), rect)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is on it."""
        across, along = (x, y) if self.upright else (y, x)
        return abs(across - self.at) < _LEAST and self.start <= along <= self.end


_Sides = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle: they are asked for so often that looking them up would count."""
Stretch = tuple[float, float, float, bool]
"""A piece of a gutter, between two neighbours: where it runs, from where to where, and whether it is upright."""


class Gutters:
    """The gutters, with the lines that are there already, and what it costs to run along them.

    Parameters
    ----------
    cards, held, tabs
        What no route runs through; ``held`` are the cards in boxes.
    boxes
        What only the routes run through that begin or end inside.
    crossing
        What crossing another line costs, in points of length.
    """

    def __init__(
        self,
        cards: Sequence[Rect],
        boxes: dict[str, Rect],
        *,
        held: Iterable[Rect],
        tabs: Sequence[Rect],
        crossing: float = DEAR,
    ) -> None:
        self.crossing = crossing
        self.room = bounds((*cards, *boxes.values()), ())
        grown = [rect.grown(CLEAR) for rect in (*cards, *tabs)] + [rect.grown(INNER) for rect in held]
        self.solid = Cells((rect, _sides(rect)) for rect in grown)
        self.boxes = Cells((rect.grown(CLEAR), (*_sides(rect.grown(CLEAR)), name)) for name, rect in boxes.items())
        self.bars: Cells[tuple[int, Bar]] = Cells()
        self.heads: Cells[tuple[int, Rect]] = Cells()
        self.lines: dict[int, list[tuple[Rect, Bar]]] = {}
        self.head_of: dict[int, Rect] = {}
        self.drawn = 0
        self.steps_left = MOST_STEPS + STEPS_FOR_EACH * len(grown)
        self.open: dict[Stretch, frozenset[str] | None] = {}
        self.costs: dict[Stretch, float] = {}

    def draw(self, line: Sequence[Point]) -> int:
        """Count a line that is there: crossing it, running along it or through its head costs. Return its number."""
        number = self.drawn
        self.drawn += 1
        self.lines[number] = []
        for a, b in pairwise(line):
            upright = a.x == b.x
            rect = bounds((), (a, b))
            at, start, end = (a.x, rect.y, rect.bottom) if upright else (a.y, rect.x, rect.right)
            bar = Bar(at, start, end, upright)
            self.lines[number].append((rect.grown(NEAR), bar))
            self.bars.add(rect.grown(NEAR), (number, bar))
        head = self.head_of[number] = head_room(line[-1], line[-2])
        self.heads.add(head, (number, head))
        self.costs.clear()
        return number

    def erase(self, number: int) -> None:
        """Count a line no longer."""
        for rect, bar in self.lines.pop(number):
            self.bars.remove(rect, (number, bar))
        head = self.head_of.pop(number)
        self.heads.remove(head, (number, head))
        self.costs.clear()

    def best_ends(self, ports: Sequence[Port], of: int | None) -> list[Port]:
        """Return the ports whose heads have room, if there are any; on a line of a number, those that hug no card."""
        if of is not None:
            ports = [port for port in ports if self._is_open(Rect(*port.point, 0, 0))]
            ports = [port for port in ports if self._is_open(port.head)] or ports
        return [port for port in ports if self._is_free(port.head, of)] or list(ports)

    def _is_open(self, room: Rect) -> bool:
        """Tell whether a room lies apart from all cards and boxes."""
        x, y, to_x, to_y = _sides(room.grown(_LEAST))
        near = (*self.solid.near(x, y, to_x, to_y), *(sides[:4] for sides in self.boxes.near(x, y, to_x, to_y)))
        return not any(left < to_x and x < right and top < to_y and y < bottom for left, top, right, bottom in near)

    def _is_free(self, room: Rect, of: int | None) -> bool:
        """Tell whether no line runs through a room for a head, but perhaps the one of a number."""
        near = dict.fromkeys(self.bars.near(room.x, room.y, room.right, room.bottom))
        found = (number for number, bar in near if _enters((bar.at, bar.start, bar.end, bar.upright), room))
        return all(number == of for number in found)

    def cost(self, stretch: Stretch, through: set[str], *, careful: bool) -> float | None:
        """Return what it costs to run along a stretch; none if the way is closed."""
        if not careful:
            within = self._within(stretch)
            return None if within is None or not within <= through else stretch[2] - stretch[1]
        within = self.open.get(stretch, _UNKNOWN)
        if within is _UNKNOWN:
            within = self.open[stretch] = self._within(stretch)
        if within is None or not within <= through:
            return None
        cost = self.costs.get(stretch)
        if cost is None:
            cost = self.costs[stretch] = self._cost(stretch, inside=bool(within))
        return cost

    def _within(self, stretch: Stretch) -> frozenset[str] | None:
        """Return the boxes through which a stretch runs; none if it runs through a card."""
        x, y, to_x, to_y = _around(stretch)
        for left, top, right, bottom in self.solid.near(x, y, to_x, to_y):
            if left < to_x and x < right and top < to_y and y < bottom:
                return None
        found = [
            name
            for left, top, right, bottom, name in self.boxes.near(x, y, to_x, to_y)
            if left < to_x and x < right and top < to_y and y < bottom
        ]
        return frozenset(found) if found else _NOWHERE

    def _cost(self, stretch: Stretch, *, inside: bool) -> float:
        at, start, end, upright = stretch
        around = _around(stretch)
        crossed, doubled = set[float](), False
        for _, bar in self.bars.near(*around):
            if bar.upright != upright:
                if start <= bar.at < end and bar.start <= at <= bar.end:
                    crossed.add(bar.at)
            elif abs(bar.at - at) < NEAR and bar.start < end and start < bar.end:
                doubled = True
        low, high = (self.room.x, self.room.right) if upright else (self.room.y, self.room.bottom)
        outside = not low <= at <= high
        each = 1.0 + self.crossing * (doubled / ALONG + inside / INSIDE) + OUTSIDE * outside
        return (end - start) * each + self.crossing * (len(crossed) + HEADS * self.heads_met(stretch))

    def lets_through(self, stretch: Stretch, through: set[str]) -> bool:
        """Tell whether a stretch runs through no card, and through no boxes but some."""
        within = self._within(stretch)
        return within is not None and within <= through

    def bars_near(self, stretch: Stretch, since: int = -1) -> Iterator[Bar]:
        """Yield the straight pieces of lines near a stretch, and perhaps others; of those after the one of a number."""
        for number, bar in dict.fromkeys(self.bars.near(*_around(stretch))):
            if number > since:
                yield bar

    def heads_met(self, stretch: Stretch, since: int = -1) -> int:
        """Return through how many heads a stretch runs, of those of the lines after the one of a number."""
        heads = self.heads.near(*_around(stretch))
        return sum(number > since and _enters(stretch, head) for number, head in dict.fromkeys(heads)) if heads else 0


class Grid:
    """The gutters in which one route is sought, and the spots where they meet.

    It may run ``through`` some boxes. If it is not ``careful``, only its length counts.
    """

    def __init__(
        self, gutters: Gutters, xs: Iterable[float], ys: Iterable[float], through: set[str], *, careful: bool = True
    ) -> None:
        self.gutters, self.through, self.careful = gutters, through, careful
        self.xs, self.ys = sorted(set(xs)), sorted(set(ys))
        self.rows = len(self.ys)
        self.last = len(self.xs) * self.rows
        self.costs: dict[tuple[Spot, bool], float | None] = {}

    def ahead(self, spot: Spot, direction: int) -> tuple[Spot, float] | None:
        """Return the next spot in a direction, if not at the border, and how far it is, the way closed or not."""
        row = spot % self.rows
        if direction == 0:
            return (spot + 1, self.ys[row + 1] - self.ys[row]) if row + 1 < self.rows else None
        if direction == 2:
            return (spot - 1, self.ys[row] - self.ys[row - 1]) if row else None
        column = spot // self.rows
        if direction == 1:
            after = spot + self.rows
            return (after, self.xs[column + 1] - self.xs[column]) if after < self.last else None
        return (spot - self.rows, self.xs[column] - self.xs[column - 1]) if column else None

    def cost(self, spot: Spot, direction: int) -> float | None:
        """Return what it costs to go on to the next spot in a direction; none if the way is closed."""
        if direction > 1:
            spot -= 1 if direction == 2 else self.rows
        upright = direction % 2 == 0
        key = (spot, upright)
        if key not in self.costs:
            column, row = divmod(spot, self.rows)
            if upright:
                stretch = (self.xs[column], self.ys[row], self.ys[row + 1], True)
            else:
                stretch = (self.ys[row], self.xs[column], self.xs[column + 1], False)
            self.costs[key] = self.gutters.cost(stretch, self.through, careful=self.careful)
        return self.costs[key]

    def spot(self, point: Point) -> Spot:
        """Return the spot nearest to a point."""
        return _nearest(self.xs, point.x) * self.rows + _nearest(self.ys, point.y)

    def point(self, spot: Spot) -> Point:
        """Return the point at a spot."""
        return Point(self.xs[spot // self.rows], self.ys[spot % self.rows])


def _around(stretch: Stretch) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a stretch."""
    at, start, end, upright = stretch
    return (at, start, at, end) if upright else (start, at, end, at)


def _sides(rect: Rect) -> _Sides:
    return rect.x, rect.y, rect.right, rect.bottom


def _enters(stretch: Stretch, rect: Rect) -> bool:
    """Tell whether a stretch comes into the inside of a rectangle."""
    at, start, end, upright = stretch
    if upright:
        return rect.x < at < rect.right and rect.y < end and start < rect.bottom
    return rect.y < at < rect.bottom and rect.x < end and start < rect.right


def _nearest(coordinates: Sequence[float], wanted: float) -> int:
    """Return the number of the coordinate nearest to another."""
    number = bisect_left(coordinates, wanted)
    near = [n for n in (number - 1, number) if 0 <= n < len(coordinates)]
    return min(near, key=lambda n: abs(coordinates[n] - wanted))
