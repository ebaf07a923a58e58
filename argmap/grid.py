"""A grid of things in a drawing, in which those near a point are found without asking all the others."""

from collections import defaultdict
from typing import Generic, TypeVar

from argmap.geometry import Point, Rect

_CELL = 128.0

Thing = TypeVar("Thing")


class Grid(Generic[Thing]):
    """Things, found by where they are."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[Thing]] = defaultdict(list)

    def add(self, rect: Rect, thing: Thing) -> None:
        """Add a thing that is to be found from everywhere in a rectangle."""
        for column in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
            for row in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
                self.cells[column, row].append(thing)

    def near(self, point: Point) -> list[Thing]:
        """Return the things that may be found from a point, and perhaps others not far away."""
        return self.cells.get((int(point.x // _CELL), int(point.y // _CELL)), [])
