"""What packing leaves behind: cards and boxes where they stand, and what has to be joined by rails."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from argmap.geometry import Point, Rect
from argmap.layout.placement import PlacedBox, PlacedCard

INSET = 7.0
"""How far from the corners of a card a line may leave it or its head end, in points of the layout."""

_LARGE = 100
"""From how many cards on lines are not aired, and routes run along the gutters of the parts that hold their ends."""


Manner = tuple[object, ...]
"""How a part is composed; it tells the ways of composing one part from each other."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a line leaves the card or box of an inference: in the middle of its upper side, or of its left one.

    A line that runs straight then may leave up to ``play`` beside the middle.
    """

    point: Point
    sideways: bool
    play: float = 0.0


@dataclass(frozen=True, slots=True)
class Riser:
    """A vertical line: it rises from the top of one part, or at ``x``, where several join it from the right."""

    inferences: tuple[str, ...]
    x: float | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the head of a line may be: on the lower side of a card or box, at ``y``, between ``left`` and ``right``.

    Or it is a spot on the line of the inference ``on``, and moves with that.
    """

    y: float
    left: float
    right: float
    on: str = ""

    def moved(self, dx: float, dy: float) -> "Stop":
        """Return the stop moved."""
        return Stop(self.y + dy, self.left + dx, self.right + dx, self.on)


@dataclass(frozen=True, slots=True)
class Group:
    """The inferences of one relation on one target, next to each other: they share a rail and one head."""

    stop: Stop
    risers: tuple[Riser, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """The room between a head, which ends at ``top``, and what hangs below it: there the rails of its groups run.

    ``swapped`` is a channel beside a head: x and y have changed places, and ``top`` is the right side of the head. A
    ``flat`` one has no room: its lines lead to an arrow, at the height at which they end.
    """

    top: float
    groups: tuple[Group, ...]
    swapped: bool = False
    flat: bool = False


class Putter(Protocol):
    """What can be put on a sheet."""

    def put(self, sheet: "Sheet", x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place it into a width, its line leaving at the top or sideways; return the room of its head."""
        ...


@dataclass(slots=True)
class Sheet:
    """Collects what is placed; what is still to be placed waits in a queue, so that no argument is too deep."""

    cards: list[PlacedCard] = field(default_factory=list)
    boxes: list[PlacedBox] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    legend: Rect | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    waiting: deque[tuple[int, Putter, float, float, float, bool]] = field(default_factory=deque)
    composed: dict[str, Manner] = field(default_factory=dict)
    """How each part is composed, by the claim or inference that it is made of."""
    regions: list[tuple[int, Rect]] = field(default_factory=list)
    """The rooms of all parts, each with the number of the part that holds it; the whole holds itself."""
    region: int = 0
    card_regions: list[int] = field(default_factory=list)
    """For every card, the number of the smallest part that holds it."""

    @property
    def is_large(self) -> bool:
        """Whether there are so many cards that looking at all of them for every line would take too long."""
        return len(self.cards) > _LARGE

    def later(self, part: Putter, x: float, y: float, width: float, *, sideways: bool) -> None:
        """Have a part placed when its turn comes."""
        self.waiting.append((self.region, part, x, y, width, sideways))

    def finish(self) -> None:
        """Place all that waits."""
        while self.waiting:
            self.region, part, x, y, width, sideways = self.waiting.popleft()
            part.put(self, x, y, width, sideways=sideways)

    @contextmanager
    def part(self, room: Rect) -> Iterator[None]:
        """Count what is placed as that of a new part."""
        outer, self.region = self.region, len(self.regions)
        self.regions.append((outer, room))
        yield
        self.card_regions += [self.region] * (len(self.cards) - len(self.card_regions))
        self.region = outer

    def chain(self, region: int) -> Iterator[int]:
        """Yield the numbers of a part and of those that hold it, outwards."""
        yield region
        while region:
            region = self.regions[region][0]
            yield region

    def enter(self, inference: str, rect: Rect, *, sideways: bool) -> None:
        """Note where the line of an inference leaves its card or box."""
        point = Point(rect.x, rect.center.y) if sideways else Point(rect.center.x, rect.y)
        play = (rect.height if sideways else rect.width) / 2 - INSET
        self.entries[inference] = Entry(point, sideways, play)
