"""What is placed as one: a single card, a reason box with its cards, or either beside the arrow that it undercuts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.geometry import Point, Rect
from argmap.layout.cards import SMALL_SIZE, Card, Cards, even
from argmap.layout.placement import PlacedBox, PlacedCard
from argmap.model import ArgumentMap, Inference
from argmap.text import Line

BOX_PADDING = 5.0
BOX_GAP = 5.0
TAB_HEIGHT = 14.0
LANE = 18.0
"""The room at the end of a box where undercutters' lines arrive."""

PASSAGE = 8.0
"""How far from the side of its block an arrow runs that passes an undercutter."""
ASIDE = 30.0
"""How far from the side of that block the undercutter stands."""
TURN = 20.0
"""The distance of the two arms of a line that turns back."""
TAB_ROOM = 12.0
"""How much of a card stays free beside the tab of its box for lines from above."""


class Direction(StrEnum):
    """Where arrows point."""

    UP = "up"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Member:
    """A card of a block, placed within it."""

    card: Card
    rect: Rect
    stub: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One or more cards that stand together, or none: the place where a line turns back.

    ``box`` and ``tab`` are there where a reason box stands around them, ``badge`` where they stand beside an arrow: it
    is where the line from them ends.
    """

    inference: str
    members: tuple[Member, ...]
    width: float
    height: float
    box: Rect | None = None
    tab: Line | None = None
    badge: Point | None = None

    def breadth(self, direction: Direction) -> float:
        """Return the extent across the arrows."""
        return self.width if direction is Direction.UP else self.height

    def depth(self, direction: Direction) -> float:
        """Return the extent along the arrows."""
        return self.height if direction is Direction.UP else self.width

    @property
    def body(self) -> Rect:
        """The box or, without one, the card."""
        return self.box or self.members[0].rect

    def landing(self, number: int, direction: Direction) -> tuple[float, float]:
        """Return where on the near side of a card lines may arrive, clear of the tab: a start and a length."""
        rect = self.members[number].rect
        if direction is Direction.LEFT:
            return rect.y, rect.height
        start = max(rect.x, self.box.x + tab_end(self.tab)) if self.box and self.tab else rect.x
        return start, rect.right - start

    def placed_cards(self, x: float, y: float) -> list[PlacedCard]:
        """Return the cards as they stand when the block's corner is at a point."""
        box = self.inference if self.box else ""
        return [PlacedCard(m.card, m.rect.moved(x, y), box, m.stub) for m in self.members]

    def placed_box(self, x: float, y: float) -> PlacedBox | None:
        """Return the reason box as it stands when the block's corner is at a point."""
        if self.box is None or self.tab is None:
            return None
        box = self.box.moved(x, y)
        tab = Rect(box.x + BOX_PADDING, box.y, self.tab.width * SMALL_SIZE, TAB_HEIGHT)
        return PlacedBox(self.inference, box, self.tab, tab)


def beside_arrow(block: Block, direction: Direction) -> Block:
    """Return a block that also holds a stretch of the arrow beside which it stands."""
    dx, dy = (ASIDE, 0.0) if direction is Direction.UP else (0.0, ASIDE)
    center = block.body.center
    return replace(
        block,
        members=tuple(replace(member, rect=member.rect.moved(dx, dy)) for member in block.members),
        width=block.width + dx,
        height=block.height + dy,
        box=block.box and block.box.moved(dx, dy),
        badge=Point(PASSAGE, center.y) if direction is Direction.UP else Point(center.x, PASSAGE),
    )


def single(card: Card, inference: str = "") -> Block:
    """Return the block of a card that stands alone."""
    member = Member(card, Rect(0, 0, card.width, card.height))
    return Block(inference, (member,), card.width, card.height)


def turn(direction: Direction) -> Block:
    """Return the block, without cards, in which a line turns back."""
    breadth, depth = TURN + 2 * PASSAGE, TURN / 2
    return Block("", (), breadth, depth) if direction is Direction.UP else Block("", (), depth, breadth)


def tab_end(tab: Line) -> float:
    """Return how far from the corner of its box a tab reaches, with some room behind it."""
    return BOX_PADDING + even(tab.width * SMALL_SIZE) + BOX_PADDING / 2


def reason_box(
    argument: ArgumentMap, inference: Inference, homes: dict[str, str], cards: Cards, direction: Direction
) -> Block:
    """Return the block of a linked inference; premises whose home is elsewhere are stubs."""
    stubs = [homes.get(premise) != inference.id for premise in inference.premises]
    chosen = [
        cards.stubs[premise] if stub else cards.cards[premise]
        for premise, stub in zip(inference.premises, stubs, strict=True)
    ]
    tab = cards.tabs[inference.id]
    lane = LANE if argument.on[inference.id] else 0.0
    if direction is Direction.UP:
        met = [stub or len(argument.uses[card.claim]) > 1 for card, stub in zip(chosen, stubs, strict=True)]
        rects = list(_row(chosen, met, tab_end(tab)))
    else:
        rects = list(_column(chosen, even(tab.width * SMALL_SIZE)))
    members = tuple(
        Member(card.resized(rect.width, rect.height), rect, stub)
        for card, rect, stub in zip(chosen, rects, stubs, strict=True)
    )
    right = rects[-1].right + BOX_PADDING + (lane if direction is Direction.UP else 0.0)
    bottom = rects[-1].bottom + BOX_PADDING + (lane if direction is Direction.LEFT else 0.0)
    return Block(inference.id, members, right, bottom, Rect(0, 0, right, bottom), tab)


def _row(cards: Sequence[Card], met: Sequence[bool], tab: float) -> Iterator[Rect]:
    """Yield the places of cards side by side; those that lines meet from above are wider than the tab over them."""
    height = max(card.height for card in cards)
    inner = sum(card.width for card in cards) + BOX_GAP * (len(cards) - 1)
    spare = even(max(0.0, tab - BOX_PADDING * 1.5 - inner) / len(cards))
    x = BOX_PADDING
    for card, is_met in zip(cards, met, strict=True):
        width = card.width + spare
        if is_met:
            width = max(width, even(tab + TAB_ROOM - x))
        yield Rect(x, TAB_HEIGHT, width, height)
        x += width + BOX_GAP


def _column(cards: Sequence[Card], tab: float) -> Iterator[Rect]:
    """Yield the places of cards below each other, as wide as the widest and the tab."""
    width = max(tab, *(card.width for card in cards))
    y = TAB_HEIGHT
    for card in cards:
        yield Rect(BOX_PADDING, y, width, card.height)
        y += card.height + BOX_GAP
