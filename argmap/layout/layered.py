"""The layered way of placing: ranks from the thesis down, by Graphviz's dot (Gansner and others 1993).

Every block is one node of a fixed size, an HTML table of one row (one column where arrows point left) whose cells are
ports, so that lines leave a card spread evenly along its side. Within a rank all nodes are as deep as the deepest, and
the block stands at the side of the thesis; the rest is room for its lines. Graphviz sees invented names, empty cells.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace

import graphviz
import networkx as nx

from argmap.engine import Coordinates, Engine, lay_out
from argmap.geometry import Curve, Point, joined, straight
from argmap.layout.blocks import LANE, PASSAGE, Block, Direction
from argmap.layout.cards import Cards, even
from argmap.layout.homes import homes_of
from argmap.layout.links import End, Link, Links, Spot, Way, links_of
from argmap.layout.placement import PlacedBox, PlacedCard, Placement, Route, framed
from argmap.model import ArgumentMap

NODE_GAP = 14.0
RANK_GAP = 34.0
PORT = 2.0
"""How wide a port is, in points."""
PORT_ROOM = 12.0
"""The least distance of two ports on one side."""
ARRIVAL = 20.0
"""The room that a line takes where it arrives, as long as cards can be widened for it."""
ARRIVALS = 12
"""For how many lines a card is widened."""
JUNCTION = 2.0


def place(
    argument: ArgumentMap, cards: Cards, direction: Direction = Direction.UP, engine: Engine = Engine.BUILTIN
) -> Placement:
    """Place a map in layers.

    Raises
    ------
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    links = links_of(argument, homes_of(argument), _roomy(argument, cards), direction)
    graph = _Layers(links, direction)
    coordinates = lay_out(graph.dot(), len(links.graph), engine)
    return graph.placement(coordinates)


def _roomy(argument: ArgumentMap, cards: Cards) -> Cards:
    """Widen the cards on which much bears, so that the lines arrive with room between them."""
    widened = {
        claim: card.resized(max(card.width, even(ARRIVAL * min(ARRIVALS, len(argument.on[claim])))), card.height)
        for claim, card in cards.cards.items()
    }
    return replace(cards, cards=widened)


@dataclass(slots=True)
class _Layers:
    """The graph as dot sees it, and the way back from dot's coordinates."""

    links: Links
    direction: Direction
    offsets: dict[tuple[Link, str], float] = field(default_factory=dict)
    ports: dict[str, set[float]] = field(default_factory=lambda: defaultdict(set))
    depths: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._spread_tails()
        self._set_heads()
        self._set_depths()

    def _spread_tails(self) -> None:
        """Spread the lines that leave a card evenly along its far side, in the order of the argument."""
        leaving: dict[End, list[Link]] = defaultdict(list)
        for link in self.links.all_links():
            leaving[link.tail].append(link)
        for end, links in leaving.items():
            start, length = self._range(end)
            slots = max(1, min(len(links), int(length // PORT_ROOM)))
            for number, link in enumerate(links):
                self._set(link, end, start + round((number * slots // len(links) + 0.5) * length / slots))

    def _set_heads(self) -> None:
        """Let the lines that arrive at a near side arrive in its middle."""
        for link in self.links.all_links():
            start, length = self._range(link.head)
            self._set(link, link.head, start + round(length / 2))

    def _set(self, link: Link, end: End, offset: float) -> None:
        self.offsets[link, end.node] = offset
        if end.node in self.links.blocks:
            self.ports[end.node].add(offset)

    def _range(self, end: End) -> tuple[float, float]:
        """Return where along its node a line may end: a start and a length."""
        block = self.links.blocks.get(end.node)
        if block is None:
            return 0.0, JUNCTION
        if end.at is Spot.PASSAGE:
            return 0.0, 2 * PASSAGE
        rect = block.members[end.at].rect if isinstance(end.at, int) else block.body
        start, length = (rect.x, rect.width) if self.direction is Direction.UP else (rect.y, rect.height)
        return (start + length - LANE, LANE - 6.0) if end.at is Spot.LANE else (start, length)

    def _ends_at_card(self, end: End) -> bool:
        return end.node in self.links.blocks and end.at is not Spot.PASSAGE

    def _set_depths(self) -> None:
        """Make all blocks of a rank as deep as the deepest; dot ranks by the longest ways, nearly always."""
        ranks: dict[str, int] = {}
        for node in nx.topological_sort(self.links.graph):
            ranks[node] = max((ranks[before] + 1 for before in self.links.graph.predecessors(node)), default=0)
        deepest: dict[int, float] = defaultdict(float)
        for node, block in self.links.blocks.items():
            deepest[ranks[node]] = max(deepest[ranks[node]], block.depth(self.direction))
        self.depths = {node: deepest[ranks[node]] for node in self.links.blocks}

    # to dot

    def dot(self) -> str:
        """Write the graph."""
        up = self.direction is Direction.UP
        dot = graphviz.Digraph(
            graph_attr={
                "rankdir": "TB" if up else "LR",
                "ordering": "out",
                "nodesep": f"{NODE_GAP / 72:.6f}",
                "ranksep": f"{RANK_GAP / 72:.6f}",
            },
            node_attr={"shape": "plain", "label": ""},
            edge_attr={"dir": "none"},
        )
        for node in self.links.graph:
            if block := self.links.blocks.get(node):
                dot.node(node, label=self._table(node, block))
            else:
                size = f"{JUNCTION / 72:.6f}"
                dot.node(node, shape="box", fixedsize="true", width=size, height=size)
        far, near, side = ("s", "n", "e") if up else ("e", "w", "s")
        for number, link in enumerate(self._in_port_order()):
            tail = side if link.tail.at is Spot.SIDE else far
            heavy = {} if self._ends_at_card(link.head) else {"weight": "8"}
            dot.edge(self._port(link, link.tail, tail), self._port(link, link.head, near), id=f"e{number}", **heavy)
        return str(dot.source)

    def _in_port_order(self) -> list[Link]:
        """Return the links so that those leaving a node are in the order of its ports."""
        position = {node: number for number, node in enumerate(self.links.graph)}
        links = self.links.all_links()
        return sorted(links, key=lambda k: (position[k.tail.node], self.offsets[k, k.tail.node], k.rank))

    def _port(self, link: Link, end: End, compass: str) -> str:
        if end.node not in self.links.blocks:
            return f"{end.node}:{compass}"
        return f"{end.node}:p{self.offsets[link, end.node]:.0f}:{compass}"

    def _table(self, node: str, block: Block) -> str:
        """Write a block as a table of fixed cells, those of its ports named after their places."""
        breadth, depth = block.breadth(self.direction), self.depths[node]
        cells = []
        end = 0.0
        for offset in sorted(self.ports[node]):
            cells.append(("", offset - PORT / 2 - end))
            cells.append((f' PORT="p{offset:.0f}"', PORT))
            end = offset + PORT / 2
        cells.append(("", breadth - end))
        up = self.direction is Direction.UP
        written = [
            _cell(port, length, depth) if up else _cell(port, depth, length) for port, length in cells if length > 0
        ]
        rows = f"<TR>{''.join(written)}</TR>" if up else "".join(f"<TR>{cell}</TR>" for cell in written)
        return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>>'

    # from dot

    def placement(self, coordinates: Coordinates) -> Placement:
        """Turn dot's coordinates into a placement."""
        cards: list[PlacedCard] = []
        boxes: list[PlacedBox] = []
        corners = {node: self._corner(node, coordinates.nodes[node]) for node in self.links.graph}
        for node, block in self.links.blocks.items():
            cards += block.placed_cards(*corners[node])
            if box := block.placed_box(*corners[node]):
                boxes.append(box)
        curves = {
            link: self._curve(link, corners, coordinates.edges[f"e{number}"])
            for number, link in enumerate(self._in_port_order())
        }
        routes = tuple(self._route(way, curves, corners) for way in self.links.ways)
        return framed(tuple(cards), tuple(boxes), routes)

    def _corner(self, node: str, middle: Point) -> Point:
        """Return the upper left corner of what stands at a node."""
        block = self.links.blocks.get(node)
        if block is None:
            return middle.moved(-JUNCTION / 2, -JUNCTION / 2)
        return self._at(middle, -block.breadth(self.direction) / 2, -self.depths[node] / 2)

    def _curve(self, link: Link, corners: dict[str, Point], drawn: tuple[Point, ...]) -> Curve:
        """Return dot's curve from tail to head, its ends exactly at the ports and led on to the cards."""
        tail, tail_border = self._points(link, link.tail, corners, far=True)
        head, head_border = self._points(link, link.head, corners, far=False)
        first, last = drawn[0], drawn[-1]
        snapped = [
            tail_border,
            drawn[1].moved(tail_border.x - first.x, tail_border.y - first.y),
            *drawn[2:-2],
            drawn[-2].moved(head_border.x - last.x, head_border.y - last.y),
            head_border,
        ]
        return joined(straight(tail, tail_border), tuple(snapped), straight(head_border, head))

    def _points(self, link: Link, end: End, corners: dict[str, Point], *, far: bool) -> tuple[Point, Point]:
        """Return where a line ends at a card, and where it crosses the border of the node's room."""
        corner = corners[end.node]
        block = self.links.blocks.get(end.node)
        if block is None:
            middle = corner.moved(JUNCTION / 2, JUNCTION / 2)
            return middle, middle
        border = self.depths[end.node] if far else 0.0
        depth = border
        if end.at is not Spot.PASSAGE:
            rect = block.members[end.at].rect if isinstance(end.at, int) else block.body
            near_side, far_side = (rect.y, rect.bottom) if self.direction is Direction.UP else (rect.x, rect.right)
            depth = far_side if far else near_side
        offset = self.offsets[link, end.node]
        return self._at(corner, offset, depth), self._at(corner, offset, border)

    def _at(self, corner: Point, along: float, down: float) -> Point:
        return corner.moved(along, down) if self.direction is Direction.UP else corner.moved(down, along)

    def _route(self, way: Way, curves: dict[Link, Curve], corners: dict[str, Point]) -> Route:
        """Join the pieces of a line, from premise to target; through an undercutter's block it runs straight."""
        if way.beside:
            return Route(way.inference, self._line_beside(way.beside, corners[way.beside]))
        pieces: list[Curve] = []
        for link, from_head in way.links:
            curve = tuple(reversed(curves[link])) if from_head else curves[link]
            if pieces:
                pieces.append(straight(pieces[-1][-1], curve[0]))
            pieces.append(curve)
        return Route(way.inference, joined(*pieces), way.stub)

    def _line_beside(self, node: str, corner: Point) -> Curve:
        """Return the line from an undercutter to the arrow beside it."""
        block = self.links.blocks[node]
        assert block.badge is not None
        up = self.direction is Direction.UP
        start = Point(block.body.x, block.badge.y) if up else Point(block.badge.x, block.body.y)
        return straight(start.moved(*corner), block.badge.moved(*corner))


def _cell(port: str, width: float, height: float) -> str:
    """Write a cell of a table."""
    return f'<TD{port} FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"></TD>'
