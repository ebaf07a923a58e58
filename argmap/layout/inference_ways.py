"""Ways of composing an inference: an arrow with what undercuts it, and a box whose premises head columns."""

from collections.abc import Sequence

from argmap.geometry import Rect
from argmap.layout.blocks import BOX_PADDING, TAB_HEIGHT
from argmap.layout.cards import SMALL_SIZE
from argmap.layout.curves import Shape, at_width, front_of, shared, side_by_side, stacked
from argmap.layout.heads import place_box
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
        self.fronts = [premise.top, *(child.part.top for child in undercutters)]
        self.shapes = [Shape(w, h + POCKET, self) for w, h in side_by_side(self.fronts, SIDE_GAP)]

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:  # noqa: ARG002
        """Place the premise on the left."""
        shapes = shared(self.fronts, width, SIDE_GAP)
        row = sum(shape.width for shape in shapes) + SIDE_GAP * (len(shapes) - 1)
        at = x + (width - row) / 2
        rect = self.premise.put(sheet, at, y + POCKET, shapes[0].width, sideways=False)
        at += shapes[0].width + SIDE_GAP
        for child, shape in zip(self.undercutters, shapes[1:], strict=True):
            sheet.later(child.part, at, y + POCKET, shape.width, sideways=False)
            at += shape.width + SIDE_GAP
        spot = Stop(y + POCKET * 0.45, rect.center.x, rect.center.x, self.inference)
        risers = tuple(Riser((child.inference,)) for child in self.undercutters if child.target)
        if risers:
            sheet.channels.append(Channel(spot.y, (Group(spot, risers),), flat=True))
        return rect


class UndercutAside(Way):
    """A premise whose line leaves sideways, and what undercuts that line, hanging from it below the premise."""

    def __init__(self, inference: str, premise: Part, undercutters: Sequence[Child]) -> None:
        self.inference, self.premise, self.undercutters = inference, premise, undercutters
        self.fronts = [premise.side, *(child.part.side for child in undercutters)]
        self.shapes = [Shape(w + POCKET, h, self) for w, h in stacked(self.fronts, STACK_GAP)]

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:  # noqa: ARG002
        """Place the premise on top."""
        inner = width - POCKET
        rect = self.premise.put(sheet, x + POCKET, y, inner, sideways=True)
        y += at_width(self.premise.side, inner).height + STACK_GAP
        for child in self.undercutters:
            sheet.later(child.part, x + POCKET, y, inner, sideways=True)
            y += at_width(child.part.side, inner).height + STACK_GAP
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
        self.fronts = [premise.top for premise in premises]
        if undercutters:
            hanging = stacked([child.part.side for child in undercutters], STACK_GAP)
            deeper = height + BOX_PADDING + DROP
            self.fronts.append(front_of([(w + BRANCH, h + deeper) for w, h in hanging]))
        self.least = tab.width * SMALL_SIZE + 2 * BOX_PADDING
        sizes = side_by_side(self.fronts, COLUMN_GAP)
        self.shapes = [Shape(max(self.least, w + 2 * BOX_PADDING), h + TAB_HEIGHT, self) for w, h in sizes]

    @property
    def manner(self) -> Manner:
        """That the premises head columns."""
        return ("by premise",)

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the box and, below it, the columns."""
        shapes = shared(self.fronts, width - 2 * BOX_PADDING, COLUMN_GAP)
        row = sum(shape.width for shape in shapes) + COLUMN_GAP * (len(shapes) - 1)
        left = x if sideways else x + (width - row - 2 * BOX_PADDING) / 2
        at = left + BOX_PADDING
        cards = []
        for premise, shape in zip(self.premises, shapes, strict=False):
            cards.append(premise.put(sheet, at, y + TAB_HEIGHT, shape.width, sideways=False))
            at += shape.width + COLUMN_GAP
        start = left if sideways else cards[0].x - BOX_PADDING
        end = at + RAIL if self.undercutters else cards[-1].right
        start = max(left, min(start, end + BOX_PADDING - self.least))
        width_of_box = max(end + BOX_PADDING - start, self.least)
        box = Rect(start, y, width_of_box, TAB_HEIGHT + self.height + BOX_PADDING)
        place_box(sheet, self.inference, self.tab, box)
        if self.undercutters:
            self._put_undercutters(sheet, at, box, shapes[-1].width)
        return box

    def _put_undercutters(self, sheet: Sheet, x: float, box: Rect, width: float) -> None:
        """Have what undercuts the box placed below its right end."""
        inner = width - BRANCH
        y = box.bottom + DROP
        for child in self.undercutters:
            sheet.later(child.part, x + BRANCH, y, inner, sideways=True)
            y += at_width(child.part.side, inner).height + STACK_GAP
        stop = Stop(box.bottom, x + RAIL, x + RAIL)
        joined = tuple(child.inference for child in self.undercutters if child.target)
        if joined:
            sheet.channels.append(Channel(box.bottom, (Group(stop, (Riser(joined, x + RAIL),)),)))
