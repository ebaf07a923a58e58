"""The layered way of placing: ranks from the thesis down, by Graphviz's dot (Gansner and others 1993).

Every block is one node of a fixed size, an HTML table of one row (one column where arrows point left) whose cells are
ports, so that lines leave a card spread evenly along its side. Within a rank all nodes are as deep as the deepest, and
the block stands at the side of the thesis; the rest is room for its lines. Graphviz sees invented names, empty cells.
"""

from collections import defaultdict
from dataclasses import replace

import graphviz

from argmap.engine import Coordinates, Engine, lay_out
from argmap.geometry import Curve, Point, Rect, joined, straight
from argmap.layout.blocks import TURN, Block, Direction
from argmap.layout.cards import Cards, even
from argmap.layout.detours import Rows
from argmap.layout.homes import homes_of
from argmap.layout.links import End, Link, Links, Spot, Way, links_of
from argmap.layout.placement import Candidate, PlacedBox, PlacedCard, Placement, Route, framed
from argmap.layout.ports import JUNCTION, STRETCHES, Ports
from argmap.layout.ranks import order_of, ranks_of
from argmap.model import ArgumentMap

NODE_GAP = 14.0
RANK_GAP = 34.0
PORT = 2.0
"""How wide a port is, in points."""
ARRIVAL = 20.0
"""The room that a line takes where it arrives, as long as cards can be widened for it."""
ARRIVALS = 12
"""For how many lines a card is widened."""
PULL = 50
"""How much more a line pulls its ends together than the order pulls neighbours."""
STRAIGHT = 8
"""How much more than other lines those that pass something want to be straight."""
_WRAPS = ((60, (86.0, 110.0, 140.0, 170.0, 210.0, 260.0, 330.0)), (200, (110.0, 150.0, 210.0)))
_WRAPS_RIVALLED = (110.0, 200.0)
_WRAP_OF_LARGE = (180.0,)


def wraps_for(claims: int, *, rivalled: bool) -> tuple[float, ...]:
    """Return the wrap widths to try: fewer for larger maps, and fewer where another way of placing will mostly win."""
    if rivalled and claims <= _WRAPS[0][0]:
        return _WRAPS_RIVALLED
    return next((wraps for most, wraps in _WRAPS if claims <= most), _WRAP_OF_LARGE)


def place(
    argument: ArgumentMap, cards: Cards, direction: Direction = Direction.UP, engine: Engine = Engine.BUILTIN
) -> Placement:
    """Place a map in layers.

    Raises
    ------
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    return candidate(argument, cards, direction, engine).make()


def candidate(
    argument: ArgumentMap, cards: Cards, direction: Direction = Direction.UP, engine: Engine = Engine.BUILTIN
) -> Candidate:
    """Prepare a placement in layers; its least size is that of the cards of each rank."""
    links = links_of(argument, homes_of(argument), _roomy(argument, cards), direction)
    layers = _Layers(links, direction)

    def make() -> Placement:
        return layers.placement(lay_out(layers.dot(), len(links.graph), engine))

    return Candidate(*layers.least_size(), make)


def _roomy(argument: ArgumentMap, cards: Cards) -> Cards:
    """Widen the cards on which much bears, so that the lines arrive with room between them."""
    widened = {
        claim: card.resized(max(card.width, even(ARRIVAL * min(ARRIVALS, len(argument.on[claim])))), card.height)
        for claim, card in cards.cards.items()
    }
    return replace(cards, cards=widened)


class _Layers:
    """The graph as dot sees it, and the way back from dot's coordinates."""

    def __init__(self, links: Links, direction: Direction) -> None:
        self.links = links
        self.direction = direction
        self.ports = Ports(links, direction)
        self.ranks = ranks_of(links.graph)
        self.order = order_of(links, self.ranks, self.ports)
        deepest: dict[int, float] = defaultdict(float)
        for node, block in links.blocks.items():
            deepest[self.ranks[node]] = max(deepest[self.ranks[node]], block.depth(direction))
        self.depths = {node: deepest[self.ranks[node]] for node in links.blocks}

    def least_size(self) -> tuple[float, float]:
        """Return a width and height that hold every rank, but not what its lines need."""
        breadths: dict[int, float] = defaultdict(lambda: -NODE_GAP)
        depths: dict[int, float] = defaultdict(float)
        for node, block in self.links.blocks.items():
            rank = self.ranks[node]
            breadths[rank] += block.breadth(self.direction) + NODE_GAP
            depths[rank] = self.depths[node]
        broad, deep = max(breadths.values()), sum(depths.values()) + RANK_GAP * (len(depths) - 1)
        return (broad, deep) if self.direction is Direction.UP else (deep, broad)

    # to dot

    def dot(self) -> str:
        """Write the graph."""
        up = self.direction is Direction.UP
        dot = graphviz.Digraph(
            graph_attr={
                "rankdir": "TB" if up else "LR",
                "nodesep": f"{NODE_GAP / 72:.6f}",
                "ranksep": f"{RANK_GAP / 72:.6f}",
            },
            node_attr={"shape": "plain", "label": ""},
            edge_attr={"dir": "none"},
        )
        for node in self.links.graph:
            ordering = {"ordering": "out"} if node in self.order.tidy else {}
            if block := self.links.blocks.get(node):
                dot.node(node, label=self._table(node, block), **ordering)
            else:
                size = f"{JUNCTION / 72:.6f}"
                dot.node(node, shape="box", fixedsize="true", width=size, height=size, **ordering)
        far, near, side = ("s", "n", "e") if up else ("e", "w", "s")
        for number, link in enumerate(self._in_port_order()):
            tail = side if link.tail.at is Spot.SIDE else far
            at_card = link.head.node in self.links.blocks and link.head.at not in STRETCHES
            weight = PULL if at_card else STRAIGHT * PULL
            ends = self._port(link, link.tail, tail), self._port(link, link.head, near)
            dot.edge(*ends, id=f"e{number}", weight=str(weight))
        self._keep_order(dot)
        return str(dot.source)

    def _keep_order(self, dot: graphviz.Digraph) -> None:
        """Let invisible edges say which nodes share a rank, and which stand left of which.

        Dot keeps to that but for one case. When it sorts nodes by what is below them, those with nothing below them stay
        where they are while others are moved over them: those that have to come after or, where arrows point left,
        before. So they are tied to what is below these.
        """
        rows: dict[int, list[str]] = defaultdict(list)
        for node, rank in self.ranks.items():
            rows[rank].append(node)
        for row in rows.values():
            with dot.subgraph(graph_attr={"rank": "same"}) as same:
                for node in row:
                    same.node(node)
        below = {node: next(iter(self.links.graph[node]), None) for node in self.links.graph}
        for before, after in self.order.loose:
            dot.edge(before, after, style="invis")
        up = self.direction is Direction.UP
        for before, after in reversed(self.order.pairs) if up else self.order.pairs:
            leaf, other = (before, after) if up else (after, before)
            if below[leaf] is None and (borrowed := below[other]):
                below[leaf] = borrowed
                dot.edge(leaf, borrowed, style="invis", weight="0")

    def _in_port_order(self) -> list[Link]:
        """Return the links so that those leaving a node are in the order of its ports."""
        position = {node: number for number, node in enumerate(self.links.graph)}
        links = self.links.all_links()
        return sorted(links, key=lambda k: (position[k.tail.node], self.ports.at_tail(k), k.rank))

    def _port(self, link: Link, end: End, compass: str) -> str:
        if end.node not in self.links.blocks:
            return f"{end.node}:{compass}"
        return f"{end.node}:p{self.ports.offsets[link, end.node]:.0f}:{compass}"

    def _table(self, node: str, block: Block) -> str:
        """Write a block as a table of fixed cells, those of its ports named after their places."""
        breadth, depth = block.breadth(self.direction), self.depths[node]
        cells = []
        end = 0.0
        for offset in sorted(self.ports.of_node[node]):
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
        rows = self._rows(corners)
        curves = {
            link: self._curve(link, corners, coordinates.edges[f"e{number}"], rows)
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

    def _rows(self, corners: dict[str, Point]) -> Rows:
        """Return the rows in which cards and boxes stand."""
        bodies = [block.body.moved(*corners[node]) for node, block in self.links.blocks.items() if block.members]
        if self.direction is Direction.LEFT:
            bodies = [Rect(body.y, body.x, body.height, body.width) for body in bodies]
        return Rows(bodies)

    def _cleared(self, curve: Curve, rows: Rows) -> Curve:
        """Return a curve that runs through no card; rows know only lines that run up and down."""
        if self.direction is Direction.UP:
            return rows.cleared(curve)
        return tuple(Point(x, y) for y, x in rows.cleared(tuple(Point(y, x) for x, y in curve)))

    def _curve(self, link: Link, corners: dict[str, Point], drawn: tuple[Point, ...], rows: Rows) -> Curve:
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
        cleared = self._cleared(tuple(snapped), rows)
        return joined(straight(tail, tail_border), cleared, straight(head_border, head))

    def _points(self, link: Link, end: End, corners: dict[str, Point], *, far: bool) -> tuple[Point, Point]:
        """Return where a line ends at a card, and where it crosses the border of the node's room."""
        corner = corners[end.node]
        block = self.links.blocks.get(end.node)
        if block is None:
            middle = corner.moved(JUNCTION / 2, JUNCTION / 2)
            return middle, middle
        border = self.depths[end.node] if far else 0.0
        depth = border
        if end.at not in STRETCHES:
            rect = block.members[end.at].rect if isinstance(end.at, int) else block.body
            near_side, far_side = (rect.y, rect.bottom) if self.direction is Direction.UP else (rect.x, rect.right)
            depth = far_side if far else near_side
        offset = self.ports.offsets[link, end.node]
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
                turning = link.head.at in (Spot.FIRST, Spot.SECOND)
                pieces.append(self._turn(pieces[-1][-1], curve[0]) if turning else straight(pieces[-1][-1], curve[0]))
            pieces.append(curve)
        return Route(way.inference, joined(*pieces), way.stub)

    def _turn(self, start: Point, end: Point) -> Curve:
        """Return the arc, half a circle or nearly so, in which a line turns back."""
        depth = TURN * 2 / 3
        return (start, self._at(start, 0, depth), self._at(end, 0, depth), end)

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
