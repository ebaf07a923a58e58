"""The gutters between cards, as a grid in which routes are sought: what stretches are closed, and what others cost."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.geometry import Point, Rect

GUTTER = 4.5
"""How far from a card or box a route runs, in points of the layout."""
CLEAR = 3.0
"""How near a route may come to a card that it only passes."""
INNER = 3.0
"""How far from a card a route runs inside a reason box."""
SPUR = 11.0
"""How far a route runs straight before it ends in a head."""
BADGE_SPUR = 6.0
"""How far it does so before it ends at another line."""
LONG = 60.0
"""How long a stretch of a line is, if an undercutter's line may end on its middle though others are longer."""
CROSSING = 45.0
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
"""How many steps all searches for routes take together; an argument that needs more is too far from a tree."""
STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""The directions: down, right, up, left."""
Spot = tuple[int, int]
"""A place in the grid: the numbers of its column and row."""
_Stretch = tuple[int, int, int]


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


def ports_of(rect: Rect, gap: float) -> list[Port]:
    """Return the ports of a card or box: three on each side, ``gap`` away from the gutter."""
    ports = []
    for share in (0.5, 0.25, 0.75):
        x, y = round(rect.x + rect.width * share, 1), round(rect.y + rect.height * share, 1)
        ports += [
            Port(Point(x, rect.bottom), 0, gap),
            Port(Point(rect.right, y), 1, gap),
            Port(Point(x, rect.y), 2, gap),
            Port(Point(rect.x, y), 3, gap),
        ]
    return ports


class Gutters:
    """The grid of the gutters, with the lines that are there already.

    A stretch of it between two neighbours is named by its start, with 0 for across and 1 for
    down.

    Parameters
    ----------
    cards, tabs
        What no route runs through.
    boxes
        What only the routes run through that begin or end inside.
    lines
        The lines that are there; crossing them costs, and running along them.
    ends
        All cards and boxes at which routes are going to begin or end.
    ended
        The lines at which routes are going to end, of those that are there.
    """

    def __init__(
        self,
        cards: Sequence[Rect],
        boxes: dict[str, Rect],
        *,
        tabs: Sequence[Rect],
        lines: Iterable[Sequence[Point]],
        ends: Iterable[Rect],
        ended: Iterable[Sequence[Point]] = (),
    ) -> None:
        self.boxes = boxes
        self.steps_left = MOST_STEPS
        self.blocked: set[_Stretch] = set()
        self.within: dict[_Stretch, str] = {}
        self.crossed: Counter[_Stretch] = Counter()
        self.doubled: set[_Stretch] = set()
        self.xs, self.ys = _gutters(
            cards, boxes, list(ends), [point for line in ended for a, b in pairwise(line) for point in _landings(a, b)]
        )
        for rect in (*cards, *tabs):
            self.blocked.update(self._inside(rect.grown(CLEAR)))
        for name, rect in boxes.items():
            self.within.update(dict.fromkeys(self._inside(rect.grown(CLEAR)), name))
        for line in lines:
            self.draw(line)

    def ports_on(self, line: Sequence[Point]) -> list[Port]:
        """Return ports on both sides of a line, along its long stretches or on its longest."""
        ports: list[Port] = []
        for a, b in sorted(pairwise(line), key=lambda pair: -pair[0].distance(pair[1])):
            if ports and a.distance(b) < LONG:
                break
            for wanted in _landings(a, b):
                spot = self.point(self.spot(wanted))
                met = Point(a.x, spot.y) if a.x == b.x else Point(spot.x, a.y)
                if min(met.distance(a), met.distance(b)) >= SPUR / 2 and met.distance(wanted) < a.distance(b) / 8:
                    ports += [Port(met, side, spur=BADGE_SPUR) for side in ((1, 3) if a.x == b.x else (0, 2))]
        return ports

    def _inside(self, rect: Rect) -> Iterator[_Stretch]:
        """Yield every stretch that runs through a rectangle."""
        for row in range(bisect_right(self.ys, rect.y), bisect_left(self.ys, rect.bottom)):
            for column in range(max(0, bisect_right(self.xs, rect.x) - 1), bisect_left(self.xs, rect.right)):
                yield column, row, 0
        for column in range(bisect_right(self.xs, rect.x), bisect_left(self.xs, rect.right)):
            for row in range(max(0, bisect_right(self.ys, rect.y) - 1), bisect_left(self.ys, rect.bottom)):
                yield column, row, 1

    def draw(self, line: Sequence[Point]) -> None:
        """Count a line that is there: crossing it, running along it or through its head costs."""
        for a, b in pairwise(line):
            upright = a.x == b.x
            # as if it were upright: u is where it stands, from v to w
            us, vs = (self.xs, self.ys) if upright else (self.ys, self.xs)
            u, (v, w) = (a.x, sorted((a.y, b.y))) if upright else (a.y, sorted((a.x, b.x)))
            before = bisect_right(us, u) - 1
            for n in range(bisect_left(vs, v), bisect_right(vs, w)):
                self.crossed[(before, n, 0) if upright else (n, before, 1)] += 1
            along = range(max(0, bisect_right(vs, v) - 1), bisect_left(vs, w))
            for near in range(bisect_left(us, u - NEAR), bisect_right(us, u + NEAR)):
                self.doubled.update((near, n, 1) if upright else (n, near, 0) for n in along)
        self.crossed.update(2 * list(self._inside(Rect(*line[-1], 0, 0).grown(HEAD))))

    def step(self, spot: Spot, direction: int, through: set[str]) -> tuple[Spot, float] | None:
        """Return the next spot in a direction and what it costs to go there; none if the way is closed."""
        dx, dy = STEPS[direction]
        column, row = spot[0] + dx, spot[1] + dy
        if not (0 <= column < len(self.xs) and 0 <= row < len(self.ys)):
            return None
        key = (min(column, spot[0]), min(row, spot[1]), 0 if dx else 1)
        if key in self.blocked or self.within.get(key, "") not in through:
            return None
        length = abs(self.xs[column] - self.xs[spot[0]]) + abs(self.ys[row] - self.ys[spot[1]])
        cost = length + CROSSING * self.crossed.get(key, 0)
        if key in self.doubled:
            cost += ALONG * length
        if key in self.within:
            cost += INSIDE * length
        return (column, row), cost

    def spot(self, point: Point) -> Spot:
        """Return the spot nearest to a point."""
        return _nearest(self.xs, point.x), _nearest(self.ys, point.y)

    def point(self, spot: Spot) -> Point:
        """Return the point at a spot."""
        return Point(self.xs[spot[0]], self.ys[spot[1]])


def own_boxes(boxes: dict[str, Rect], *rects: Rect) -> Iterator[str]:
    """Yield the boxes that hold one of several cards."""
    for name, box in boxes.items():
        if any(box.encloses(rect) for rect in rects):
            yield name


def _landings(a: Point, b: Point) -> list[Point]:
    """Return where on a straight stretch of a line others may end: in its middle and, if it is long, beside that."""
    return [a.towards(b, share) for share in ((0.5, 0.25, 0.75) if a.distance(b) >= LONG else (0.5,))]


def _gutters(
    cards: Sequence[Rect], boxes: dict[str, Rect], ends: Sequence[Rect], more: Sequence[Point]
) -> tuple[list[float], list[float]]:
    """Return where routes may run: beside what stands free, and inside the boxes of their ends."""
    held = {card: next((box for box in boxes.values() if box.encloses(card)), None) for card in cards}
    own = {held.get(rect) for rect in ends} - {None}
    xs, ys = set[float](), set[float]()
    for rect in (*boxes.values(), *(card for card, box in held.items() if box is None or box in own)):
        gap = INNER if held.get(rect) in own else GUTTER
        xs |= {rect.x - gap, rect.right + gap}
        ys |= {rect.y - gap, rect.bottom + gap}
    for point in more:
        xs.add(point.x)
        ys.add(point.y)
    for rect in ends:
        for port in ports_of(rect, 0.0):
            (ys if port.direction % 2 else xs).add(port.point.x if port.direction % 2 == 0 else port.point.y)
    return sorted(xs), sorted(ys)


def _nearest(coordinates: Sequence[float], wanted: float) -> int:
    """Return the number of the coordinate nearest to another."""
    number = bisect_left(coordinates, wanted)
    near = [n for n in (number - 1, number) if 0 <= n < len(coordinates)]
    return min(near, key=lambda n: abs(coordinates[n] - wanted))
