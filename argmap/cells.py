"""Things in the plane, found by where they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar

from argmap.geometry import Point, Rect

SIZE = 64.0
"""How wide and high a cell is, in points of the layout."""

Thing = TypeVar("Thing")


class Cells(Generic[Thing]):
    """The plane in square cells, each with the things that reach into it."""

    def __init__(self, things: Iterable[tuple[Rect, Thing]] = ()) -> None:
        self.cells: dict[tuple[int, int], list[Thing]] = {}
        for rect, thing in things:
            self.add(rect, thing)

    def add(self, rect: Rect, thing: Thing) -> None:
        """Add a thing that is to be found from everywhere in a rectangle."""
        for cell in _cells(rect.x, rect.y, rect.right, rect.bottom):
            self.cells.setdefault(cell, []).append(thing)

    def remove(self, rect: Rect, thing: Thing) -> None:
        """Remove a thing that was added with a rectangle."""
        for cell in _cells(rect.x, rect.y, rect.right, rect.bottom):
            self.cells[cell].remove(thing)

    def near(self, left: float, top: float, right: float, bottom: float) -> Iterable[Thing]:
        """Return what may be found in a rectangle, and perhaps others not far away; what is large, more than once."""
        column, last_column = int(left // SIZE), int(right // SIZE)
        row, last_row = int(top // SIZE), int(bottom // SIZE)
        if column == last_column and row == last_row:  # as nearly always
            return self.cells.get((column, row), ())
        rows = range(row, last_row + 1)
        around = [(column, row) for column in range(column, last_column + 1) for row in rows]
        return chain.from_iterable(self.cells[cell] for cell in around if cell in self.cells)

    def at(self, point: Point) -> Sequence[Thing]:
        """Return what may be found at a point, and perhaps others not far away."""
        return self.cells.get((int(point.x // SIZE), int(point.y // SIZE)), ())


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // SIZE), int(right // SIZE) + 1):
        for row in range(int(top // SIZE), int(bottom // SIZE) + 1):
            yield column, row
