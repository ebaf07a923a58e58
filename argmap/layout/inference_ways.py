"""Ways of composing an inference: an arrow with what undercuts it, and a box whose premises head columns."""

from collections.abc import Sequence

from argmap.geometry import Rect
from argmap.layout.blocks import BOX_PADDING, TAB_HEIGHT
from argmap.layout.cards import SMALL_SIZE
from argmap.layout.curves import Front, shared, side_by_side, stacked
from argmap.layout.heads import CORNER, place_box
from argmap.layout.parts import (
    BRANCH,
    COLUMN_GAP,
    DROP,
    POCKET,
    RAIL,
    SIDE_GAP,
    STACK_GAP,
    Child,
    Part,
    Way,
)
from argmap.layout.sheet import Channel, Group, Manner, Riser, Sheet, Stop
from argmap.text import Line


class UndercutAbove(Way):
    """A premise whose line leaves at the top, and what undercuts that line, to its right."""

    def __init__(self, inference: str, premise: Part, undercutters: Sequence[Child]) -> None:
        self.inference, self.premise, self.undercutters = inference, premise, undercutters
        self.fronts: list[Front] = [premise.top, *(child.part.top for child in undercutters)]
        self.front = side_by_side(self.fronts, SIDE_GAP).grown(0.0, POCKET)

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:  # noqa: ARG002
        """Place the premise on the left."""
        sizes = shared(self.fronts, width, SIDE_GAP)
        row = sum(size.width for size in sizes) + SIDE_GAP * (len(sizes) - 1)
        at = x + (width - row) / 2
        rect = self.premise.put(sheet, at, y + POCKET, sizes[0].width, sideways=False)
        at += sizes[0].width + SIDE_GAP
        for child, size in zip(self.undercutters, sizes[1:], strict=True):
            sheet.later(child.part, at, y + POCKET, size.width, sideways=False)
            at += size.width + SIDE_GAP
        spot = Stop(y + POCKET * 0.45, rect.center.x, rect.center.x, self.inference)
        risers = tuple(Riser((child.inference,)) for child in self.undercutters if child.target)
        if risers:
            sheet.channels.append(Channel(spot.y, (Group(spot, risers),), flat=True))
        return rect


class UndercutAside(Way):
    """A premise whose line leaves sideways, and what undercuts that line, hanging from it below the premise."""

    def __init__(self, inference: str, premise: Part, undercutters: Sequence[Child]) -> None:
        self.inference, self.premise, self.undercutters = inference, premise, undercutters
        fronts = [premise.side, *(child.part.side for child in undercutters)]
        self.front = stacked(fronts, STACK_GAP).grown(POCKET, 0.0)

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:  # noqa: ARG002
        """Place the premise on top."""
        inner = width - POCKET
        rect = self.premise.put(sheet, x + POCKET, y, inner, sideways=True)
        y += self.premise.side.at_width(inner).height + STACK_GAP
        for child in self.undercutters:
            sheet.later(child.part, x + POCKET, y, inner, sideways=True)
            y += child.part.side.at_width(inner).height + STACK_GAP
        spot = Stop(rect.center.y, x + RAIL, x + RAIL, self.inference)
        joined = tuple(child.inference for child in self.undercutters if child.target)
        if joined:
            sheet.channels.append(Channel(spot.y, (Group(spot, (Riser(joined, x + RAIL),)),)))
        return rect


class ByPremise(Way):
    """A reason box under which each premise heads a column of its own; what undercuts it hangs on the right.

    The cards of the premises are all of one height. The box reaches from the first of them to the last, and no farther.
    """

    def __init__(
        self, inference: str, tab: Line, premises: Sequence[Part], height: float, undercutters: Sequence[Child]
    ) -> None:
        self.inference, self.tab, self.height = inference, tab, height
        self.premises, self.undercutters = premises, undercutters
        self.fronts: list[Front] = [premise.top for premise in premises]
        if undercutters:
            hanging = stacked([child.part.side for child in undercutters], STACK_GAP)
            self.fronts.append(hanging.grown(BRANCH, height + BOX_PADDING + DROP))
        self.least = tab.width * SMALL_SIZE + 2 * BOX_PADDING
        self.front = side_by_side(self.fronts, COLUMN_GAP).grown(2 * BOX_PADDING, TAB_HEIGHT, self.least)

    @property
    def manner(self) -> Manner:
        """That the premises head columns."""
        return ("by premise",)

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the box and, below it, the columns."""
        sizes = shared(self.fronts, width - 2 * BOX_PADDING, COLUMN_GAP)
        row = sum(size.width for size in sizes) + COLUMN_GAP * (len(sizes) - 1)
        left = x if sideways else x + (width - row - 2 * BOX_PADDING) / 2
        at = left + BOX_PADDING
        cards = []
        for premise, size in zip(self.premises, sizes, strict=False):
            cards.append(premise.put(sheet, at, y + TAB_HEIGHT, size.width, sideways=False))
            at += size.width + COLUMN_GAP
        start = left if sideways else cards[0].x - BOX_PADDING
        end = at + RAIL + CORNER if self.undercutters else cards[-1].right
        start = max(left, min(start, end + BOX_PADDING - self.least))
        width_of_box = max(end + BOX_PADDING - start, self.least)
        box = Rect(start, y, width_of_box, TAB_HEIGHT + self.height + BOX_PADDING)
        place_box(sheet, self.inference, self.tab, box)
        if self.undercutters:
            self._put_undercutters(sheet, at, box, sizes[-1].width)
        return box

    def _put_undercutters(self, sheet: Sheet, x: float, box: Rect, width: float) -> None:
        """Have what undercuts the box placed below its right end."""
        inner = width - BRANCH
        y = box.bottom + DROP
        for child in self.undercutters:
            sheet.later(child.part, x + BRANCH, y, inner, sideways=True)
            y += child.part.side.at_width(inner).height + STACK_GAP
        stop = Stop(box.bottom, x + RAIL, x + RAIL)
        joined = tuple(child.inference for child in self.undercutters if child.target)
        if joined:
            sheet.channels.append(Channel(box.bottom, (Group(stop, (Riser(joined, x + RAIL),)),)))
