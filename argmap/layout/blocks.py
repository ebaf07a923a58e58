"""What is placed as one: a single card, a reason box with its cards, or either beside the arrow that it undercuts."""

from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.geometry import Point, Rect
from argmap.layout.cards import SMALL_SIZE, Card, Cards, even
from argmap.layout.placement import PlacedBox, PlacedCard
from argmap.model import ArgumentMap, Inference
from argmap.text import Line

BOX_PADDING = 8.0
BOX_GAP = 8.0
TAB_HEIGHT = 16.0
LANE = 18.0
"""The room at the end of a box where undercutters' lines arrive."""


PASSAGE = 8.0
"""How far from the side of its block an arrow runs that passes an undercutter."""
ASIDE = 30.0
"""How far from the side of that block the undercutter stands."""


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
    """One or more cards that stand together.

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
    needed = even(tab.width * SMALL_SIZE)
    if direction is Direction.UP:
        height = max(card.height for card in chosen)
        inner = sum(card.width for card in chosen) + BOX_GAP * (len(chosen) - 1)
        spare = even(max(0.0, needed - inner) / len(chosen))
        chosen = [card.resized(card.width + spare, height) for card in chosen]
    else:
        width = max(needed, *(card.width for card in chosen))
        chosen = [card.resized(width, card.height) for card in chosen]
    members = []
    x, y = BOX_PADDING, TAB_HEIGHT
    for card, stub in zip(chosen, stubs, strict=True):
        members.append(Member(card, Rect(x, y, card.width, card.height), stub))
        if direction is Direction.UP:
            x += card.width + BOX_GAP
        else:
            y += card.height + BOX_GAP
    last = members[-1].rect
    right = last.right + BOX_PADDING + (lane if direction is Direction.UP else 0.0)
    bottom = last.bottom + BOX_PADDING + (lane if direction is Direction.LEFT else 0.0)
    return Block(inference.id, tuple(members), right, bottom, Rect(0, 0, right, bottom), tab)
