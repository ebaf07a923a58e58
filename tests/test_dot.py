"""The DOT is the argument in its own words, for those who go on with Graphviz."""

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygraphviz
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from argmap import draw, load
from argmap.cli import main
from argmap.drawing import Drawing
from argmap.outputs.dot import WRAP, to_dot
from argmap.outputs.formats import content
from argmap.outputs.options import Options
from tests.maps_drawn import REAL, SOCRATES, drawn_once, loaded
from tests.programs import program

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    'He said "no" \\ and left "',
    "<b>bold</b> & &amp; &lt; &#65; &nosuch;",
    "<<table>>",
    "\\N \\G \\E \\l \\r \\n \\",
    "a -> b; } digraph { c:port:n [label=x] // #",
]


@pytest.fixture(scope="module")
def socrates() -> Drawing:
    return drawn_once(SOCRATES)


def graph_of(drawing: Drawing) -> Any:
    return pygraphviz.AGraph(string=to_dot(drawing).decode())


def drawn(tmp_path: Path, text: str) -> Drawing:
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    return draw(load(path))


def shown_by_graphviz(written: bytes) -> list[str]:
    """Return the texts of the picture that dot makes, line for line."""
    picture = subprocess.run([program("dot"), "-Tsvg"], input=written, capture_output=True, check=True, timeout=60)
    assert not picture.stderr, "Graphviz has no complaint"
    return [
        "".join(text.itertext()).replace("\xa0", " ") for text in etree.fromstring(picture.stdout).iter(f"{SVG}text")
    ]


@pytest.mark.parametrize("source", [REAL, SOCRATES], ids=lambda path: path.stem)
def test_every_claim_is_a_box_with_its_sentence(source: Path) -> None:
    argument = loaded(source)
    graph = graph_of(drawn_once(source))
    for claim in argument.claims:
        node = graph.get_node(claim.id)
        assert node.attr["label"].replace("\\n", " ") == claim.text.replace("\\", "\\\\")
        assert max(map(len, node.attr["label"].split("\\n"))) <= WRAP
        assert ("dashed" in node.attr["style"]) == claim.implicit
    assert graph.graph_attr["rankdir"] == "BT", "the thesis is on top"
    assert graph.node_attr["shape"] == "box"


@pytest.mark.parametrize("source", [REAL, SOCRATES], ids=lambda path: path.stem)
def test_every_inference_leads_from_its_premises_to_its_target(source: Path) -> None:
    argument = loaded(source)
    graph = graph_of(drawn_once(source))
    undercut = {inference.target for inference in argument.inferences}
    styles = {"support": "solid", "attack": "dashed", "undercut": "dotted"}
    for inference in argument.inferences:
        joint = inference.id if inference.linked or inference.id in undercut else inference.premises[0]
        last = graph.get_edge(joint, inference.target)
        assert last.attr["style"] == styles[inference.relation]
        assert (
            last.attr["label"].split(",")[0]
            == {"support": "because", "attack": "but", "undercut": "unless"}[inference.relation]
        )
        if joint == inference.id:
            assert graph.get_node(joint).attr["shape"] == "point"
            assert {edge[0] for edge in graph.in_edges(joint)} >= set(inference.premises)
            assert all(graph.get_edge(premise, joint).attr["arrowhead"] == "none" for premise in inference.premises)
    points = [node for node in graph.nodes() if node.attr["shape"] == "point"]
    assert len(graph.nodes()) == len(argument.claims) + len(points)


def test_relations_are_told_without_colour_too(socrates: Drawing) -> None:
    graph = graph_of(socrates)
    told = {(edge.attr["style"], edge.attr["arrowhead"]) for edge in graph.edges() if edge.attr["arrowhead"] != "none"}
    assert told == {("solid", "normal"), ("dashed", "empty"), ("dotted", "tee")}


def test_words_are_in_the_language_of_the_map(tmp_path: Path) -> None:
    graph = graph_of(drawn(tmp_path, "language: de\nthesis: Die Katze schläft.\nbut: Sie schnurrt.\n"))
    (edge,) = graph.edges()
    assert edge.attr["label"] == "aber"


def test_dot_draws_it() -> None:
    shown = shown_by_graphviz(to_dot(drawn_once(REAL)))
    text = " ".join(shown)
    for claim in loaded(REAL).claims:
        assert claim.text in text


def test_what_an_author_types_is_shown_as_typed(tmp_path: Path) -> None:
    quoted = [f"'{text}'" for text in HOSTILE]
    drawing = drawn(tmp_path, f"title: {quoted[1]}\nthesis: {quoted[0]}\nbecause: [{', '.join(quoted[1:])}]\n")
    assert [claim.title for claim in drawing.claims] == HOSTILE
    text = " ".join(shown_by_graphviz(to_dot(drawing)))
    for typed in HOSTILE:
        assert typed in text
    assert len(graph_of(drawing).nodes()) == len(HOSTILE)


@pytest.mark.parametrize("name", ["node", "graph", "Edge", "strict", "subgraph", "x-1", "été", "a-b", "猫"])
def test_any_id_is_the_name_of_a_node(name: str, tmp_path: Path) -> None:
    graph = graph_of(drawn(tmp_path, f"thesis: {name}\nclaims:\n  {name}: The cat sleeps.\n"))
    assert graph.nodes() == [name]


def test_links_and_the_missing_ground_are_kept(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, 'thesis: {text: The cat sleeps., id: cat, url: "https://example.org/?a=1&b=2"}\n')
    graph = graph_of(drawing)
    assert graph.get_node("cat").attr["URL"] == "https://example.org/?a=1&b=2"
    assert graph.graph_attr["bgcolor"] == drawing.ground
    assert b"bgcolor=transparent" in content(drawing, "dot", Options(transparent=True))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40))
def test_any_text_parses(socrates: Drawing, text: str) -> None:
    claims = tuple(replace(claim, title=text) for claim in socrates.claims)
    graph = graph_of(replace(socrates, claims=claims, title=text))
    assert len(graph.nodes()) >= len(claims)


def test_the_command_writes_dot_and_says_nothing_of_sizes(tmp_path: Path) -> None:
    target = tmp_path / "map.dot"
    result = CliRunner().invoke(main, ["render", str(REAL), "-o", str(target)])
    assert result.exit_code == 0
    assert result.stdout == f"{target}: {len(loaded(REAL).claims)} claims\n"
    assert "hard to read" not in result.stderr
    assert target.read_bytes() == to_dot(drawn_once(REAL))
