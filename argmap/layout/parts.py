"""Parts of an argument and the sizes that they can take.

A part is a head (a card or a reason box) with what bears on it. It can be composed in several ways, each of which gives
a curve of sizes; the best of all is the curve of the part. Curves are made from the leaves of the argument up; going
down again, every part takes the lowest size that fits the width that it is given. For trees of points that is due to
Eades, Lin and Lin 1992, *Minimum size h-v drawings*; for rectangles, to Stockmeyer 1983 (see ``curves``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from argmap.geometry import Rect
from argmap.layout.curves import Front, best_of
from argmap.layout.sheet import Manner, Putter, Sheet
from argmap.model import Relation

SIDE_GAP = 12.0
"""Between parts side by side, in points of the layout."""
STACK_GAP = 9.0
"""Between parts on top of each other."""
HEAD_ROOM = 11.0
"""Above the uppermost rail of a channel, for heads."""
TRACK = 9.0
"""Between rails side by side in a channel."""
APART = 14.0
"""Between lines side by side along which parts hang, and between heads at one side of a card."""
RISE = 11.0
"""Below the lowest rail of a channel, for the signs beside the lines."""
DROP = 15.0
"""From a head to what hangs below it, where the lines run straight."""
LONE = 18.5
"""From a head to the only thing that stands straight below it."""
RAIL = 7.0
"""From the left of a hanging column to the line along which it hangs."""
BRANCH = RAIL + 11.0
"""From the left of a hanging column to the parts that hang there."""
COLUMN_GAP = 9.0
"""Between premises that head columns of their own."""
POCKET = 22.0
"""The room for the line of an undercutter that stands beside an arrow."""


class Way:
    """One way of composing a part."""

    front: Front

    @property
    def manner(self) -> Manner:
        """How this way differs from others of composing the same part, whatever the sizes are; empty if in nothing."""
        return ()

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the part into a width."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Choice(Front):
    """The sizes that a part can take in the best of several ways, with the way that gives each size."""

    ways: Sequence[Way]

    @classmethod
    def among(cls, ways: Sequence[Way], most: int) -> Self:
        """Choose among ways; at most so many sizes are kept."""
        front, numbers = best_of([way.front for way in ways], most)
        return cls(front.widths, front.heights, [ways[number] for number in numbers])


class Part(Putter):
    """Something that takes room: ``top`` and ``side`` are its sizes when its line leaves at the top, or sideways.

    ``name`` is the claim or inference that it is made of, with what bears on it.
    """

    name: str
    top: Choice
    side: Choice

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the head, have the rest placed later, and return the room of the head."""
        choice = self.side if sideways else self.top
        number = choice.number_at(width)
        way = choice.ways[number]
        sheet.composed[self.name] = way.manner
        with sheet.part(Rect(x, y, width, choice.heights[number])):
            return way.put(sheet, x, y, width, sideways=sideways)


@dataclass(frozen=True)
class Child:
    """What bears on a head: an inference with its part.

    ``target`` is the claim or inference of the head on which it bears; none where its line is drawn elsewhere.
    """

    inference: str
    relation: Relation
    target: str | None
    part: Part

    @property
    def rail(self) -> tuple[str | None, Relation]:
        """Children next to each other of the same rail share it."""
        return (self.target, self.relation)


class Composed(Part):
    """A part that is composed in the best of several ways."""

    def __init__(self, name: str, ways: Sequence[Way], most: int) -> None:
        self.name = name
        self.top = self.side = Choice.among(ways, most)


class Legend(Part):
    """The legend, placed like something that bears on the thesis and has no line."""

    def __init__(self, sizes: Sequence[tuple[float, float]]) -> None:
        front, _ = best_of([Front([width], [height]) for width, height in sizes], len(sizes))
        self.top = self.side = Choice(front.widths, front.heights, ())

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:  # noqa: ARG002
        """Keep its room."""
        sheet.legend = Rect(x, y, *self.top.at_width(width))
        return sheet.legend


def rails(children: Sequence[Child]) -> list[list[Child]]:
    """Return the runs of children that share a rail."""
    return [list(run) for (target, _), run in groupby(children, key=lambda child: child.rail) if target is not None]
