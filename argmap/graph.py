"""The argument as a networkx digraph, and the roles that follow from it.

Claims and inferences are both nodes. An edge runs from every premise to its inference, and from every inference to its
target, so that whatever bears on something has a path to it.
"""

from enum import StrEnum

import networkx as nx

from argmap.model import ArgumentMap, Inference, Relation


class Side(StrEnum):
    """Whether something speaks for the thesis or against it."""

    FOR = "for"
    AGAINST = "against"
    BOTH = "both"


class Role(StrEnum):
    """What an inference does in the argument."""

    SUPPORT = "support"
    OBJECTION = "objection"
    REBUTTAL = "rebuttal"
    UNDERCUTTER = "undercutter"


Graph = nx.DiGraph  # of ids


def graph_of(argument: ArgumentMap) -> "Graph[str]":
    """Return the digraph of a map's claims and inferences, in the order of the argument."""
    graph: Graph[str] = nx.DiGraph()
    graph.add_nodes_from(argument.claim)
    for inference in argument.inferences:
        graph.add_edges_from((premise, inference.id) for premise in inference.premises)
        graph.add_edge(inference.id, inference.target)
    return graph


def leading_to(graph: "Graph[str]", target: str) -> set[str]:
    """Return every claim and inference from which a path leads to the target, and the target itself."""
    return {target, *nx.ancestors(graph, target)}


def support_cycles(argument: ArgumentMap) -> list[list[str]]:
    """Return one cycle of supports for every part of the map in which claims support themselves through others.

    Each is the claims on it in the order of support, beginning with the one that comes first in the argument.
    """
    supports: Graph[str] = nx.DiGraph()
    supports.add_nodes_from(argument.claim)
    for inference in argument.inferences:
        if inference.relation is Relation.SUPPORT:
            supports.add_edges_from((premise, inference.target) for premise in inference.premises)
    rank = {claim: number for number, claim in enumerate(argument.claim)}
    cycles = []
    for component in nx.strongly_connected_components(supports):
        if len(component) > 1:
            first = min(component, key=rank.__getitem__)
            inside = supports.subgraph(component)
            back = min(inside.predecessors(first), key=rank.__getitem__)
            cycles.append(nx.shortest_path(inside, first, back))
    return sorted(cycles, key=lambda cycle: rank[cycle[0]])


def depths(argument: ArgumentMap) -> dict[str, int]:
    """Return how many inferences lie on the shortest way from each claim or inference to the thesis, itself counted.

    The thesis has depth 0, what bears on it depth 1. What does not lead to the thesis is left out.
    """
    found = {argument.thesis: 0}
    waiting = [argument.thesis]
    for name in waiting:
        for inference in argument.on[name]:
            if inference.id not in found:
                found[inference.id] = found[name] + 1
                waiting.append(inference.id)
                for premise in inference.premises:
                    if premise not in found:
                        found[premise] = found[name] + 1
                        waiting.append(premise)
    return found


def sides(argument: ArgumentMap) -> dict[str, Side]:
    """Return the side of everything that leads to the thesis.

    Every attack and every undercut on the way changes sides; where ways disagree the side is ``both``.
    """
    met = {(argument.thesis, Side.FOR)}
    waiting = [(argument.thesis, Side.FOR)]
    other = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}
    for name, side in waiting:
        for inference in argument.on[name]:
            mine = side if inference.relation is Relation.SUPPORT else other[side]
            for reached in ((inference.id, mine), *((premise, mine) for premise in inference.premises)):
                if reached not in met:
                    met.add(reached)
                    waiting.append(reached)
    found: dict[str, Side] = {}
    for name, side in waiting:
        found[name] = side if found.get(name, side) is side else Side.BOTH
    return found


def role(argument: ArgumentMap, inference: Inference) -> Role:
    """Return what an inference does: an attack on the premise of an objection or of a rebuttal is itself a rebuttal."""
    match inference.relation:
        case Relation.SUPPORT:
            return Role.SUPPORT
        case Relation.UNDERCUT:
            return Role.UNDERCUTTER
    answers = any(use.relation is Relation.ATTACK for use in argument.uses[inference.target])
    return Role.REBUTTAL if answers else Role.OBJECTION
