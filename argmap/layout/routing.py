"""Routes for what is no tree: right-angled lines along the gutters between cards.

A route is a shortest path in the grid of the gutters that counts length, bends and crossings, as in Wybrow, Marriott
and Stuckey 2009, *Orthogonal connector routing* (Graph Drawing, LNCS 5849), found by A* (Hart, Nilsson, Raphael 1968).
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import NamedTuple

from argmap.geometry import Point, corners_of
from argmap.layout.gutters import BEFORE, BESIDE_HEAD
from argmap.layout.landings import STEPS, Port
from argmap.layout.lanes import Grid, Spot

BEND = 26.0
"""What a corner costs, in points of length."""
_NEARLY = 1.0
"""How far a line may end short of itself and still be taken to come back to itself, in points."""
TIGHT = 100.0
"""What it costs to turn right before the card that a line leaves."""


class Haste(NamedTuple):
    """How a search is in a hurry: how much more the rest of a route counts than what lies behind, and its most steps.

    The more the rest counts, the faster is the search and the dearer the route.
    """

    eager: float
    steps: int


PATIENT = Haste(1.0, 1_000_000)
HASTY = Haste(20.0, 1_000)
GREEDY = Haste(100.0, 20_000)
_State = int
"""A spot and the direction in which it was reached: four times the spot, and the direction."""
_TURNS = ((0, 1, 3), (1, 2, 0), (2, 3, 1), (3, 0, 2))
"""Where a route can go on that comes in each direction: straight, and to both sides."""


def route(grid: Grid, starts: Sequence[Port], goals: Sequence[Port], haste: Haste = PATIENT) -> list[Point] | None:
    """Return the corners of the cheapest route, or none if there is none."""
    points = _Search(grid, starts, goals, haste).run()
    return None if points is None else unknotted(corners_of(points))


def unknotted(corners: Sequence[Point]) -> list[Point]:
    """Leave out the loops of a route that comes back to itself, and where it goes back on its own way."""
    kept: list[Point] = []
    for point in corners:
        for number, (a, b) in enumerate(pairwise(kept[:-1])):
            if spot := _crossing(a, b, kept[-1], point):
                kept[number + 1 :] = [spot]
                break
            if _is_way_back(a, b, kept[-1], point):
                kept[number:] = [Point(a.x, point.y) if a.y == b.y else Point(point.x, a.y)]
                break
        kept.append(point)
    return corners_of(kept)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Return where two upright or level lines cross, if one is upright and the other level."""
    if a.y == b.y and c.x == d.x:
        a, b, c, d = c, d, a, b
    if a.x != b.x or c.y != d.y:
        return None
    met = _is_along(a.y, b.y, c.y) and _is_along(c.x, d.x, a.x)
    return Point(a.x, c.y) if met else None


def _is_way_back(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether one upright or level line goes back on another, or nearly on it."""
    if a.y == b.y and c.y == d.y:
        a, b, c, d = (Point(point.y, point.x) for point in (a, b, c, d))
    if a.x != b.x or c.x != d.x or abs(a.x - c.x) > _NEARLY or (b.y - a.y) * (d.y - c.y) > 0:
        return False
    return min(max(a.y, b.y), max(c.y, d.y)) > max(min(a.y, b.y), min(c.y, d.y))


def _is_along(start: float, end: float, at: float) -> bool:
    """Tell whether a line between two places reaches a third, or nearly so."""
    return min(start, end) - _NEARLY <= at <= max(start, end) + _NEARLY


class _Search:
    """A search from the goals of a route back to its starts, so that the head has its room."""

    def __init__(self, grid: Grid, starts: Sequence[Port], goals: Sequence[Port], haste: Haste) -> None:
        self.grid, self.haste = grid, haste
        self.ends = {4 * grid.spot(port.gate) + (port.direction + 2) % 4: port.point for port in starts}
        self.gates: dict[Spot, list[int]] = {}
        for end in self.ends:
            self.gates.setdefault(end // 4, []).append(end % 4)
        self.hurried = haste is not PATIENT
        self.heap: list[tuple[float, float, _State]] = []
        self.cost: dict[_State, float] = {}
        self.before: dict[_State, _State | Point] = {}
        landings = [(port, landing) for port in goals if (landing := self._spur(port))]
        self.rest = _Rest(grid, list(self.gates), [spot for _, (spot, _) in landings], looks=not self.hurried)
        grid.gutters.steps_left -= len(self.rest.met)
        if self.rest.elsewhere < inf:
            for port, (spot, cost) in landings:
                self._reach(4 * spot + port.direction, cost, port.point)

    def run(self) -> list[Point] | None:
        """Return the points of the cheapest path, from its start to its goal."""
        gutters = self.grid.gutters
        for _ in range(min(self.haste.steps, gutters.steps_left)):
            if not self.heap:
                break
            gutters.steps_left -= 1
            _, minus, state = heappop(self.heap)
            if -minus > self.cost[state]:
                continue
            if state in self.ends:
                return [self.ends[state], *self._trace(state)]
            self._leave(state, -minus)
        return None

    def _leave(self, state: _State, total: float) -> None:
        """Go on from a state, or turn right before a start rather than run beyond it and back."""
        spot, direction = divmod(state, 4)
        for towards in self.gates.get(spot, ()):
            if (towards - direction) % 2:
                self._reach(4 * spot + towards, total + TIGHT, state)
        onward = self.grid.onward(spot)
        for towards in _TURNS[direction]:
            if ahead := onward[towards]:
                after, length, met = ahead
                self._reach(4 * after + towards, total + length + met + (0.0 if towards == direction else BEND), state)

    def _reach(self, state: _State, total: float, origin: _State | Point) -> None:
        """Note a way to a state, if it is the cheapest so far; in a hurry, the first will do."""
        known = self.cost.get(state)
        if known is None or (total < known and not self.hurried):
            self.cost[state] = total
            self.before[state] = origin
            heappush(self.heap, (total + self.haste.eager * self.rest.least(state), -total, state))

    def _spur(self, port: Port) -> tuple[Spot, float] | None:
        """Follow the direction of a port until there is room for a head; return where that is, and what it costs."""
        start = spot = self.grid.spot(port.gate)
        total = port.gap
        if port.has_head and not self.hurried:
            gutters = self.grid.gutters
            total += BEFORE * gutters.leaves_no_turn(port) + BESIDE_HEAD * gutters.is_beside_head(port)
        while self.grid.point(spot).distance(port.point) < port.spur:
            ahead = self.grid.onward(spot)[port.direction]
            if ahead is None:
                return None
            touched = self.grid.touching(spot, port.direction) if port.on and spot == start else 0.0
            spot, total = ahead[0], total + ahead[1] + ahead[2] - touched  # a line that is ended on is not crossed
        return spot, total

    def _trace(self, state: _State) -> list[Point]:
        points = [self.grid.point(state // 4)]
        origin = self.before[state]
        while not isinstance(origin, Point):
            points.append(self.grid.point(origin // 4))
            origin = self.before[origin]
        return [*points, origin]


class _Rest:
    """What the rest of a route costs at least: its length, the corners that it cannot do without, and what it meets.

    What it meets, such as lines that it crosses, is found by Dijkstra 1959, outwards from the starts until the first of
    the goals is reached: everywhere else at least as much lies ahead.
    """

    def __init__(self, grid: Grid, starts: Sequence[Spot], goals: Sequence[Spot], *, looks: bool) -> None:
        self.grid = grid
        self.right, self.down = self._ways_to(starts)
        self.met: dict[Spot, float] = {}
        self.elsewhere = self._look(starts, set(goals)) if looks and goals else 0.0

    def least(self, state: _State) -> float:
        """Return what it costs at least to go on from a state."""
        spot, direction = divmod(state, 4)
        column, row = divmod(spot, self.grid.rows)
        dx, dy = self.right[column], self.down[row]
        sx, sy = STEPS[direction]
        backwards = dx * sx < 0 or dy * sy < 0
        bends = 2 if backwards else 1 if (dx and not sx) or (dy and not sy) else 0
        return abs(dx) + abs(dy) + BEND * bends + self.met.get(spot, self.elsewhere)

    def _look(self, starts: Sequence[Spot], goals: set[Spot]) -> float:
        """Find what routes meet at least on their way from the starts, the nearest to the goals first."""
        right, down = self._ways_to(list(goals))
        heap = [(0.0, 0.0, spot) for spot in starts]
        while heap:
            met, _, spot = heappop(heap)
            if spot in self.met:
                continue
            if spot in goals:
                return met
            self.met[spot] = met
            for ahead in self.grid.onward(spot):
                if ahead and ahead[0] not in self.met:
                    column, row = divmod(ahead[0], self.grid.rows)
                    heappush(heap, (met + ahead[2], abs(right[column]) + abs(down[row]), ahead[0]))
        return inf

    def _ways_to(self, spots: Sequence[Spot]) -> tuple[list[float], list[float]]:
        """Return how far it is into the room that holds some spots, from every column to the right, and down."""
        points = [self.grid.point(spot) for spot in spots]
        xs, ys = [point.x for point in points] or [0.0], [point.y for point in points] or [0.0]
        return _ways_into(min(xs), max(xs), self.grid.xs), _ways_into(min(ys), max(ys), self.grid.ys)


def _ways_into(low: float, high: float, places: Sequence[float]) -> list[float]:
    """Return how far it is from some places to the nearest between two."""
    return [low - place if place < low else high - place if place > high else 0.0 for place in places]
