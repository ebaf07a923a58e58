"""What has to be joined by lines: blocks and junctions as the nodes of an acyclic graph, lines as its edges.

Every line runs from a *tail*, nearer the thesis, to a *head* below it. A tail leaves from the far side of a card, that
is, the side away from the thesis; a head arrives at a near side. For nearly all lines the target is the tail and the
premise the head; where a premise stands above its target, it is the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

import networkx as nx

from argmap.layout.blocks import Block, Direction, beside_arrow, reason_box, single, turn
from argmap.layout.cards import Cards
from argmap.layout.homes import outward
from argmap.model import ArgumentMap, Inference


class Spot(Enum):
    """Places of a node, besides its cards, where a line may end."""

    WHOLE = "whole"
    LANE = "lane"
    """The end of a reason box, where undercutters' lines arrive."""
    PASSAGE = "passage"
    """The stretch of an arrow that passes an undercutter."""
    SIDE = "side"
    """The side of a junction."""
    FIRST = "first"
    SECOND = "second"
    """The two arms of a turn, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a line: a node, and which of its cards or which spot of it."""

    node: str
    at: int | Spot = Spot.WHOLE


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a line; ``rank`` is the place of its inference in the order of the argument."""

    tail: End
    head: End
    rank: int


@dataclass(frozen=True, slots=True)
class Way:
    """The links that make up a line, from premise to target, each with whether it is followed from its head.

    Without links, the line is that of an undercutter that stands beside its arrow, in one block with it.
    """

    inference: str
    links: tuple[tuple[Link, bool], ...] = ()
    stub: str = ""
    beside: str = ""


@dataclass(slots=True)
class Links:
    """Blocks by node (other nodes are junctions), and the ways between them."""

    blocks: dict[str, Block] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)
    graph: "nx.DiGraph[str]" = field(default_factory=nx.DiGraph)

    def all_links(self) -> list[Link]:
        """Return every link once, in the order of the argument."""
        links = {link: None for way in self.ways for link, _ in way.links}
        return sorted(links, key=lambda link: link.rank)


def links_of(argument: ArgumentMap, homes: dict[str, str], cards: Cards, direction: Direction) -> Links:
    """Return the blocks of a map and what joins them."""
    return _Linker(argument, homes, cards, direction).run()


@dataclass(slots=True)
class _Linker:
    argument: ArgumentMap
    homes: dict[str, str]
    cards: Cards
    direction: Direction
    links: Links = field(default_factory=Links)
    node_of: dict[str, str] = field(default_factory=dict)
    end_of: dict[str, End] = field(default_factory=dict)
    stations: dict[str, list[End]] = field(default_factory=dict)
    junction_of: dict[str, End] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)

    def run(self) -> Links:
        self.rank = {inference.id: number for number, inference in enumerate(self.argument.inferences)}
        thesis = self.argument.thesis
        self._add_block(single(self.cards.cards[thesis]), thesis)
        waiting = [
            extra for inference in outward(self.argument, self.homes) for extra in self._add_inference(inference)
        ]
        for inference, stub in waiting:
            self._join(inference, self.end_of[stub or inference.premises[0]], stub)
        return self.links

    # nodes

    def _add_node(self, block: Block | None = None) -> str:
        node = f"n{len(self.links.graph)}"
        self.links.graph.add_node(node)
        if block:
            self.links.blocks[node] = block
        return node

    def _add_block(self, block: Block, owner: str) -> str:
        node = self.node_of[owner] = self._add_node(block)
        for number, member in enumerate(block.members):
            if not member.stub:
                self.end_of[member.card.claim] = End(node, number)
        return node

    def _block(self, inference: Inference) -> Block | None:
        """Return the block of an inference; none where its only premise stands elsewhere."""
        if inference.linked:
            return reason_box(self.argument, inference, self.homes, self.cards, self.direction)
        first = inference.premises[0]
        return single(self.cards.cards[first], inference.id) if self.homes.get(first) == inference.id else None

    def _add_inference(self, inference: Inference) -> list[tuple[Inference, str]]:
        """Add an inference below its target; return the lines that have to wait until all blocks are there."""
        if inference.id in self.node_of:  # an undercutter, added with the arrow beside which it stands
            self.links.ways.append(Way(inference.id, beside=self.node_of[inference.id]))
        elif block := self._block(inference):
            self._add_stations(inference)
            self._add_block(block, inference.id)
            self._join(inference, End(self.node_of[inference.id]))
        else:
            self._add_stations(inference)
            return [(inference, "")]
        members = self.links.blocks[self.node_of[inference.id]].members
        return [(inference, member.card.claim) for member in members if member.stub]

    def _add_stations(self, inference: Inference) -> None:
        """Add the nodes that a single arrow passes: one for every undercutter, which stands there if it can."""
        if inference.linked:
            return
        self.stations[inference.id] = []
        for undercutter in self.argument.on[inference.id]:
            block = self._block(undercutter)
            if block and (undercutter.linked or not self.argument.on[undercutter.id]):
                node = self._add_block(beside_arrow(block, self.direction), undercutter.id)
                self.stations[inference.id].append(End(node, Spot.PASSAGE))
            else:
                node = self._add_node()
                self.junction_of[undercutter.id] = End(node, Spot.SIDE)
                self.stations[inference.id].append(End(node))

    # lines

    def _target(self, inference: Inference, stub: str) -> End:
        """Return where the line of an inference, or the line to one of its stubs, ends."""
        if stub:
            members = self.links.blocks[self.node_of[inference.id]].members
            return End(self.node_of[inference.id], [member.card.claim for member in members].index(stub))
        if inference.target in self.end_of:
            return self.end_of[inference.target]
        return self.junction_of.get(inference.id) or End(self.node_of[inference.target], Spot.LANE)

    def _join(self, inference: Inference, premise: End, stub: str = "") -> None:
        """Add the line of an inference, or the line from a claim's card to its stub."""
        target = self._target(inference, stub)
        passed = [] if stub else self.stations.get(inference.id, [])
        rank = self.rank[inference.id]
        stops = [premise, *passed, target]
        if self._can_descend(stops[::-1]):
            legs = self._legs(stops, rank, upward=True)
        elif self._can_descend(stops):
            legs = self._legs(stops, rank, upward=False)
        else:  # what undercuts the line was added after all that is above it, so at least this way is free
            one, other = self._turn(premise, target)
            legs = self._legs([premise, *passed, one], rank, upward=False)
            legs += self._legs([other, target], rank, upward=True)
        self.links.ways.append(Way(inference.id, tuple(legs), stub))

    def _legs(self, stops: Sequence[End], rank: int, *, upward: bool) -> list[tuple[Link, bool]]:
        """Return the links between the stops of a line, each with whether it is followed from its head."""
        links = [Link(b, a, rank) if upward else Link(a, b, rank) for a, b in pairwise(stops)]
        self.links.graph.add_edges_from((link.tail.node, link.head.node) for link in links)
        return [(link, upward) for link in links]

    def _turn(self, premise: End, target: End) -> tuple[End, End]:
        """Add a place below where a line turns back upwards; return its arms, for the premise and for the target."""
        node = self._add_node(turn(self.direction))
        first, second = End(node, Spot.FIRST), End(node, Spot.SECOND)
        in_order = not isinstance(premise.at, int) or not isinstance(target.at, int) or premise.at < target.at
        return (first, second) if in_order else (second, first)

    def _can_descend(self, stops: Sequence[End]) -> bool:
        """Tell whether a line that runs down through some stops would close no circle."""
        above: set[str] = set()
        for stop in stops:
            if self._leads(stop.node, above):
                return False
            above.add(stop.node)
        return True

    def _leads(self, node: str, goals: set[str]) -> bool:
        """Tell whether a node is one of some others, or a way leads down from it to one."""
        met = {node}
        waiting = [node] if goals else []
        while waiting:
            name = waiting.pop()
            if name in goals:
                return True
            new = [below for below in self.links.graph[name] if below not in met]
            met.update(new)
            waiting += new
        return False
