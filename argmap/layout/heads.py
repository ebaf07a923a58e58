"""Heads: the card or the reason box that stands above what bears on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from argmap.geometry import Rect
from argmap.layout.blocks import BOX_GAP, BOX_PADDING, TAB_HEIGHT
from argmap.layout.cards import SMALL_SIZE, Card
from argmap.layout.curves import Front, Size, shared, side_by_side, stacked
from argmap.layout.parts import APART
from argmap.layout.placement import PlacedBox, PlacedCard
from argmap.layout.sheet import INSET, Manner, Sheet, Stop
from argmap.text import Line

_LEAST_INSET = 5.5
"""How near the corner of a low card a line may end, where two end on its side."""
CORNER = 5.0
"""How much farther from the corner of a box a badge stands than a head."""

Thing = TypeVar("Thing")


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
    def manner(self) -> Manner:
        """How it differs from others of the same claim or inference, whatever its size."""
        ...

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim or inference."""
        ...

    def spans(self, target: str) -> bool:
        """Tell whether a line that rises anywhere below it can go straight up to a claim or inference."""
        ...

    def inset(self, target: str) -> float:
        """Return how much farther to the right a line that rises at the left stands if it leads to what is in a box."""
        ...

    def ends_right(self, target: str | None) -> bool:
        """Tell whether something may stand on the right with a line straight to a claim or inference, or none."""
        ...

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:
        """Place it into a width, its line leaving at the top or sideways."""
        ...


@dataclass(frozen=True)
class CardHead:
    """A claim's card."""

    cards: Sequence[Card]
    skirt: float = 0.0
    manner: Manner = ()

    @cached_property
    def front(self) -> Front:
        """The sizes of the card."""
        return card_front(self.cards)

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim: always."""
        return target == self.cards[0].claim

    def spans(self, target: str) -> bool:
        """Tell whether a line that rises anywhere below can go straight up to a claim: always."""
        return target == self.cards[0].claim

    def inset(self, target: str) -> float:  # noqa: ARG002
        """Return how much farther to the right a line stands because of a box: not at all."""
        return 0.0

    def ends_right(self, target: str | None) -> bool:
        """Tell whether something may stand on the right with a line straight to a claim, or none: always."""
        return target in (None, self.cards[0].claim)

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:  # noqa: ARG002
        """Place the card in the lowest size that fits."""
        card = chosen(self.cards, self.front.at_width(width))
        rect = Rect(x, y, card.width, card.height)
        sheet.cards.append(PlacedCard(card, rect))
        return Standing(rect, rect, {card.claim: rect})


@dataclass(frozen=True)
class PremiseHead:
    """The card of a premise in a reason box, when it heads a column of its own: of a given height."""

    inference: str
    card: Card
    height: float
    stub: bool
    skirt: float = BOX_PADDING
    manner: Manner = ()

    @cached_property
    def front(self) -> Front:
        """The one size of the card."""
        return Front([self.card.width], [self.height])

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to the claim: always."""
        return target == self.card.claim

    def spans(self, target: str) -> bool:
        """Tell whether a line that rises anywhere below can go straight up to the claim: always."""
        return target == self.card.claim

    def inset(self, target: str) -> float:  # noqa: ARG002
        """Return how much farther to the right a line stands because of a box: not at all, the card is at its left."""
        return 0.0

    def ends_right(self, target: str | None) -> bool:  # noqa: ARG002
        """Tell whether something may stand on the right: never, the box may go on there."""
        return False

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:  # noqa: ARG002
        """Place the card."""
        rect = Rect(x, y, width, self.height)
        sheet.cards.append(PlacedCard(self.card.resized(width, self.height), rect, self.inference, self.stub))
        return Standing(rect, rect, {self.card.claim: rect})


@dataclass(frozen=True)
class BoxHead:
    """A reason box whose cards stand in rows; ``rows`` says how many in each."""

    inference: str
    tab: Line
    members: Sequence[Sequence[Card]]
    stubs: Sequence[bool]
    rows: Sequence[int]
    skirt: float = 0.0

    @property
    def manner(self) -> Manner:
        """How its cards are divided into rows."""
        return tuple(self.rows)

    @cached_property
    def fronts(self) -> list[list[Front]]:
        """The sizes of the cards, by rows."""
        return list(self._by_rows([card_front(cards) for cards in self.members]))

    @cached_property
    def row_fronts(self) -> list[Front]:
        """The sizes of the rows."""
        return [side_by_side(fronts, BOX_GAP) for fronts in self.fronts]

    def _by_rows(self, things: Sequence[Thing]) -> Iterator[list[Thing]]:
        """Divide what there is for each member into rows."""
        end = 0
        for length in self.rows:
            yield list(things[end : end + length])
            end += length

    def starts_left(self, target: str) -> bool:
        """Tell whether a line that rises at the left can go straight up to a claim, or to the box."""
        return target in (self.inference, self.members[-self.rows[-1]][0].claim)

    def spans(self, target: str) -> bool:
        """Tell whether a line that rises anywhere below can go straight up to the box, or to a premise all along it."""
        return target == self.inference or (self.rows[-1] == 1 and target == self.members[-1][0].claim)

    def inset(self, target: str) -> float:
        """Return how much farther to the right a line stands because of the box: clear of its corner, if it ends there.

        (A badge on a corner would seem to be about the card that is there.)
        """
        return BOX_PADDING + (CORNER if target == self.inference else 0.0)

    def ends_right(self, target: str | None) -> bool:
        """Tell whether something may stand on the right with a line straight to a claim or the box, or none."""
        return target in (None, self.inference) or any(
            target == row[-1][0].claim for row in self._by_rows(self.members)
        )

    @cached_property
    def front(self) -> Front:
        """The sizes of the box."""
        least = self.tab.width * SMALL_SIZE + 2 * BOX_PADDING
        return stacked(self.row_fronts, BOX_GAP).grown(2 * BOX_PADDING, TAB_HEIGHT + BOX_PADDING, least)

    def place(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Standing:  # noqa: ARG002
        """Place the box and its cards."""
        width, _ = self.front.at_width(width)
        inner = width - 2 * BOX_PADDING
        at = y + TAB_HEIGHT
        rects: list[tuple[Card, Rect]] = []
        for members, fronts in zip(self._by_rows(self.members), self.fronts, strict=True):
            rects += _row(members, fronts, x + BOX_PADDING, at, inner)
            at = rects[-1][1].bottom + BOX_GAP
        box = Rect(x, y, width, rects[-1][1].bottom + BOX_PADDING - y)
        place_box(sheet, self.inference, self.tab, box)
        rooms = {self.inference: box}
        for (card, rect), stub in zip(rects, self.stubs, strict=True):
            sheet.cards.append(PlacedCard(card.resized(rect.width, rect.height), rect, self.inference, stub))
            if not stub:
                rooms[card.claim] = rect
        return Standing(box, box, rooms)


def _row(
    members: Sequence[Sequence[Card]], fronts: Sequence[Front], x: float, y: float, width: float
) -> list[tuple[Card, Rect]]:
    """Place cards side by side, as high as the highest, the spare width shared."""
    sizes = shared(fronts, width, BOX_GAP)
    spare = (width - sum(size.width for size in sizes) - BOX_GAP * (len(sizes) - 1)) / len(sizes)
    height = max(size.height for size in sizes)
    placed = []
    for cards, size in zip(members, sizes, strict=True):
        placed.append((chosen(cards, size), Rect(x, y, size.width + spare, height)))
        x += size.width + spare + BOX_GAP
    return placed


def place_box(sheet: Sheet, inference: str, tab: Line, box: Rect) -> None:
    """Place a reason box with its tab."""
    room = Rect(box.x + BOX_PADDING, box.y, tab.width * SMALL_SIZE, TAB_HEIGHT)
    sheet.boxes.append(PlacedBox(inference, box, tab, room))


def stop_below(rect: Rect, *, badge: bool) -> Stop:
    """Return where lines may end on the lower side of a card or box, in a head or a badge."""
    inset = INSET + CORNER * badge
    return Stop(rect.bottom, rect.x + inset, rect.right - inset)


def stop_beside(rect: Rect, *, badge: bool) -> Stop:
    """Return where lines may end on the right side of a card or box, in coordinates that are swapped."""
    inset = INSET + CORNER if badge else min(INSET, max(_LEAST_INSET, (rect.height - APART) / 2))
    return Stop(rect.right, rect.y + inset, rect.bottom - inset)


def card_front(cards: Sequence[Card]) -> Front:
    """Return the sizes that a card can take, of cards from narrow to wide."""
    lower: list[Card] = []
    for card in cards:
        if not lower or card.height < lower[-1].height:
            lower.append(card)
    return Front([card.width for card in lower], [card.height for card in lower])


def chosen(cards: Sequence[Card], size: Size) -> Card:
    """Return the card that has a size."""
    return next(card for card in cards if (card.width, card.height) == size)
