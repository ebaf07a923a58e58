"""The graph of a layered placement: in which rank and how deep every block is, and all of it as dot reads it.

Every block is one node of a fixed size, an HTML table of one row (one column where arrows point left) whose cells are
ports, so that lines leave a card spread evenly along its side. Graphviz sees invented names, empty cells.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.layout.blocks import Block, Direction
from argmap.layout.links import End, Link, Links, Spot
from argmap.layout.ports import JUNCTION, STRETCHES, Ports
from argmap.layout.ranks import order_of, ranks_of

if TYPE_CHECKING:
    import graphviz

NODE_GAP = 14.0
RANK_GAP = 34.0
PORT = 2.0
"""How wide a port is, in points."""
PULL = 50
"""How much more a line pulls its ends together than the order pulls neighbours."""
STRAIGHT = 8
"""How much more than other lines those that pass something want to be straight."""


class Layers:
    """The blocks of a map in their ranks."""

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

    def dot(self) -> str:
        """Write the graph."""
        up = self.direction is Direction.UP
        import graphviz

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
        for number, link in enumerate(self.in_port_order()):
            tail = side if link.tail.at is Spot.SIDE else far
            at_card = link.head.node in self.links.blocks and link.head.at not in STRETCHES
            weight = PULL if at_card else STRAIGHT * PULL
            ends = self._port(link, link.tail, tail), self._port(link, link.head, near)
            dot.edge(*ends, id=f"e{number}", weight=str(weight))
        self._keep_order(dot)
        return str(dot.source)

    def _keep_order(self, dot: "graphviz.Digraph") -> None:
        """Let invisible edges say which nodes share a rank, and which stand left of which.

        Dot keeps to that but for one case. When it sorts nodes by what is below them, those with nothing below stay
        where they are while others are moved over them: also those that have to come after or, where arrows point
        left, before. So they are tied to what is below those.
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

    def in_port_order(self) -> list[Link]:
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


def _cell(port: str, width: float, height: float) -> str:
    """Write a cell of a table."""
    return f'<TD{port} FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"></TD>'
