"""Where the sign beside a line stands: near its premise, clear of cards, tabs and other lines."""

from collections import defaultdict
from collections.abc import Iterator

from argmap.geometry import Point, Rect, along, samples
from argmap.layout.placement import Placement, Route

_CELL = 32.0
_CLEAR = 4.6
"""How far from the middle of a sign other things have to stay, in points."""
_ASIDE = 6.6


def mark_places(placement: Placement) -> dict[Route, Point]:
    """Return the middle of the sign of every line that has a place for one."""
    surroundings = _Surroundings(placement)
    places = {}
    for route in placement.routes:
        if not route.stub:
            clear = (spot for spot in _candidates(route) if surroundings.clear(spot, route))
            places[route] = next(clear, None) or next(_candidates(route))
            surroundings.add(places[route])
    return places


def _candidates(route: Route) -> Iterator[Point]:
    """Yield places beside a line, those near the premise and on the right first."""
    for distance in (11.0, 8.0, 15.0, 20.0, 28.0, 40.0):
        point, (ux, uy) = along(route.curve, distance)
        right = (-uy, ux) if -uy > 0 or (uy == 0 and ux < 0) else (uy, -ux)
        for sign in (1, -1):
            yield point.moved(sign * right[0] * _ASIDE, sign * right[1] * _ASIDE)


class _Surroundings:
    """What a sign has to stay clear of, found by where it is."""

    def __init__(self, placement: Placement) -> None:
        self.rects: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        self.points: dict[tuple[int, int], list[tuple[Point, Route | None]]] = defaultdict(list)
        solid = [card.rect for card in placement.cards] + [box.tab_rect for box in placement.boxes]
        for rect in (*solid, *(edge for box in placement.boxes for edge in _edges(box.rect))):
            for x in range(int((rect.x - _CLEAR) // _CELL), int((rect.right + _CLEAR) // _CELL) + 1):
                for y in range(int((rect.y - _CLEAR) // _CELL), int((rect.bottom + _CLEAR) // _CELL) + 1):
                    self.rects[x, y].append(rect)
        for route in placement.routes:
            for point in samples(route.curve, 24):
                self.points[self._cell(point)].append((point, route))

    def add(self, point: Point) -> None:
        """Count a sign that has found its place as taken."""
        self.points[self._cell(point)].append((point, None))

    def clear(self, spot: Point, own: Route) -> bool:
        """Tell whether nothing but its own line is near a spot."""
        column, row = self._cell(spot)
        if any(rect.grown(_CLEAR).holds(spot) for rect in self.rects[column, row]):
            return False
        return all(
            route is own or point.distance(spot) > _CLEAR + 1.5
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for point, route in self.points.get((x, y), ())
        )

    @staticmethod
    def _cell(point: Point) -> tuple[int, int]:
        return int(point.x // _CELL), int(point.y // _CELL)


def _edges(rect: Rect) -> Iterator[Rect]:
    """Yield the sides of a rectangle."""
    yield Rect(rect.x, rect.y, rect.width, 0)
    yield Rect(rect.x, rect.bottom, rect.width, 0)
    yield Rect(rect.x, rect.y, 0, rect.height)
    yield Rect(rect.right, rect.y, 0, rect.height)
