"""A drawing as DOT, for those who want to go on with Graphviz: the argument in its words, and no positions."""

import re
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.links import is_safe_link
from argmap.model import Relation
from argmap.outputs.options import Options
from argmap.shapes import NONE, Box, Path, Text
from argmap.words import words_for

if TYPE_CHECKING:
    from graphviz import Digraph

WRAP = 32
"""How many characters a line of a sentence has at most, unless a word is longer."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINES = {
    Relation.SUPPORT: {"style": "solid", "arrowhead": "normal"},
    Relation.ATTACK: {"style": "dashed", "arrowhead": "empty"},
    Relation.UNDERCUT: {"style": "dotted", "arrowhead": "tee"},
}


def to_dot(drawing: Drawing, options: Options | None = None) -> bytes:  # noqa: ARG001
    """Return a drawing as DOT: a box for every claim, and ids as the names of nodes.

    The premises of a linked inference meet in a point that is called like the inference. So does the premise of one
    that is undercut, for an edge needs a node to lead to. The last edge of an inference is labelled with its relation.
    """
    from graphviz import Digraph

    graph = Digraph(
        drawing.prefix,
        graph_attr={
            "rankdir": "BT",
            "label": _plain(drawing.title),
            "labelloc": "t",
            "bgcolor": _color(drawing.ground),
            "fontname": "Source Sans Pro",
        },
        node_attr={"shape": "box", "fontname": "Source Sans Pro", "style": "rounded,filled", "margin": "0.15,0.08"},
        edge_attr={"fontname": "Source Sans Pro", "fontsize": "11"},
    )
    for claim in drawing.claims:
        graph.node(claim.id, **dict(_claim(claim)))
    targets = {inference.target for inference in drawing.inferences}
    for inference in drawing.inferences:
        _add_inference(graph, inference, drawing.language, joined=inference.id in targets)
    source: str = graph.source
    return source.encode()


def _claim(claim: ClaimGroup) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of a claim's node."""
    yield "label", _wrapped(claim.title)
    for shape in claim.shapes:
        if isinstance(shape, Box) and shape.role == "card":
            yield "fillcolor", _color(shape.fill)
            yield "color", _color(shape.stroke)
            if shape.dashes:
                yield "style", "rounded,filled,dashed"
        elif isinstance(shape, Text) and shape.role == "text" and shape.lines:
            yield "fontcolor", shape.lines[0].color
    if is_safe_link(claim.url):
        yield "URL", _plain(claim.url)


def _add_inference(graph: "Digraph", inference: InferenceGroup, language: str, *, joined: bool) -> None:
    """Add the edges of an inference and, where they have to meet, the point in which they do."""
    relation = Relation(inference.relation)
    tabs = (shape.lines[0].line.text for shape in inference.shapes if isinstance(shape, Text) and shape.role == "tab")
    label = _plain(next(tabs, words_for(language).tab(relation.key)))
    edges = (shape.stroke for shape in inference.shapes if isinstance(shape, Path) and shape.role == "edge")
    color = next(edges, "")
    paint = {"color": color, "fontcolor": color} if color else {}
    line = _LINES[relation] | paint
    if len(inference.premises) == 1 and not joined:
        graph.edge(*inference.premises, inference.target, label=label, **line)
        return
    graph.node(inference.id, shape="point", width="0.08", **paint)
    for premise in inference.premises:
        graph.edge(premise, inference.id, **(line | {"arrowhead": "none"}))
    graph.edge(inference.id, inference.target, label=label, **line)


def _wrapped(sentence: str) -> str:
    """Break a sentence into lines as a label wants them."""
    from graphviz import nohtml

    lines = textwrap.wrap(sentence, WRAP, break_long_words=False, break_on_hyphens=False)
    label: str = nohtml("\\n".join(_plain(line) for line in lines))
    return label


def _plain(text: str) -> str:
    """Return a text that is shown as it is: nothing in it is a sequence with a backslash, an entity, or HTML."""
    from graphviz import escape

    label: str = escape(_ENTITY.sub("&amp;", text))
    return label


def _color(color: str) -> str:
    return "transparent" if color == NONE else color
