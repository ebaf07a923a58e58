"""Plain Graphviz, for comparison: one box a claim, a point where linked premises meet, everything else as it comes."""

import graphviz

from argmap.engine import lay_out
from argmap.geometry import Rect, bounds
from argmap.layout.cards import Card, Wording, make_cards
from argmap.layout.frame import Frame
from argmap.layout.placement import PlacedCard, Placement, Route
from argmap.model import ArgumentMap
from argmap.views import Part

WRAPS = (110.0, 146.0, 183.0, 220.0, 256.0, 293.0, 330.0)
DIRECTIONS = ("BT", "RL")


def plain_graphviz(part: Part, frame: Frame) -> Placement:
    """Return the placement with the largest text, of seven widths of the text and two directions."""
    tried = [_placed(part, width, direction) for width in WRAPS for direction in DIRECTIONS]
    return max(tried, key=lambda placement: frame.scale(placement.width, placement.height))


def _placed(part: Part, width: float, direction: str) -> Placement:
    cards = make_cards(part, Wording.FULL, width).cards
    names = {claim: f"c{number}" for number, claim in enumerate(part.map.claim)}
    dot, edges = _dot(part.map, cards, names, direction)
    coordinates = lay_out(dot, len(names))
    placed = []
    for claim, card in cards.items():
        x, y = coordinates.nodes[names[claim]]
        placed.append(PlacedCard(card, Rect(x - card.width / 2, y - card.height / 2, card.width, card.height)))
    routes = tuple(Route(inference, coordinates.edges[edge]) for edge, inference in edges.items())
    around = bounds([card.rect for card in placed], [point for route in routes for point in route.curve])
    return Placement(around.width, around.height, tuple(placed), (), routes)


def _dot(
    argument: ArgumentMap, cards: dict[str, Card], names: dict[str, str], direction: str
) -> tuple[str, dict[str, str]]:
    """Write the graph; return it with the inference of every edge."""
    dot = graphviz.Digraph(
        graph_attr={"rankdir": direction, "nodesep": "0.2", "ranksep": "0.3"},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
    )
    edges: dict[str, str] = {}
    joints = {i.id: f"j{n}" for n, i in enumerate(argument.inferences) if i.linked or argument.on[i.id]}
    for claim, card in cards.items():
        dot.node(names[claim], width=f"{card.width / 72:.6f}", height=f"{card.height / 72:.6f}")
    for joint in joints.values():
        dot.node(joint, shape="point", width="0.05", height="0.05")

    def edge(tail: str, head: str, inference: str) -> None:
        name = f"e{len(edges)}"
        edges[name] = inference
        dot.edge(tail, head, id=name, dir="none")

    nodes = names | joints
    for inference in argument.inferences:
        target, meeting = nodes[inference.target], joints.get(inference.id)
        for premise in inference.premises:
            edge(names[premise], meeting or target, inference.id)
        if meeting:
            edge(meeting, target, inference.id)
    return str(dot.source), edges
