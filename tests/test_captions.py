"""What stands on cards besides the sentences: numbers, who holds a claim, where it is made."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.api import draw
from argmap.captions import Sources, captioned
from argmap.drawing import ClaimGroup, Drawing
from argmap.model import ArgumentMap, Citation, Source, View
from argmap.shapes import Box, Text
from argmap.svg import to_svg
from argmap.views import part_of
from tests.drawing_checks import Picture, faults
from tests.random_maps import label, sentence, small_views
from tests.test_reader import argument

MAP = argument(
    """
thesis: moved
sources:
  notice: {title: Notice of 3 May, author: Registry, date: 2021-05-03}
  post: {title: A post}
claims:
  moved: {text: The lecture has moved., because: [[says, sure], seen], but: locked}
  says: {text: The notice says so., source: [notice para 2, notice para 4, post]}
  sure: {text: The notice is reliable., by: the registry, source: post, but: old}
  seen: {text: The class was seen there., because: says}
  old: {text: It is old., source: notice}
  locked: The room is locked.
"""
)
ONE_SOURCE = argument(
    "thesis: T is.\nsources: {notice: Notice}\n"
    "because: [{id: a, text: A is., source: notice para 2}, {id: b, text: B is., source: notice}]\n"
)


def notes(of: ArgumentMap, sources: str) -> dict[str, tuple[str, ...]]:
    captions = captioned(part_of(of), of, sources=Sources(sources)).captions
    found = {claim.id: captions.notes(claim.id, full=True) for claim in of.claims}
    return {claim: note for claim, note in found.items() if note}


def group(drawing: Drawing, claim: str) -> ClaimGroup:
    return next(group for group in drawing.claims if group.id == claim)


def said(drawing: Drawing, claim: str, role: str) -> list[str]:
    shapes = group(drawing, claim).shapes
    return [
        line.line.text for shape in shapes if isinstance(shape, Text) and shape.role == role for line in shape.lines
    ]


def test_who_holds_a_claim_is_always_said() -> None:
    assert notes(MAP, "none") == {"sure": ("— the registry",)}


def test_a_locator_comes_with_the_key_of_its_source() -> None:
    assert notes(MAP, "locator") == {
        "says": ("notice para 2, para 4; post",),
        "sure": ("— the registry", "post"),
        "old": ("notice",),
    }


def test_where_there_is_one_source_a_locator_stands_alone() -> None:
    assert notes(ONE_SOURCE, "locator") == {"a": ("para 2",), "b": ("notice",)}


def test_in_full_a_source_has_its_author_title_and_date() -> None:
    full = notes(MAP, "full")
    assert full["says"] == ("Registry, Notice of 3 May, 2021-05-03, para 2, para 4; A post",)
    assert full["old"] == ("Registry, Notice of 3 May, 2021-05-03",)


def test_numbers_are_the_same_in_every_view() -> None:
    whole = captioned(part_of(MAP), MAP, numbers=True).captions.numbers
    assert list(whole.values()) == [1, 2, 3, 4, 5, 6]
    assert whole["moved"] == 1
    near = draw(MAP, View(name="v", focus="sure"), numbers=True)
    assert [said(near, claim.id, "number") for claim in near.claims] == [[str(whole[c.id])] for c in near.claims]


def test_a_claim_that_does_not_lead_to_the_thesis_has_a_number_too() -> None:
    loose = argument("thesis: A is.\nclaims: {x: {text: X is., because: Y is.}}\n")
    assert captioned(part_of(loose, View(name="v", focus="x")), loose, numbers=True).captions.numbers["x"] == 2


def test_without_being_asked_for_no_number_is_drawn() -> None:
    assert said(draw(MAP), "moved", "number") == []


@pytest.mark.parametrize("layout", ["packed", "layered"])
@pytest.mark.parametrize("numbers", [False, True])
@pytest.mark.parametrize("sources", list(Sources))
def test_all_that_stands_on_a_card_stays_on_it_and_apart(layout: str, numbers: bool, sources: Sources) -> None:
    drawing = draw(MAP, layout=layout, numbers=numbers, sources=sources, words="full")
    for claim in drawing.claims:
        card = next(shape for shape in claim.shapes if isinstance(shape, Box)).rect
        lines = [line for shape in claim.shapes if isinstance(shape, Text) for line in shape.lines]
        spans = [(line.start.y, line.start.x, line.start.x + line.line.width * line.size) for line in lines]
        for y, left, right in spans:
            assert card.x < left < right < card.right, claim.id
            assert card.y < y < card.bottom - 1, claim.id
        for number, (y, left, right) in enumerate(spans):
            for other_y, other_left, other_right in spans[:number]:
                apart = abs(y - other_y) > 9 or left > other_right or right < other_left
                assert apart, claim.id


def test_a_stub_shows_the_number_of_its_claim() -> None:
    twice = argument(
        "thesis: T is.\nbecause: [[a, b], [a, c]]\nclaims: {a: A is., b: B is., c: C is.}\n",
    )
    drawing = draw(twice, numbers=True)
    stubs = [
        line.line.text
        for inference in drawing.inferences
        for shape in inference.shapes
        if isinstance(shape, Text) and shape.role == "stub-text"
        for line in shape.lines
    ]
    assert stubs == ["2", "A is."]


def test_the_remark_stands_behind_the_last_note_where_it_has_room() -> None:
    part = captioned(part_of(MAP, View(name="v", depth=1)), MAP)
    drawing = draw(MAP, View(name="v", depth=1), words="full", wrap=300)
    claim = group(drawing, "sure")
    assert part.left_out["sure"] == 1
    (note,) = [
        line for shape in claim.shapes if isinstance(shape, Text) and shape.role == "note" for line in shape.lines
    ]
    remark = next(s for s in claim.shapes if isinstance(s, Text) and s.role == "text").lines[-1]
    assert "… 1 more" in remark.line.text
    assert remark.start.y == note.start.y
    assert remark.start.x > note.start.x + note.line.width * note.size


def test_from_right_to_left_the_number_stands_at_the_right_and_the_remark_at_the_left() -> None:
    hebrew = argument("thesis: ההרצאה עברה.\nbecause: {text: ההודעה אומרת זאת., by: דנה, because: כך נכתב.}\n")
    drawing = draw(hebrew, View(name="v", depth=1), numbers=True)
    claim = drawing.claims[1]
    lines = {line.line.text: line.start.x for s in claim.shapes if isinstance(s, Text) for line in s.lines}
    assert lines["… 1 more"] < lines["— דנה"] < lines["2"]


def with_sources(argument: ArgumentMap, words: Random) -> ArgumentMap:
    """Return a map in which some claims are held by somebody and made somewhere."""
    work = Source(key="work", title=sentence(words), author=label(words), date="1984")
    claims = [
        claim.model_copy(
            update={
                "by": words.choice(["", label(words), sentence(words)]),
                "citations": words.choice([(), (Citation(source="work", locator=f"p. {words.randrange(999)}"),)]),
            }
        )
        for claim in argument.claims
    ]
    return argument.replaced(claims=tuple(claims), sources=(work,))


@given(small_views(), st.randoms(use_true_random=False), st.booleans(), st.sampled_from(list(Sources)))
@settings(max_examples=40, deadline=None)
def test_captions_spoil_no_drawing(
    drawn: tuple[ArgumentMap, View], words: Random, numbers: bool, sources: Sources
) -> None:
    argument, view = drawn
    full = with_sources(argument, words)
    for layout in ("packed", "layered"):
        picture = Picture(to_svg(draw(full, view, layout=layout, numbers=numbers, sources=sources)))
        assert faults(picture) == []
