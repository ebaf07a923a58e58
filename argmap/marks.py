"""Where the sign beside a line stands: near its premise, clear of cards, tabs and other lines."""

from collections.abc import Iterator

from argmap.geometry import Curve, Point, Rect, along, enters, hull, segments
from argmap.grid import Grid
from argmap.layout.placement import Placement, Route

_CLEAR = 4.6
"""How far from the middle of a sign cards, tabs and the borders of boxes have to stay, in points."""
_APART = 5.2
"""How far from it other lines and signs have to stay."""
_ASIDE = 6.6


def mark_places(placement: Placement) -> dict[Route, Point]:
    """Return the middle of the sign of every line that has a place for one."""
    surroundings = _Surroundings(placement)
    places = {}
    for route in placement.routes:
        if not route.stub:
            clear = (spot for spot in _candidates(route) if surroundings.clear(spot, route))
            free = (spot for spot in _candidates(route) if surroundings.free(spot))
            inside = (spot for spot in _candidates(route) if surroundings.frame.holds(spot))
            found = next(clear, None) or next(free, None) or next(inside, None)
            places[route] = found or next(_candidates(route))
            surroundings.add(places[route])
    return places


def _candidates(route: Route) -> Iterator[Point]:
    """Yield places beside a line, those near the premise and on the right first."""
    for distance in (5.2, 7.0, 9.0, 12.0, 16.0, 22.0, 30.0, 42.0, 60.0, 90.0, 130.0, 180.0, 250.0, 340.0, 360.0, 450.0):
        point, (ux, uy) = along(route.curve, distance)
        right = (-uy, ux) if -uy > 0 or (uy == 0 and ux < 0) else (uy, -ux)
        for sign in (1, -1):
            yield point.moved(sign * right[0] * _ASIDE, sign * right[1] * _ASIDE)


class _Surroundings:
    """What a sign has to stay clear of."""

    def __init__(self, placement: Placement) -> None:
        self.frame = Rect(0, 0, placement.width, placement.height).grown(-_CLEAR)
        self.solid: Grid[Rect] = Grid()
        self.lines: Grid[tuple[Rect, Curve, Route]] = Grid()
        self.signs: Grid[Point] = Grid()
        solid = [card.rect for card in placement.cards] + [box.tab_rect for box in placement.boxes]
        for rect in (*solid, *(edge for box in placement.boxes for edge in _edges(box.rect))):
            around = rect.grown(_CLEAR)
            self.solid.add(around, around)
        for route in placement.routes:
            for bezier in segments(route.curve):
                around = hull(bezier).grown(_APART)
                self.lines.add(around, (around, bezier, route))

    def add(self, sign: Point) -> None:
        """Count a sign that has found its place as taken."""
        self.signs.add(Rect(*sign, 0, 0).grown(_APART), sign)

    def free(self, spot: Point) -> bool:
        """Tell whether a spot is in the frame and on no card, tab or border."""
        return self.frame.holds(spot) and not any(rect.holds(spot) for rect in self.solid.near(spot))

    def clear(self, spot: Point, own: Route) -> bool:
        """Tell whether a spot is in the frame and nothing but its own line is near it."""
        if not self.free(spot) or any(sign.distance(spot) <= _APART for sign in self.signs.near(spot)):
            return False
        around = Rect(*spot, 0, 0).grown(_APART)
        return not any(
            route is not own and area.holds(spot) and enters(bezier, around)
            for area, bezier, route in self.lines.near(spot)
        )


def _edges(rect: Rect) -> Iterator[Rect]:
    """Yield the sides of a rectangle."""
    yield Rect(rect.x, rect.y, rect.width, 0)
    yield Rect(rect.x, rect.bottom, rect.width, 0)
    yield Rect(rect.x, rect.y, 0, rect.height)
    yield Rect(rect.right, rect.y, 0, rect.height)
