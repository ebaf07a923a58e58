"""Where on their nodes lines end: those that leave a card spread out evenly, those that arrive meet in its middle."""

from collections import defaultdict
from dataclasses import dataclass, field

from argmap.layout.blocks import LANE, PASSAGE, TURN, Direction
from argmap.layout.links import End, Link, Links, Spot

PORT_ROOM = 12.0
"""The least distance of two ports on one side, in points."""
JUNCTION = 2.0
"""The size of a node without a card."""
STRETCHES: dict[int | Spot, float] = {Spot.PASSAGE: 0.0, Spot.FIRST: 0.0, Spot.SECOND: TURN}
"""The spots at which no card stands but a stretch of a line, and where along their node they begin."""

_ARRIVAL = 0.75
"""How far along a near side an arrow arrives, as a share."""


@dataclass(slots=True)
class Ports:
    """The distance of both ends of every link from the corner of their nodes, across the arrows.

    ``of_node`` are the places on each block at which lines end.
    """

    links: Links
    direction: Direction
    offsets: dict[tuple[Link, str], float] = field(default_factory=dict)
    of_node: dict[str, set[float]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self._spread_tails()
        self._set_heads()

    def at_tail(self, link: Link) -> float:
        """Return where along its tail a link begins."""
        return self.offsets[link, link.tail.node]

    def _spread_tails(self) -> None:
        """Spread the lines that leave a card evenly along its far side, in the order of the argument."""
        leaving: dict[End, list[Link]] = defaultdict(list)
        for link in self.links.all_links():
            leaving[link.tail].append(link)
        for end, links in leaving.items():
            start, length = self._range(end, far=True)
            slots = max(1, min(len(links), int(length // PORT_ROOM)))
            for number, link in enumerate(links):
                self._set(link, end, start + round((number * slots // len(links) + 0.5) * length / slots))

    def _set_heads(self) -> None:
        """Let the lines that begin at a near side begin in its middle, and arrows that come from above arrive beside.

        Where a premise stands above its target, its arrow ends at a near side.
        """
        for way in self.links.ways:
            for number, (link, from_head) in enumerate(way.links):
                start, length = self._range(link.head, far=False)
                arrives = not from_head and number == len(way.links) - 1 and isinstance(link.head.at, int)
                share = _ARRIVAL if arrives and not way.stub else 0.5
                self._set(link, link.head, start + round(length * share))

    def _set(self, link: Link, end: End, offset: float) -> None:
        self.offsets[link, end.node] = offset
        if end.node in self.links.blocks:
            self.of_node[end.node].add(offset)

    def _range(self, end: End, *, far: bool) -> tuple[float, float]:
        """Return where along the far or the near side of its node a line may end: a start and a length."""
        block = self.links.blocks.get(end.node)
        if block is None:
            return 0.0, JUNCTION
        if end.at in STRETCHES:
            return STRETCHES[end.at], 2 * PASSAGE
        if isinstance(end.at, int) and not far:
            return block.landing(end.at, self.direction)
        rect = block.members[end.at].rect if isinstance(end.at, int) else block.body
        start, length = (rect.x, rect.width) if self.direction is Direction.UP else (rect.y, rect.height)
        return (start + length - LANE, LANE - 6.0) if end.at is Spot.LANE else (start, length)
