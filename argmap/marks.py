"""Where the sign beside a line stands: near its premise, with paper around it, and plainly beside its own line."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from math import inf
from typing import NamedTuple

from argmap.cells import Cells
from argmap.geometry import Curve, Point, Rect, enters, hull, polyline, segments, straight
from argmap.layout.placement import Placement, Route
from argmap.lines import BADGE_RADIUS, MARK_SIZE, MARK_WIDTH, circle, head_corners
from argmap.theme import Mark

_HALF, _PEN = MARK_SIZE / 2, MARK_WIDTH / 2
"""How far the strokes of a sign reach from its middle, and half their width, in points."""
_LINE_PEN, _BORDER_PEN = 1.0, 0.75
"""Half the width of lines and of borders."""
_ASIDES = (6.6, 7.7, 9.6)
"""How far from its line a sign stands: farther only to be clear of a corner or head of a short one."""
_DEARER = 3.0
"""How many points farther along its line a sign would rather be than one point farther from it."""
_OTHER_SIDE = 4.0
"""How many points farther along its line a sign would rather be than on the left of it or below it."""
_DISTANCES = (
    *(4.4 + 0.5 * step for step in range(8)),
    *(9.0 + 1.5 * step for step in range(10)),
    *(25.0 + 4.0 * step for step in range(10)),
    *(70.0 + 12.0 * step for step in range(34)),
)
"""How far along its line a sign may stand."""
_OFFSETS = sorted(
    ((distance, side * aside) for distance in _DISTANCES for aside in _ASIDES for side in (1, -1)),
    key=lambda offset: offset[0] + _DEARER * abs(offset[1]) + _OTHER_SIDE * (offset[1] < 0),
)
_MARGIN = 1.0
"""How far a sign stays inside the frame."""
_WELL, _PLAINLY = 3.0, 0.7
"""How much farther than its own line any other is from a sign that is well, or just plainly, beside its own."""
_END = 2.0
"""How far before the end of a line the last signs may stand."""
_NEAR, _FAR = 20.0, 60.0


class _Wish(NamedTuple):
    """What is wished of the place of a sign.

    How much paper is around it, how much nearer its own line is than any other, if there is one at all, and how far
    along its line it is at most.
    """

    room: float
    lead: float
    far: float
    of_others: bool = True
    """Whether it is so far from lines that have another sign, too: their colour and dashes tell."""


_WISHES = (
    _Wish(1.45, _WELL, _NEAR),
    _Wish(1.2, _WELL, _NEAR),
    _Wish(1.45, _PLAINLY, _NEAR),
    _Wish(1.2, _PLAINLY, _NEAR),
    _Wish(1.45, _PLAINLY, _FAR),
    _Wish(1.2, _PLAINLY, _FAR),
    _Wish(0.8, _PLAINLY, _FAR),
    _Wish(1.2, _PLAINLY, _FAR, of_others=False),
    _Wish(1.2, _PLAINLY, inf),
    _Wish(1.2, -inf, _FAR),
    _Wish(0.4, -inf, inf),
)
"""What is wished first comes first."""
_SIGN_ROOM = 4.0
"""How many times as much paper is left between two signs."""
_AHEAD, _IN_LINE = 16.0, 8.5
"""How far ahead of a level piece of its line, and how far aside, a minus looks like another dash of it."""
_REACH = max(_ASIDES) + _WELL


_Sides = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle."""


class _Spot(NamedTuple):
    """The middle of a sign, the place on its line beside which it is, and how far away that is."""

    middle: Point
    base: Point
    aside: float


def mark_places(placement: Placement, marks: Mapping[str, Mark]) -> dict[Route, Point]:
    """Return the middle of the sign of every line that has one beside it.

    ``marks`` are the signs of all inferences; a cross stands in the badge in which its line ends.
    """
    surroundings = _Surroundings(placement, marks)
    places = {}
    for route in placement.routes:
        if not route.stub and marks[route.inference] is not Mark.CROSS:
            places[route] = surroundings.best(route)
            surroundings.add(places[route])
    return places


class _Beside:
    """The places beside a line at which its sign may stand."""

    def __init__(self, curve: Curve) -> None:
        self.points = list(polyline(curve))
        self.ways = list(accumulate((a.distance(b) for a, b in pairwise(self.points)), initial=0.0))
        self.last = max(self.ways[-1] - _END, _DISTANCES[0])
        self.known: dict[float, list[_Spot]] = {}

    def spots(self, far: float = inf) -> list[_Spot]:
        """Return the places up to some way along the line, those near the premise and on the right first."""
        far = min(self.last, far)
        if far not in self.known:
            bases = {distance: self._base(distance) for distance in _DISTANCES if distance <= far}
            offsets = [(bases[distance], aside) for distance, aside in _OFFSETS if distance <= far]
            self.known[far] = [
                _Spot(base.moved(aside * across, aside * down), base, abs(aside))
                for (base, (across, down)), aside in offsets
            ]
        return self.known[far]

    def _base(self, distance: float) -> tuple[Point, tuple[float, float]]:
        """Return the point at some way along the line, and the way from there to its right or, if it is level, up."""
        number = min(bisect_left(self.ways, distance, 1), len(self.points) - 1)
        before, after = self.points[number - 1], self.points[number]
        step = self.ways[number] - self.ways[number - 1]
        ux, uy = (after.x - before.x) / step, (after.y - before.y) / step
        right = (-uy, ux) if -uy > 0 or (uy == 0 and ux < 0) else (uy, -ux)
        return before.towards(after, (distance - self.ways[number - 1]) / step), right


class _Surroundings:
    """What a sign has to stay clear of."""

    def __init__(self, placement: Placement, marks: Mapping[str, Mark]) -> None:
        self.marks = marks
        self.frame = Rect(0, 0, placement.width, placement.height).grown(-_HALF - _MARGIN)
        self.solid: Cells[_Sides] = Cells()
        self.lines: Cells[tuple[_Sides, Curve, Route]] = Cells()
        self.heads: Cells[tuple[_Sides, Curve]] = Cells()
        self.signs: Cells[Point] = Cells()
        solid = [card.rect for card in placement.cards] + [box.tab_rect for box in placement.boxes]
        solid += [placement.legend] if placement.legend else []
        for rect in (*solid, *(edge for box in placement.boxes for edge in _edges(box.rect))):
            self.solid.add(rect.grown(_REACH), _sides(rect))
        for route in placement.routes:
            for bezier in segments(route.curve):
                around = hull(bezier)
                self.lines.add(around.grown(_REACH), (_sides(around), bezier, route))
            for side in () if route.stub else _head(route.curve, badge=marks[route.inference] is Mark.CROSS):
                around = hull(side)
                self.heads.add(around.grown(_REACH), (_sides(around), side))

    def add(self, sign: Point) -> None:
        """Count a sign that has found its place as taken."""
        self.signs.add(Rect(*sign, 0, 0).grown(_REACH), sign)

    def best(self, route: Route) -> Point:
        """Return the middle of the sign of a line: the first place with as much room as any."""
        ahead = list(_ahead(route)) if self.marks[route.inference] is Mark.MINUS else []
        clear: dict[tuple[Point, float], bool] = {}
        beside = _Beside(route.curve)
        for wish in _WISHES:
            for spot in beside.spots(wish.far):
                key = (spot.middle, wish.room)
                if key not in clear:
                    clear[key] = self._is_clear(*key)
                if clear[key] and not self._is_doubtful(spot, route, wish, ahead):
                    return spot.middle
        middles = [spot.middle for spot in beside.spots()]
        return next((middle for middle in middles if self._is_free(middle, 0.0)), middles[0])

    def _is_free(self, middle: Point, room: float) -> bool:
        """Tell whether a sign would be in the frame and on no card, tab, legend or border, with some room between."""
        pen = _BORDER_PEN + room
        return self.frame.holds(middle) and not any(_covers(sides, middle, pen) for sides in self.solid.at(middle))

    def _is_clear(self, middle: Point, room: float) -> bool:
        """Tell whether there is room around a sign on all sides, its own line and head included."""
        if not self._is_free(middle, room):
            return False
        if any(_touch(middle, sign, _SIGN_ROOM * room) for sign in self.signs.at(middle)):
            return False
        pen = _LINE_PEN + room
        lines = ((sides, bezier) for sides, bezier, _ in self.lines.at(middle))
        for sides, bezier in chain(lines, self.heads.at(middle)):
            if _covers(sides, middle, pen) and (
                _is_straight(sides) or any(enters(bezier, arm) for arm in _arms(middle, pen))
            ):
                return False
        return True

    def _is_doubtful(self, spot: _Spot, own: Route, wish: _Wish, ahead: Sequence[Rect]) -> bool:
        """Tell whether a sign could be taken for that of another line, of several that have joined, or for a dash."""
        if wish.lead == -inf:
            return False
        if any(rect.holds(spot.middle) for rect in ahead):
            return True
        for sides, bezier, route in self.lines.at(spot.middle):
            if not wish.of_others and self.marks[route.inference] is not self.marks[own.inference]:
                continue
            joined = route.curve[-1] == own.curve[-1]
            middle, far = (spot.base, _LINE_PEN) if joined else (spot.middle, spot.aside + wish.lead)
            near = route is not own and max(_gaps(sides, middle)) < far
            if near and (_is_straight(sides) or enters(bezier, Rect(*middle, 0, 0).grown(far))):
                return True
        return False


def _ahead(route: Route) -> Iterator[Rect]:
    """Yield the rooms ahead of the level pieces of a line, in which a minus would go on with its dashes."""
    for a, _, _, b in segments(route.curve):
        if a.y == b.y:
            for left in (min(a.x, b.x) - _AHEAD, max(a.x, b.x)):
                yield Rect(left, a.y - _IN_LINE, _AHEAD, 2 * _IN_LINE)


def _sides(rect: Rect) -> _Sides:
    return rect.x, rect.y, rect.right, rect.bottom


def _is_straight(sides: _Sides) -> bool:
    """Tell whether what has these sides is an upright or level line."""
    return sides[0] == sides[2] or sides[1] == sides[3]


def _gaps(sides: _Sides, point: Point) -> tuple[float, float]:
    """Return how far a point is beside a rectangle and how far above or below it; less than nothing within."""
    x, y = point
    left, top, right, bottom = sides
    return (left - x if left > x else x - right), (top - y if top > y else y - bottom)


def _covers(sides: _Sides, middle: Point, pen: float) -> bool:
    """Tell whether the strokes of a sign, that much thicker and longer, come into a rectangle."""
    (x, y), (left, top, right, bottom) = middle, sides
    far, near = _HALF + pen, _PEN + pen
    if left - x >= far or x - right >= far or top - y >= far or y - bottom >= far:  # as mostly
        return False
    across, down = _gaps(sides, middle)
    return across < near or down < near


def _arms(middle: Point, room: float) -> tuple[Rect, Rect]:
    """Return the room of both strokes of a plus; other signs take no more."""
    far, near = _HALF + room, _PEN + room
    return (
        Rect(middle.x - far, middle.y - near, 2 * far, 2 * near),
        Rect(middle.x - near, middle.y - far, 2 * near, 2 * far),
    )


def _touch(one: Point, other: Point, room: float) -> bool:
    """Tell whether two signs would have less than some room between them."""
    return max(abs(one.x - other.x), abs(one.y - other.y)) < 2 * _HALF + room


def _head(curve: Curve, *, badge: bool) -> Iterator[Curve]:
    """Yield the outline of the head of a line, as single curves."""
    if badge:
        yield from segments(circle(curve[-1], BADGE_RADIUS))
    else:
        tip, one, other = head_corners(curve)
        yield from (straight(a, b) for a, b in pairwise((tip, one, other, tip)))


def _edges(rect: Rect) -> Iterator[Rect]:
    """Yield the sides of a rectangle."""
    yield Rect(rect.x, rect.y, rect.width, 0)
    yield Rect(rect.x, rect.bottom, rect.width, 0)
    yield Rect(rect.x, rect.y, 0, rect.height)
    yield Rect(rect.right, rect.y, 0, rect.height)
