"""Ways of composing a head and what bears on it: in a row, in hanging columns, or beside it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from argmap.geometry import Rect
from argmap.layout.columns import Column, is_apart, partitions
from argmap.layout.curves import Front, shared, side_by_side, stacked
from argmap.layout.heads import Head, Standing, stop_below, stop_beside
from argmap.layout.parts import (
    APART,
    BRANCH,
    DROP,
    HEAD_ROOM,
    LONE,
    RAIL,
    RISE,
    SIDE_GAP,
    STACK_GAP,
    TRACK,
    Child,
    Way,
    rails,
)
from argmap.layout.sheet import Channel, Group, Manner, Riser, Sheet, Stop
from argmap.model import Relation

_NESTED = 4
"""In about how many ways those children are parted that stand below while others stand beside."""
_FEW = 8
_ASIDE = 18.0
"""How far to the right of the left of its head in a column stands what bears on it, if there is room."""


def ways_of(head: Head, children: Sequence[Child], most: int, *, apart: bool = False) -> list[Way]:
    """Return the ways in which a head and what bears on it can be composed, about as many as ``most``.

    ``apart`` keeps what bears on different premises of a box out of each other's columns.
    """
    if not children:
        return [Alone(head)]

    def below(head: Head, children: Sequence[Child], most: int) -> list[Below]:
        return [Below(head, parted) for parted in partitions(children, most) if not apart or is_apart(parted)]

    ways: list[Way] = [*below(head, children, most)]
    if _fits_beside(head, children):
        ways.append(Beside(head, children))
    nested = min(_NESTED, most)
    for border in _borders(len(children), most):
        before, after = children[:border], children[border:]
        if _fits_beside(head, after):
            ways += [Beside(Extended(way), after) for way in below(head, before, nested)]
        if _fits_beside(head, before):
            ways += below(Extended(Beside(head, before)), after, nested)
    return ways


def _fits_beside(head: Head, children: Sequence[Child]) -> bool:
    """Tell whether some of what bears on a head can stand beside it.

    What undercuts a box does not do so with what bears on a premise in it: a badge near the head of an arrow would seem
    to be about that arrow.
    """
    undercutting = {child.relation is Relation.UNDERCUT for child in children if child.target}
    return len(undercutting) < 2 and all(head.ends_right(child.target) for child in children)


def _borders(count: int, most: int) -> Iterable[int]:
    """Return where children are divided into those below a head and those beside it: anywhere, if they are few."""
    few = min(_FEW, most)
    if count <= few:
        return range(1, count)
    return sorted({round(count * share / few) for share in range(1, few)})


class Alone(Way):
    """A head on which nothing bears."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.front = head.front

    @property
    def manner(self) -> Manner:
        """How its head is."""
        return self.head.manner

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the head."""
        least, _ = self.front.at_width(width)
        left = x if sideways else x + (width - least) / 2
        return self.head.place(sheet, left, y, least, sideways=sideways).body


class Framing(Way):
    """A head with what bears on it."""

    head: Head

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the part into a width."""
        return self.stand(sheet, x, y, width, sideways=sideways).body

    def stand(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:
        """Place the part into a width; its room is that of all that bears on the head as well."""
        raise NotImplementedError


class Extended:
    """A head with some of what bears on it, as the head of the rest."""

    def __init__(self, way: Framing) -> None:
        self.way = way
        self.skirt = 0.0
        self.manner = way.manner
        self.front = way.front

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim or inference."""
        return self.way.head.starts_left(target)

    def spans(self, target: str) -> bool:  # noqa: ARG002
        """Tell whether a line that rises anywhere below can go straight up: not where other things stand there."""
        return False

    def inset(self, target: str) -> float:
        """Return how much farther to the right a line that rises at the left stands if it leads to what is in a box."""
        return self.way.head.inset(target)

    def ends_right(self, target: str | None) -> bool:
        """Tell whether something may stand on the right with a line straight to a claim or inference, or none."""
        return self.way.head.ends_right(target)

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:
        """Place all of it."""
        return self.way.stand(sheet, x, y, self.front.at_width(width).width, sideways=sideways)


class Below(Framing):
    """What bears on a head stands below it in columns.

    A column of one may stand under a line of its own, as in a row; others hang, stacked along a line at their left, as
    in an organisation chart.
    """

    def __init__(self, head: Head, parted: Sequence[Column]) -> None:
        self.head, self.parted = head, parted
        self.runs = rails([child for column in parted for child in column.children])
        self.indents = [self._indent(column) for column in parted]
        levels = HEAD_ROOM + TRACK * max(0, len(self.runs) - 1) + RISE
        self.channel = head.skirt + (DROP if self._is_straight() else LONE if self._is_lone() else levels)
        self.fronts = [self._column_front(column, indent) for column, indent in zip(parted, self.indents, strict=True)]
        self.front = stacked([head.front, side_by_side(self.fronts, SIDE_GAP)], self.channel)

    @property
    def manner(self) -> Manner:
        """How many stand in each column, and whether they hang."""
        return ("below", self.head.manner, *((len(column.children), column.hangs) for column in self.parted))

    def _indent(self, column: Column) -> float:
        """Return the room for the lines of a column at its left."""
        return self._tracks(column)[0] + BRANCH - RAIL if column.hangs else 0.0

    def _tracks(self, column: Column) -> list[float]:
        """Return how far from its left the lines stand along which a column hangs: the first is the nearest to it.

        What undercuts a box stands farther from what bears on a premise in it: badge and head would seem to be one.
        """
        runs = rails(column.children)
        tracks = [RAIL + self.head.inset((runs[-1][0].target if runs else None) or "")]
        for outer, inner in pairwise(runs[::-1]):
            mixed = Relation.UNDERCUT in (outer[0].relation, inner[0].relation)
            tracks.insert(0, tracks[0] + APART * (1 + mixed))
        return tracks

    def _is_straight(self) -> bool:
        """Tell whether all lines run straight up to the head: those of a single hanging column do, nearly always."""
        single = len(self.parted) == 1 and self.parted[0].hangs
        return single and all(self.head.starts_left(run[0].target or "") for run in self.runs)

    def _is_lone(self) -> bool:
        """Tell whether there is but one line, and it runs straight up from what stands right below the head."""
        (column, *others), runs = self.parted, self.runs
        return not (others or column.hangs) and bool(runs) and self.head.spans(runs[0][0].target or "")

    def _column_front(self, column: Column, indent: float) -> Front:
        if not column.hangs:
            return column.children[0].part.top
        return stacked([child.part.side for child in column.children], STACK_GAP).grown(indent, 0.0)

    def stand(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:
        """Place the head, and the columns below it: its middle over theirs, unless a line comes from the left."""
        head, _ = self.head.front.at_width(width)
        sizes = shared(self.fronts, width, SIDE_GAP)
        row = sum(size.width for size in sizes) + SIDE_GAP * (len(sizes) - 1)
        span = max(head, row)
        left = x if sideways else x + (width - span) / 2
        centered = not sideways and not (len(sizes) == 1 and self.parted[0].hangs)
        standing = self.head.place(sheet, left + (span - head) / 2 * centered, y, head, sideways=sideways)
        at = left + ((span - row) / 2 if centered else 0.0)
        if sideways and not self.parted[0].hangs:  # it would seem to stand as an equal in the column of its head
            at += min(_ASIDE, max(0.0, width - row))
            span = max(span, at - left + row)
        spare = max(0.0, head - row) if len(sizes) == 1 else 0.0
        top = standing.room.bottom + self.channel
        risers: dict[int, list[Riser]] = {}
        for column, size, indent in zip(self.parted, sizes, self.indents, strict=True):
            if column.hangs:
                self._hang(sheet, column, Rect(at, top, size.width + spare, size.height), indent, risers)
            else:
                (child,) = column.children
                sheet.later(child.part, at, top, size.width, sideways=False)
                self._rise(risers, Riser((child.inference,)))
            at += size.width + SIDE_GAP
        groups = tuple(
            Group(_stop(stop_below, standing, run), tuple(risers[number])) for number, run in enumerate(self.runs)
        )
        sheet.channels.append(Channel(standing.room.bottom + self.head.skirt, groups))
        room = Rect(left, y, span, top + max(size.height for size in sizes) - y)
        return Standing(room, standing.body, standing.rooms)

    def _hang(self, sheet: Sheet, column: Column, room: Rect, indent: float, risers: dict[int, list[Riser]]) -> None:
        """Have a column placed, and note its lines: the first is the nearest to what hangs along it."""
        inner = room.width - indent
        for run, track in zip(rails(column.children), self._tracks(column), strict=False):
            self._rise(risers, Riser(tuple(child.inference for child in run), room.x + track))
        y = room.y
        for child in column.children:
            sheet.later(child.part, room.x + indent, y, inner, sideways=True)
            y += child.part.side.at_width(inner).height + STACK_GAP

    def _rise(self, risers: dict[int, list[Riser]], riser: Riser) -> None:
        """Add a riser to its run; what is drawn elsewhere has none."""
        for number, run in enumerate(self.runs):
            if any(child.inference == riser.inferences[0] for child in run):
                risers.setdefault(number, []).append(riser)


class Beside(Framing):
    """What bears on a head stands beside it, stacked on its right."""

    def __init__(self, head: Head, children: Sequence[Child]) -> None:
        self.head, self.children = head, children
        self.runs = rails(children)
        levels = HEAD_ROOM + TRACK * max(0, len(self.runs) - 1) + RISE
        self.channel = head.skirt + (DROP if len(children) == 1 else levels)
        self.fronts = [head.front, stacked([child.part.side for child in children], STACK_GAP)]
        self.front = side_by_side(self.fronts, self.channel)

    @property
    def manner(self) -> Manner:
        """How many stand beside the head."""
        return ("beside", self.head.manner, len(self.children))

    def stand(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:
        """Place the head on the left."""
        head, column = shared(self.fronts, width, self.channel)
        left = x if sideways else x + (width - head.width - self.channel - column.width) / 2
        standing = self.head.place(sheet, left, y, head.width, sideways=sideways)
        at = left + head.width + self.channel
        groups = []
        for run in self.runs:
            risers = tuple(Riser((child.inference,)) for child in run)
            groups.append(Group(_stop(stop_beside, standing, run), risers))
        sheet.channels.append(Channel(left + head.width + self.head.skirt, tuple(groups), swapped=True))
        below = y
        for child in self.children:
            sheet.later(child.part, at, below, column.width, sideways=True)
            below += child.part.side.at_width(column.width).height + STACK_GAP
        room = Rect(left, y, at + column.width - left, max(standing.room.bottom, below - STACK_GAP) - y)
        return Standing(room, standing.body, standing.rooms)


def _stop(on_side: Callable[..., Stop], standing: Standing, run: Sequence[Child]) -> Stop:
    """Return where the lines of a run may end on a side of what they lead to."""
    child = run[0]
    return on_side(standing.rooms[child.target or ""], badge=child.relation is Relation.UNDERCUT)
