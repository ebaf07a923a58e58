"""Routes for what is no tree: right-angled lines along the gutters between cards.

A route is a shortest path in the grid of the gutters that counts length, bends and crossings, as in Wybrow, Marriott
and Stuckey 2009, *Orthogonal connector routing* (Graph Drawing, LNCS 5849), found by A* (Hart, Nilsson, Raphael 1968).
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from argmap.geometry import Point, bounds, corners_of
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
CALM = Haste(1.5, 1_000_000)
HASTY = Haste(20.0, 1_000)
GREEDY = Haste(100.0, 20_000)
_State = tuple[Spot, int]
"""A spot, and the direction in which it was reached."""


def route(grid: Grid, starts: Sequence[Port], goals: Sequence[Port], haste: Haste = CALM) -> list[Point] | None:
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
        self.grid, self.goals, self.haste = grid, goals, haste
        self.ends = {(grid.spot(port.gate), (port.direction + 2) % 4): port.point for port in starts}
        self.gates: dict[Spot, list[int]] = {}
        for spot, direction in self.ends:
            self.gates.setdefault(spot, []).append(direction)
        self.hurried = haste not in (PATIENT, CALM)
        around = bounds((), [port.gate for port in starts])
        self.around = (around.x, around.y, around.right, around.bottom)
        self.heap: list[tuple[float, float, Spot, int]] = []
        self.cost: dict[_State, float] = {}
        self.before: dict[_State, _State | Point] = {}

    def run(self) -> list[Point] | None:
        """Return the points of the cheapest path, from its start to its goal."""
        for port in self.goals:
            if landing := self._spur(port):
                self._reach((landing[0], port.direction), landing[1], port.point)
        for _ in range(min(self.haste.steps, self.grid.gutters.steps_left)):
            if not self.heap:
                break
            self.grid.gutters.steps_left -= 1
            _, minus, spot, direction = heappop(self.heap)
            if -minus > self.cost[spot, direction]:
                continue
            if (spot, direction) in self.ends:
                return [self.ends[spot, direction], *self._trace((spot, direction))]
            self._turn_in(spot, direction, -minus)
            self._leave((spot, direction), -minus)
        return None

    def _leave(self, state: _State, total: float) -> None:
        """Go on from a state."""
        spot, direction = state
        onward = self.grid.onward(spot)
        for towards in (direction, (direction + 1) % 4, (direction + 3) % 4):
            if ahead := onward[towards]:
                after, cost = ahead
                self._reach((after, towards), total + cost + (0.0 if towards == direction else BEND), state)

    def _turn_in(self, spot: Spot, direction: int, total: float) -> None:
        """Note that a route may turn right before its start, rather than run beyond it and back."""
        for towards in self.gates.get(spot, ()):
            if (towards - direction) % 2:
                self._reach((spot, towards), total + TIGHT, (spot, direction))

    def _reach(self, state: _State, total: float, origin: _State | Point) -> None:
        """Note a way to a state, if it is the cheapest so far; in a hurry, the first will do."""
        known = self.cost.get(state)
        if known is None or (total < known and not self.hurried):
            self.cost[state] = total
            self.before[state] = origin
            heappush(self.heap, (total + self.haste.eager * self._guess(*state), -total, *state))

    def _guess(self, spot: Spot, direction: int) -> float:
        """Return what the rest costs at least: its length, and the corners that it cannot do without."""
        x, y = self.grid.xs[spot // self.grid.rows], self.grid.ys[spot % self.grid.rows]
        left, top, right, bottom = self.around
        dx = left - x if x < left else right - x if x > right else 0.0
        dy = top - y if y < top else bottom - y if y > bottom else 0.0
        sx, sy = STEPS[direction]
        backwards = dx * sx < 0 or dy * sy < 0
        bends = 2 if backwards else 1 if (dx and not sx) or (dy and not sy) else 0
        return abs(dx) + abs(dy) + BEND * bends

    def _spur(self, port: Port) -> tuple[Spot, float] | None:
        """Follow the direction of a port until there is room for a head."""
        spot, total = self.grid.spot(port.gate), port.gap
        while self.grid.point(spot).distance(port.point) < port.spur:
            ahead = self.grid.onward(spot)[port.direction]
            if ahead is None:
                return None
            spot, total = ahead[0], total + ahead[1]
        return spot, total

    def _trace(self, state: _State) -> list[Point]:
        points = [self.grid.point(state[0])]
        origin = self.before[state]
        while not isinstance(origin, Point):
            points.append(self.grid.point(origin[0]))
            origin = self.before[origin]
        return [*points, origin]
