"""In which rank every node stands, and in which order the nodes of a rank.

A node's rank is the length of the longest way to it from the thesis. What bears on one card stands in the order of the
file, in whichever rank; so do lines with what they pass.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import networkx as nx

from argmap.layout.links import Link, Links, Way
from argmap.layout.ports import Ports

Pair = tuple[str, str]
"""Two nodes of one rank the first of which has to stand before the second."""


def ranks_of(graph: "nx.DiGraph[str]") -> dict[str, int]:
    """Return the rank of every node, from 0."""
    ranks: dict[str, int] = {}
    for node in nx.topological_sort(graph):
        ranks[node] = max((ranks[before] + 1 for before in graph.predecessors(node)), default=0)
    return ranks


@dataclass(slots=True)
class Order:
    """The order of the nodes of a rank.

    ``pairs`` are all pairs of neighbours. Directly below ``tidy`` nodes the order is that in which lines leave, which
    dot can keep by itself (``ordering``); ``loose`` are the pairs that it has to be told.
    """

    pairs: dict[Pair, None] = field(default_factory=dict)
    loose: dict[Pair, None] = field(default_factory=dict)
    tidy: set[str] = field(default_factory=set)


def order_of(links: Links, ranks: dict[str, int], ports: Ports) -> Order:
    """Return the order of the nodes of each rank, from the thesis down."""
    rows = _rows(links, ranks, ports)
    home = {link for way in links.ways for link in _way_home(way, links)}
    tangled = {
        link.tail.node
        for link in links.all_links()
        if link not in home or ranks[link.head.node] > ranks[link.tail.node] + 1
    }
    order = Order()
    for (tail, rank), row in sorted(rows.items(), key=lambda item: ranks[item[0][0]]):
        pairs = dict.fromkeys(pairwise(row))
        order.pairs |= pairs
        if rank == ranks[tail] + 1 and tail not in tangled:
            order.tidy.add(tail)
        else:  # dot would take the edge that tells of this for a line, so the first of a pair cannot be tidy
            order.loose |= pairs
            tangled.update(before for before, _ in pairs)
    return order


def _rows(links: Links, ranks: dict[str, int], ports: Ports) -> dict[tuple[str, int], list[str]]:
    """Return, for every node and every rank, what is led to that node by its lines, in the order of the lines."""
    found: dict[tuple[str, int], list[tuple[float, int, str]]] = defaultdict(list)
    for number, way in enumerate(links.ways):
        downward = _way_home(way, links)
        for place, link in enumerate(downward):
            for below in downward[place:]:
                node = below.head.node
                found[link.tail.node, ranks[node]].append((ports.at_tail(link), number, node))
    return {key: [node for *_, node in sorted(row)] for key, row in found.items()}


def _way_home(way: Way, links: Links) -> list[Link]:
    """Return the links of a line from its target to the block of its inference; none where that stands elsewhere."""
    if way.stub or not way.links:
        return []
    first, _ = way.links[0]
    block = links.blocks.get(first.head.node)
    return [link for link, _ in reversed(way.links)] if block and block.inference == way.inference else []
