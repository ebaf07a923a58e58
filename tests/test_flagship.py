"""The first map: true to its source, complete, and readable."""

import re
from pathlib import Path

import pytest

from argmap import check, draw, load
from argmap.graph import graph_of, leading_to
from argmap.layout.fit import LEGIBLE
from argmap.model import ArgumentMap, Relation
from argmap.views import part_of

ROOT = Path(__file__).parent.parent
MAP = ROOT / "maps" / "putin-on-two-fronts.yaml"
PAGE = ROOT / "docs" / "putin-on-two-fronts.md"
LECTURE_VIEWS = ("main-line", "narrative", "kazakhstan", "ukraine", "hindsight", "invasion")


@pytest.fixture(scope="module")
def argument() -> ArgumentMap:
    return load(MAP)


def cited(argument: ArgumentMap) -> dict[str, set[int]]:
    """Return the paragraphs of the post that each claim cites."""
    return {
        claim.id: {int(c.locator.removeprefix("¶")) for c in claim.citations if c.source == "two-fronts"}
        for claim in argument.claims
    }


def test_argmap_finds_nothing_to_say() -> None:
    assert check(MAP) == ()


def test_it_has_thirty_to_forty_five_claims(argument: ArgumentMap) -> None:
    assert 30 <= len(argument.claims) <= 45


def test_what_the_post_says_cites_a_paragraph_and_what_came_after_a_source_of_its_own(argument: ArgumentMap) -> None:
    paragraphs = cited(argument)
    for claim in argument.claims:
        if "hindsight" in claim.tags:
            assert claim.citations, claim.id
            assert not paragraphs[claim.id], claim.id
        elif not claim.implicit:
            assert paragraphs[claim.id], claim.id


def test_every_paragraph_is_cited(argument: ArgumentMap) -> None:
    assert set.union(*cited(argument).values()) == set(range(1, 14))


def test_the_page_for_the_lecturer_lists_the_paragraphs_of_every_claim(argument: ArgumentMap) -> None:
    listed: dict[str, set[int]] = {}
    for number, claims in re.findall(r"^\| ¶(\d+) \| ([^|]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        for claim in re.findall(r"`([^`]+)`", claims):
            listed.setdefault(claim, set()).add(int(number))
    assert listed == {claim: numbers for claim, numbers in cited(argument).items() if numbers}


def test_every_claim_has_a_label_of_at_most_six_words(argument: ArgumentMap) -> None:
    for claim in argument.claims:
        assert 1 <= len(claim.label.split()) <= 6, claim.id


def test_the_moves_that_teach_most_are_there(argument: ArgumentMap) -> None:
    relations = {inference.relation for inference in argument.inferences}
    assert relations == set(Relation)
    schemes = {inference.scheme for inference in argument.inferences}
    assert {"analogy", "sign", "consequences", "position-to-know"} <= schemes
    (undercutter,) = argument.on["as-in-2014"]
    assert undercutter.premises == ("invited",)


def test_hindsight_bears_in_both_directions(argument: ArgumentMap) -> None:
    later = {claim.id for claim in argument.claims if "hindsight" in claim.tags}
    relations = {i.relation for i in argument.inferences if later.intersection(i.premises)}
    assert relations == set(Relation)


def test_there_are_views_for_a_lecture(argument: ArgumentMap) -> None:
    assert {view.name for view in argument.views} == {"january", *LECTURE_VIEWS}
    assert all(view.title for view in argument.views)


def test_every_view_is_connected(argument: ArgumentMap) -> None:
    for view in argument.views:
        part = part_of(argument, view).map
        assert len(part.claims) >= 7, view.name
        assert leading_to(graph_of(part), part.thesis) == {*part.claim, *part.inference}


def test_the_view_of_january_knows_nothing_of_what_came_after(argument: ArgumentMap) -> None:
    (view,) = [view for view in argument.views if view.name == "january"]
    january = part_of(argument, view).map
    assert {claim.id for claim in argument.claims if "hindsight" not in claim.tags} == set(january.claim)


def test_every_view_has_text_that_can_be_read_on_a_slide(argument: ArgumentMap) -> None:
    small = [view.name for view in argument.views if draw(argument, view.name).text_size < LEGIBLE]
    assert small == []


@pytest.mark.parametrize("view", LECTURE_VIEWS)
def test_a_view_for_a_lecture_shows_whole_sentences_of_a_legible_size(argument: ArgumentMap, view: str) -> None:
    drawing = draw(argument, view)
    assert drawing.wording == "full"
    assert drawing.text_size >= 18
