"""Heads: the card or the reason box that stands above what bears on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from argmap.geometry import Rect
from argmap.layout.blocks import BOX_GAP, BOX_PADDING, TAB_HEIGHT
from argmap.layout.cards import SMALL_SIZE, Card
from argmap.layout.curves import Front, Shape, at_width, shared, side_by_side, stacked
from argmap.layout.placement import PlacedBox, PlacedCard
from argmap.layout.sheet import Sheet, Stop
from argmap.text import Line

INSET = 8.0
"""How far from the corners of a card a head may be at its lower side."""
INSET_BESIDE = 6.0
"""How far from the corners of a card a head may be at its right side, which is short."""


class Standing(NamedTuple):
    """A head that has been placed."""

    room: Rect
    """All the room that it takes."""
    body: Rect
    """Its card or box, from which its line leaves."""
    rooms: dict[str, Rect]
    """The room of every claim in it and of the inference whose box it is."""


class Head(Protocol):
    """A card or box that can take several sizes. Lengths are in points of the layout."""

    @property
    def front(self) -> Front:
        """The sizes that it can take."""
        ...

    @property
    def skirt(self) -> float:
        """How much of a box lies below it, which lines cross before they reach it."""
        ...

    @property
    def padding(self) -> float:
        """How much of a box lies on its left."""
        ...

    @property
    def stretches(self) -> bool:
        """Whether it takes whatever width there is."""
        ...

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim or inference."""
        ...

    def ends_right(self, target: str) -> bool:
        """Tell whether a line that comes from the right can go straight to a claim or inference."""
        ...

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:
        """Place it into a width, its line leaving at the top or sideways."""
        ...


@dataclass(frozen=True)
class CardHead:
    """A claim's card."""

    cards: Sequence[Card]
    skirt: float = 0.0
    padding: float = 0.0
    stretches: bool = False

    @cached_property
    def front(self) -> Front:
        """The sizes of the card."""
        return card_front(self.cards)

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim: always."""
        return target == self.cards[0].claim

    def ends_right(self, target: str) -> bool:
        """Tell whether a line that comes from the right can go straight to a claim: always."""
        return target == self.cards[0].claim

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:  # noqa: ARG002
        """Place the card in the lowest size that fits."""
        card = chosen(self.cards, at_width(self.front, width))
        rect = Rect(x, y, card.width, card.height)
        sheet.cards.append(PlacedCard(card, rect))
        return Standing(rect, rect, {card.claim: rect})


@dataclass(frozen=True)
class PremiseHead:
    """The card of a premise in a reason box, when it heads a column of its own: of a given height, as wide as that."""

    inference: str
    card: Card
    height: float
    stub: bool
    skirt: float = BOX_PADDING
    padding: float = 0.0
    stretches: bool = True

    @cached_property
    def front(self) -> Front:
        """The one size of the card."""
        return (Shape(self.card.width, self.height, None),)

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to the claim: always."""
        return target == self.card.claim

    def ends_right(self, target: str) -> bool:  # noqa: ARG002
        """Tell whether a line from the right can go straight to the claim: never, the box may go on there."""
        return False

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:  # noqa: ARG002
        """Place the card, as wide as its column."""
        rect = Rect(x, y, width, self.height)
        sheet.cards.append(PlacedCard(self.card.resized(width, self.height), rect, self.inference, self.stub))
        return Standing(rect, rect, {self.card.claim: rect})


@dataclass(frozen=True)
class BoxHead:
    """A reason box whose cards stand side by side or stacked."""

    inference: str
    tab: Line
    members: Sequence[Sequence[Card]]
    stubs: Sequence[bool]
    stack: bool
    skirt: float = 0.0
    padding: float = BOX_PADDING
    stretches: bool = False

    @cached_property
    def fronts(self) -> list[Front]:
        """The sizes of the cards."""
        return [card_front(cards) for cards in self.members]

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim, or to the box."""
        return self.stack or target in (self.inference, self.members[0][0].claim)

    def ends_right(self, target: str) -> bool:
        """Tell whether a line that comes from the right can go straight to a claim, or to the box."""
        return self.stack or target in (self.inference, self.members[-1][0].claim)

    @cached_property
    def front(self) -> Front:
        """The sizes of the box."""
        merge = stacked if self.stack else side_by_side
        least = self.tab.width * SMALL_SIZE + 2 * BOX_PADDING
        sizes = [
            (max(least, width + 2 * BOX_PADDING), height + TAB_HEIGHT + BOX_PADDING)
            for width, height in merge(self.fronts, BOX_GAP)
        ]
        return tuple(Shape(width, height, None) for width, height in sizes)

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:  # noqa: ARG002
        """Place the box and its cards."""
        shape = at_width(self.front, width)
        inner = shape.width - 2 * BOX_PADDING
        left, top = x + BOX_PADDING, y + TAB_HEIGHT
        rects = self._stack(left, top, inner) if self.stack else self._row(left, top, inner)
        box = Rect(x, y, shape.width, rects[-1][1].bottom + BOX_PADDING - y)
        place_box(sheet, self.inference, self.tab, box)
        rooms = {self.inference: box}
        for (card, rect), stub in zip(rects, self.stubs, strict=True):
            sheet.cards.append(PlacedCard(card.resized(rect.width, rect.height), rect, self.inference, stub))
            if not stub:
                rooms[card.claim] = rect
        return Standing(box, box, rooms)

    def _row(self, x: float, y: float, width: float) -> list[tuple[Card, Rect]]:
        """Place the cards side by side, as high as the highest, the spare width shared."""
        shapes = shared(self.fronts, width, BOX_GAP)
        spare = (width - sum(s.width for s in shapes) - BOX_GAP * (len(shapes) - 1)) / len(shapes)
        height = max(shape.height for shape in shapes)
        placed = []
        for cards, shape in zip(self.members, shapes, strict=True):
            placed.append((chosen(cards, shape), Rect(x, y, shape.width + spare, height)))
            x += shape.width + spare + BOX_GAP
        return placed

    def _stack(self, x: float, y: float, width: float) -> list[tuple[Card, Rect]]:
        """Place the cards on top of each other, as wide as the box."""
        placed = []
        for cards, front in zip(self.members, self.fronts, strict=True):
            card = chosen(cards, at_width(front, width))
            placed.append((card, Rect(x, y, width, card.height)))
            y += card.height + BOX_GAP
        return placed


def place_box(sheet: Sheet, inference: str, tab: Line, box: Rect) -> None:
    """Place a reason box with its tab."""
    room = Rect(box.x + BOX_PADDING, box.y, tab.width * SMALL_SIZE, TAB_HEIGHT)
    sheet.boxes.append(PlacedBox(inference, box, tab, room))


def stop_below(rect: Rect) -> Stop:
    """Return where lines may end on the lower side of a card or box."""
    return Stop(rect.bottom, rect.x + INSET, rect.right - INSET)


def stop_beside(rect: Rect) -> Stop:
    """Return where lines may end on the right side of a card or box, in coordinates that are swapped."""
    return Stop(rect.right, rect.y + INSET_BESIDE, rect.bottom - INSET_BESIDE)


def card_front(cards: Sequence[Card]) -> Front:
    """Return the sizes that a card can take, of cards from narrow to wide."""
    front: list[Shape] = []
    for card in cards:
        if not front or card.height < front[-1].height:
            front.append(Shape(card.width, card.height, None))
    return tuple(front)


def chosen(cards: Sequence[Card], shape: Shape) -> Card:
    """Return the card that has a size."""
    return next(card for card in cards if card.width == shape.width and card.height == shape.height)
