"""The gutters between cards, as a grid in which routes are sought: what stretches are closed, and what others cost."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from argmap.geometry import Point, Rect, bounds
from argmap.layout.cells import Cells

GUTTER = 4.5
"""How far from a card or box a route runs, in points of the layout."""
CLEAR = 3.0
"""How near a route may come to a card that it only passes."""
INNER = 2.5
"""How far from a card a route runs inside a reason box."""
SPUR = 11.0
"""How far a route runs straight before it ends in a head."""
BADGE_SPUR = 6.0
"""How far it does so before it ends at another line."""
LONG = 60.0
"""How long a stretch of a line is, if an undercutter's line may end on its middle though others are longer."""
CROSSING = 300.0
"""What crossing another line costs, in points of length."""
ALONG = 12.0
"""What running along another line costs, for each point of length."""
INSIDE = 2.0
"""What running inside a reason box costs, for each point of length."""
HEAD = 6.0
"""How near to the end of a line its head reaches."""
NEAR = 5.0
"""Within what distance two lines run along each other."""

MOST_STEPS = 200_000
STEPS_FOR_EACH = 200
"""How many steps all searches for routes take together, and how many more for each card; an argument that needs more is
too far from a tree."""
STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""The directions: down, right, up, left."""
Spot = tuple[int, int]
"""A place in the grid: the numbers of its column and row."""
_UNKNOWN = frozenset({"?"})
_NOWHERE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Port:
    """A point at which a route may begin or end, the direction that leads away, and how far the gutter is.

    ``spur`` is how far the route runs straight there, if it ends there.
    """

    point: Point
    direction: int
    gap: float = 0.0
    spur: float = SPUR

    @property
    def gate(self) -> Point:
        """The point in the gutter."""
        dx, dy = STEPS[self.direction]
        return self.point.moved(dx * self.gap, dy * self.gap)

    @property
    def landing(self) -> Point:
        """The point from which a route runs straight, if it ends here."""
        dx, dy = STEPS[self.direction]
        return self.point.moved(dx * self.spur, dy * self.spur)


def ports_of(rect: Rect, gap: float, shares: Sequence[float] = (0.5, 0.25, 0.75)) -> list[Port]:
    """Return the ports of a card or box: at some shares of each side, ``gap`` away from the gutter."""
    ports = []
    for share in shares:
        x, y = round(rect.x + rect.width * share, 1), round(rect.y + rect.height * share, 1)
        ports += [
            Port(Point(x, rect.bottom), 0, gap),
            Port(Point(rect.right, y), 1, gap),
            Port(Point(x, rect.y), 2, gap),
            Port(Point(rect.x, y), 3, gap),
        ]
    return ports


class Bar(NamedTuple):
    """A straight piece of a line: where it stands, from where to where, and whether it is upright."""

    at: float
    start: float
    end: float
    upright: bool


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
    lines
        The lines that are there; crossing them costs, and running along them.
    """

    def __init__(
        self,
        cards: Sequence[Rect],
        boxes: dict[str, Rect],
        *,
        held: Iterable[Rect],
        tabs: Sequence[Rect],
        lines: Iterable[Sequence[Point]],
    ) -> None:
        grown = [rect.grown(CLEAR) for rect in (*cards, *tabs)] + [rect.grown(INNER) for rect in held]
        self.solid = Cells((rect, _sides(rect)) for rect in grown)
        self.boxes = Cells((rect.grown(CLEAR), (*_sides(rect.grown(CLEAR)), name)) for name, rect in boxes.items())
        self.bars: Cells[tuple[int, Bar]] = Cells()
        self.heads: Cells[tuple[int, Rect]] = Cells()
        self.erased: set[int] = set()
        self.drawn = 0
        self.steps_left = MOST_STEPS + STEPS_FOR_EACH * len(grown)
        self.open: dict[Stretch, frozenset[str] | None] = {}
        self.costs: dict[Stretch, float] = {}
        for line in lines:
            self.draw(line)

    def draw(self, line: Sequence[Point]) -> int:
        """Count a line that is there: crossing it, running along it or through its head costs. Return its number."""
        number = self.drawn
        self.drawn += 1
        for a, b in pairwise(line):
            upright = a.x == b.x
            rect = bounds((), (a, b))
            at, start, end = (a.x, rect.y, rect.bottom) if upright else (a.y, rect.x, rect.right)
            self.bars.add(rect.grown(NEAR), (number, Bar(at, start, end, upright)))
        head = Rect(*line[-1], 0, 0).grown(HEAD)
        self.heads.add(head, (number, head))
        self.costs.clear()
        return number

    def erase(self, number: int) -> None:
        """Count a line no longer."""
        self.erased.add(number)
        self.costs.clear()

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
        at, start, end, upright = stretch
        x, y, to_x, to_y = (at, start, at, end) if upright else (start, at, end, at)
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
        around = (at, start, at, end) if upright else (start, at, end, at)
        crossed, doubled = 0, False
        for number, bar in dict.fromkeys(self.bars.near(*around)):
            if number in self.erased:
                continue
            if bar.upright != upright:
                crossed += start <= bar.at < end and bar.start <= at <= bar.end
            elif abs(bar.at - at) <= NEAR and bar.start < end and bar.end > start:
                doubled = True
        heads = dict.fromkeys(self.heads.near(*around))
        crossed += 2 * sum(_enters(stretch, head) for number, head in heads if number not in self.erased)
        return (end - start) * (1.0 + ALONG * doubled + INSIDE * inside) + CROSSING * crossed


class Grid:
    """The gutters in which one route is sought, and the spots where they meet.

    It may run ``through`` some boxes. If it is not ``careful``, only its length counts.
    """

    def __init__(
        self, gutters: Gutters, xs: Iterable[float], ys: Iterable[float], through: set[str], *, careful: bool = True
    ) -> None:
        self.gutters, self.through, self.careful = gutters, through, careful
        self.xs, self.ys = sorted(set(xs)), sorted(set(ys))

    def ahead(self, spot: Spot, direction: int) -> tuple[Spot, Stretch] | None:
        """Return the next spot in a direction and the stretch that leads there, closed or not; none at the border."""
        column, row = spot
        xs, ys = self.xs, self.ys
        if direction == 0:
            return ((column, row + 1), (xs[column], ys[row], ys[row + 1], True)) if row + 1 < len(ys) else None
        if direction == 1:
            return ((column + 1, row), (ys[row], xs[column], xs[column + 1], False)) if column + 1 < len(xs) else None
        if direction == 2:
            return ((column, row - 1), (xs[column], ys[row - 1], ys[row], True)) if row else None
        return ((column - 1, row), (ys[row], xs[column - 1], xs[column], False)) if column else None

    def cost(self, stretch: Stretch) -> float | None:
        """Return what it costs to run along a stretch; none if the way is closed."""
        return self.gutters.cost(stretch, self.through, careful=self.careful)

    def spot(self, point: Point) -> Spot:
        """Return the spot nearest to a point."""
        return _nearest(self.xs, point.x), _nearest(self.ys, point.y)

    def point(self, spot: Spot) -> Point:
        """Return the point at a spot."""
        return Point(self.xs[spot[0]], self.ys[spot[1]])


def ports_on(line: Sequence[Point]) -> list[Port]:
    """Return ports on both sides of a line, along its long stretches or on its longest."""
    ports: list[Port] = []
    for a, b in sorted(pairwise(line), key=lambda pair: -pair[0].distance(pair[1])):
        if ports and a.distance(b) < LONG:
            break
        if a.distance(b) >= SPUR:
            sides = (1, 3) if a.x == b.x else (0, 2)
            ports += [Port(point, side, spur=BADGE_SPUR) for point in _landings(a, b) for side in sides]
    return ports


def _sides(rect: Rect) -> _Sides:
    return rect.x, rect.y, rect.right, rect.bottom


def _enters(stretch: Stretch, rect: Rect) -> bool:
    """Tell whether a stretch comes into the inside of a rectangle."""
    at, start, end, upright = stretch
    if upright:
        return rect.x < at < rect.right and rect.y < end and start < rect.bottom
    return rect.y < at < rect.bottom and rect.x < end and start < rect.right


def _landings(a: Point, b: Point) -> list[Point]:
    """Return where on a straight stretch of a line others may end: in its middle and, if it is long, beside that."""
    return [a.towards(b, share) for share in ((0.5, 0.25, 0.75) if a.distance(b) >= LONG else (0.5,))]


def _nearest(coordinates: Sequence[float], wanted: float) -> int:
    """Return the number of the coordinate nearest to another."""
    number = bisect_left(coordinates, wanted)
    near = [n for n in (number - 1, number) if 0 <= n < len(coordinates)]
    return min(near, key=lambda n: abs(coordinates[n] - wanted))
