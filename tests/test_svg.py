"""The shape of the SVG is a promise."""

import os
import re
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

from argmap import draw, load
from argmap.geometry import length
from argmap.outputs.formats import content
from argmap.outputs.options import Options
from argmap.scenes import place
from argmap.svg import to_svg
from tests.drawing_checks import curves
from tests.maps_drawn import REAL, drawn_once, loaded
from tests.random_maps import random_sample

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def root() -> etree._Element:
    return etree.fromstring(to_svg(drawn_once(REAL)).encode())


def by_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def test_the_root_says_what_it_is(root: etree._Element) -> None:
    assert root.get("class") == "argmap"
    assert root.get("role") == "graphics-document document"
    assert root.find(f"{SVG}title").text == "Putin on two fronts"
    assert root.find(f"{SVG}desc").text.startswith("Putin is an opportunist whose aims are mainly defensive.")


def test_width_and_height_are_those_on_the_slide(root: etree._Element) -> None:
    width, height = (float(root.get(key).removesuffix("pt")) for key in ("width", "height"))
    _, _, box_width, box_height = map(float, root.get("viewBox").split())
    assert width <= 928.1
    assert height <= 508.1
    assert max(width / 928, height / 508) == pytest.approx(1, abs=0.001)
    assert width / height == pytest.approx(box_width / box_height, rel=0.01)


def test_every_claim_is_a_group_with_its_sentence_its_relations_a_card_and_text(root: etree._Element) -> None:
    argument = loaded(REAL)
    groups = by_class(root, "claim")
    assert [group.get("data-id") for group in groups] == [claim.id for claim in argument.claims]
    for group, claim in zip(groups, argument.claims, strict=True):
        assert group.get("id") == f"argmap-putin-on-two-fronts-claim-{claim.id}"
        assert group.get("role") == "graphics-object"
        assert group.find(f"{SVG}title").text == claim.text
        assert group.find(f"{SVG}desc").text
        assert int(group.get("data-step")) >= 1
        (text,) = by_class(group, "text")
        assert text.get("aria-hidden") == "true"
        assert len(by_class(group, "card")) == 1
        assert all(f"tag-{tag}" in group.get("class").split() for tag in claim.tags)
    assert "thesis" in groups[0].get("class").split()


def test_every_inference_is_a_group_that_says_what_it_joins(root: etree._Element) -> None:
    argument = loaded(REAL)
    groups = {group.get("data-id"): group for group in by_class(root, "inference")}
    assert set(groups) == set(argument.inference)
    for inference in argument.inferences:
        group = groups[inference.id]
        assert inference.relation.value in group.get("class").split()
        assert group.get("data-relation") == inference.relation
        assert group.get("data-premises").split() == list(inference.premises)
        assert group.get("data-target") == inference.target
        assert group.get("aria-hidden") == "true"
        assert group.find(f"{SVG}title").text
        assert len(by_class(group, "reason")) == inference.linked
        assert len(by_class(group, "edge")) == 1
        assert len(by_class(group, "head")) == 1
        assert len(by_class(group, "mark")) == 1


def test_nothing_is_moved_scripted_styled_or_fetched(root: etree._Element) -> None:
    names = {etree.QName(element).localname for element in root.iter() if isinstance(element.tag, str)}
    assert names <= {"svg", "title", "desc", "defs", "g", "path", "rect", "use", "a"}
    for element in root.iter():
        assert "transform" not in element.attrib
        for key in ("href", "{http://www.w3.org/1999/xlink}href"):
            assert element.get(key, "#").startswith("#") or element.tag == f"{SVG}a"
        for key in ("fill", "stroke"):
            assert re.fullmatch(r"none|#[0-9A-F]{6}", element.get(key, "none"))


def test_every_id_begins_with_the_prefix_and_every_use_has_its_glyph(root: etree._Element) -> None:
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert all(name.startswith("argmap-putin-on-two-fronts-") for name in ids)
    assert len(ids) == len(set(ids))
    uses = list(root.iter(f"{SVG}use"))
    assert len(uses) > 500
    for use in uses:
        assert use.get("href") == use.get("{http://www.w3.org/1999/xlink}href")
        assert use.get("href")[1:] in ids


def test_shapes_are_rounded_to_a_tenth_of_a_point(root: etree._Element) -> None:
    for rect in root.iter(f"{SVG}rect"):
        for key in ("x", "y", "width", "height"):
            assert re.fullmatch(r"-?\d+(\.\d)?", rect.get(key, "0"))


def test_a_view_has_a_prefix_of_its_own() -> None:
    svg = to_svg(drawn_once(REAL, "kazakhstan"))
    ids = re.findall(r' id="([^"]+)"', svg)
    assert ids
    assert all(name.startswith("argmap-putin-on-two-fronts-kazakhstan-") for name in ids)


def test_a_dash_leads_into_the_head_of_every_dashed_line(root: etree._Element) -> None:
    edges = [edge for edge in by_class(root, "edge") if edge.get("stroke-dasharray")]
    assert edges
    for edge in edges:
        dash, gap = map(float, edge.get("stroke-dasharray").split())
        at_the_end = (length_of(edge) + float(edge.get("stroke-dashoffset", "0"))) % (dash + gap)
        assert at_the_end == pytest.approx(dash, abs=0.3)


def test_a_dashed_line_that_joins_no_other_begins_with_a_dash(root: etree._Element) -> None:
    """Lines that join others on their way to one head have the dashes of the theme, which lie on each other there."""
    edges = [edge for group in by_class(root, "attack") for edge in group.iter() if edge.get("class") == "edge"]
    solid = [edge for group in by_class(root, "attack") for edge in group.iter() if edge.get("class") == "edge-start"]
    begun = {next(iter(curves(edge.get("d"))))[0] for edge in solid}
    ends = [list(curves(edge.get("d")))[-1][-1] for edge in edges]
    alone = {edge: ends.count(end) == 1 for edge, end in zip(edges, ends, strict=True)}
    assert set(alone.values()) == {True, False}
    for edge, is_alone in alone.items():
        dash, gap = map(float, edge.get("stroke-dasharray").split())
        if is_alone:
            start = next(iter(curves(edge.get("d"))))[0]
            assert "stroke-dashoffset" not in edge.attrib or start in begun or length_of(edge) < 20
            assert 0.7 < (dash + gap) / 9.0 < 1.41
        else:
            assert (dash, gap) == (5.5, 3.5)


def length_of(path: etree._Element) -> float:
    return sum(map(length, curves(path.get("d"))))


def test_implicit_claims_have_a_dashed_border(root: etree._Element) -> None:
    argument = loaded(REAL)
    for group in by_class(root, "claim"):
        (card,) = by_class(group, "card")
        assert ("stroke-dasharray" in card.attrib) == argument.claim[group.get("data-id")].implicit


@pytest.mark.parametrize("nasty", ["</svg><script>alert(1)</script>", "a & b ]]> c", "50 % of \\ 'these' \"those\""])
def test_what_an_author_types_stays_text(tmp_path: Path, nasty: str) -> None:
    escaped = nasty.replace("\\", "\\\\").replace('"', '\\"')
    path = tmp_path / "map.yaml"
    path.write_text(
        f'title: "{escaped}"\nthesis: {{text: "{escaped}", id: a, label: "{escaped}", by: "{escaped}"}}\n'
        f'because: ["{escaped} again"]\n',
        encoding="utf-8",
    )
    root = etree.fromstring(to_svg(draw(load(path))).encode())
    assert root.find(f"{SVG}title").text == nasty
    assert by_class(root, "claim")[0].find(f"{SVG}title").text == nasty
    assert not list(root.iter(f"{SVG}script"))


def test_the_bytes_are_the_same_in_every_run(tmp_path: Path) -> None:
    drawn = []
    for seed in ("0", "1", "4711"):
        target = tmp_path / f"{seed}.svg"
        command = [sys.executable, "-m", "argmap", "render", str(REAL), "-o", str(target)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        drawn.append(target.read_bytes())
    assert drawn[0] == drawn[1] == drawn[2]


@pytest.mark.parametrize("form", ["outlines", "font", "plain"])
def test_a_file_is_the_drawing_and_hardly_takes_more_memory_than_its_own_size(form: str) -> None:
    drawing = drawn_once(REAL)
    assert content(drawing, "svg", Options(text=form)) == to_svg(drawing, form).encode()
    if form == "outlines":
        tracemalloc.start()
        written = content(drawing, "svg", Options(text=form))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 1.6 * len(written)


def test_boxes_stand_before_the_lines_that_begin_inside_them() -> None:
    """Else the box would be painted over the line, and its border could not be interrupted for it."""
    part = random_sample(40, 309).part
    placed = place(part, words="full").placement.cards
    homes = {card.card.claim: card.box for card in placed if card.box and not card.stub}
    painted = [inference.id for inference in draw(part.map, words="full").inferences]
    written = list(part.map.inference)
    assert sorted(painted) == sorted(written)
    lent = [
        (homes[premise], inference.id)
        for inference in part.map.inferences
        for premise in inference.premises
        if homes.get(premise, inference.id) != inference.id
    ]
    assert any(written.index(box) > written.index(line) for box, line in lent)
    assert all(painted.index(box) < painted.index(line) for box, line in lent)
