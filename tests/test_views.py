"""A part of a map: by tags, then by what leads to the focus, then by depth; no inference is ever torn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, View
from argmap.views import Part, part_of, view_made
from tests.random_maps import Sample, small_samples
from tests.test_reader import argument

DEBATE = argument(
    """
thesis: moved
claims:
  moved: {text: The lecture has moved., because: [[notice, reliable], seen], but: locked}
  notice: {text: The notice says so., because: signed, but: old, tags: [written]}
  reliable: {text: The notice is reliable., tags: [written]}
  signed: {text: It is signed., tags: [written, detail]}
  old: {text: It is old., tags: [detail], but: dated}
  dated: {text: It is of today., tags: [detail]}
  seen: {text: The class was seen there., because: {premises: anna, unless: {premises: far, unless: glasses}}}
  anna: Anna saw them.
  far: {text: She was far away., tags: [doubt]}
  glasses: She has glasses.
  locked: {text: The room is locked., tags: [doubt], but: key}
  key: They have a key.
views:
  main-line: {depth: 1}
"""
)


def part(**view: object) -> Part:
    return part_of(DEBATE, View.model_validate({"name": "part", **view}))


def claims(found: Part) -> list[str]:
    return [claim.id for claim in found.map.claims]


def test_without_a_view_all_that_leads_to_the_thesis_is_shown() -> None:
    found = part_of(DEBATE)
    assert found == Part(DEBATE)
    assert part() == Part(DEBATE, "part")


def test_what_does_not_lead_to_the_thesis_is_not_shown() -> None:
    loose = argument("thesis: A is.\nbecause: B is.\nclaims: {x: {text: X is., because: Y is.}}\n")
    found = part_of(loose)
    assert claims(found) == ["a-is", "b-is"]
    assert found.left_out == {}


def test_the_focus_is_the_thesis_of_the_part() -> None:
    found = part(focus="notice")
    assert found.map.thesis == "notice"
    assert claims(found) == ["notice", "signed", "old", "dated"]
    assert found.left_out == {}, "what the focus itself serves is not missing from the part"


def test_depth_counts_inferences_from_the_focus() -> None:
    assert claims(part(depth=0)) == ["moved"]
    assert claims(part(depth=1)) == ["moved", "notice", "reliable", "seen", "locked"]
    assert claims(part(focus="notice", depth=1)) == ["notice", "signed", "old"]
    assert part(depth=9).map == DEBATE


def test_a_card_says_how_many_inferences_are_left_out_on_it() -> None:
    assert part(depth=0).left_out == {"moved": 3}
    assert part(depth=1).left_out == {"notice": 2, "seen": 1, "locked": 1}


def test_an_undercutter_that_is_left_out_counts_at_the_last_premise_of_what_it_undercuts() -> None:
    found = part(depth=2)
    assert "anna" in found.map.claim
    assert "far" not in found.map.claim
    assert found.left_out["anna"] == 1


def test_at_a_box_an_undercutter_that_is_left_out_counts_at_the_last_card() -> None:
    boxed = argument("thesis: T is.\nbecause: {premises: [A is., B is.], unless: [C is., D is.]}\n")
    assert part_of(boxed, View(name="v", depth=1)).left_out == {"b-is": 2}


def test_an_undercutter_is_one_inference_further_than_what_it_undercuts() -> None:
    assert "far" in part(depth=3).map.claim
    assert "glasses" not in part(depth=3).map.claim
    assert "glasses" in part(depth=4).map.claim


def test_excluded_claims_go_with_all_that_only_leads_to_them() -> None:
    found = part(exclude=("doubt",))
    assert {"locked", "key", "far", "glasses"}.isdisjoint(found.map.claim)
    assert found.left_out == {"moved": 1, "anna": 1}


def test_an_inference_that_would_lose_a_premise_goes_whole() -> None:
    found = part(exclude=("written",))
    assert {"notice", "reliable", "signed", "old", "dated"}.isdisjoint(found.map.claim)
    assert found.left_out == {"moved": 1}


def test_an_inference_goes_with_the_inference_that_it_undercuts() -> None:
    torn = argument(
        "thesis: {id: t, text: T is.}\nbecause: [{id: a, text: A is., tags: x, unless: {id: u, text: U is.}}, B is.]\n"
    )
    found = part_of(torn, View(name="v", exclude=("x",)))
    assert claims(found) == ["t", "b-is"]
    assert found.left_out == {"t": 1}


def test_only_tagged_claims_are_shown_and_the_focus_always() -> None:
    found = part(only=("written",))
    assert claims(found) == ["moved", "notice", "reliable", "signed"]
    assert found.left_out == {"moved": 2, "notice": 1}


def test_one_of_several_tags_is_enough_to_be_shown_or_excluded() -> None:
    assert "signed" in part(only=("detail", "written")).map.claim
    assert "signed" not in part(exclude=("doubt", "detail")).map.claim
    assert claims(part(only=("written",), exclude=("detail",))) == ["moved", "notice", "reliable"]


def test_an_excluded_focus_is_shown_all_the_same() -> None:
    assert claims(part(focus="notice", exclude=("written",))) == ["notice", "old", "dated"]


def test_tags_come_before_depth() -> None:
    text = "thesis: T is.\nbecause: [a, b]\nclaims:\n  a: {{text: A is.{}, because: c}}\n  b: {{text: B is., because: d}}\n"
    text += "  c: C is.\n  d: {{text: D is., because: c}}\n"
    short, tagged = argument(text.format("")), argument(text.format(", tags: x"))
    assert "c" in part_of(short, View(name="v", depth=2)).map.claim
    assert "c" not in part_of(tagged, View(name="v", depth=2, exclude=("x",))).map.claim, "its short way is gone"
    assert "c" in part_of(tagged, View(name="v", depth=3, exclude=("x",))).map.claim


def test_a_part_is_in_the_order_of_the_argument() -> None:
    found = part(focus="seen").map
    assert [claim.id for claim in found.claims] == ["seen", "anna", "far", "glasses"]
    assert [inference.id for inference in found.inferences] == [
        "seen.because.1",
        "seen.because.1.unless.1",
        "seen.because.1.unless.1.unless.1",
    ]


def test_a_part_of_claims_that_attack_each_other_ends() -> None:
    text = (
        "thesis: a\nclaims:\n  a: {text: A is., but: b}\n  b: {text: B is., but: [c, a]}\n  c: {text: C is., but: b}\n"
    )
    found = part_of(argument(text), View(name="v", focus="b"))
    assert claims(found) == ["b", "c", "a"]
    assert found.left_out == {}
    assert part_of(argument(text), View(name="v", depth=1)).left_out == {"b": 1}


def test_what_bears_among_the_claims_that_are_there_is_shown_beyond_the_depth() -> None:
    text = """
thesis: {id: a, text: A is., because: [b, c]}
claims:
  b: {text: B is., because: [c, d]}
  c: {text: C is.}
  d: {text: D is.}
"""
    found = part_of(argument(text), View(name="v", depth=1))
    assert claims(found) == ["a", "b", "c"]
    assert set(found.map.inference) == {"a.because.1", "a.because.2", "b.because.1"}
    assert found.left_out == {"b": 1}


def whole(found: ArgumentMap) -> bool:
    there = {*found.claim, *found.inference}
    return all({*inference.premises, inference.target} <= there for inference in found.inferences)


@st.composite
def views(draw: st.DrawFn) -> tuple[ArgumentMap, View]:
    sample: Sample = draw(small_samples(20))
    tags = st.sampled_from([(), ("aside",)])
    focus = draw(st.sampled_from(["", *sample.map.claim]))
    depth = draw(st.one_of(st.none(), st.integers(0, 4)))
    return sample.map, View(name="v", focus=focus, depth=depth, only=draw(tags), exclude=draw(tags))


@given(views())
@settings(max_examples=80, deadline=None)
def test_no_view_tears_an_inference(drawn: tuple[ArgumentMap, View]) -> None:
    whole_map, view = drawn
    found = part_of(whole_map, view)
    assert whole(found.map)
    assert set(found.map.inferences) <= set(whole_map.inferences)
    assert found.left_out.keys() <= found.map.claim.keys()
    assert part_of(found.map).map == found.map, "all that is shown leads to the focus"


@given(views())
@settings(max_examples=80, deadline=None)
def test_what_is_left_out_and_what_is_shown_make_the_whole(drawn: tuple[ArgumentMap, View]) -> None:
    whole_map, view = drawn
    found = part_of(whole_map, view)
    bearing = {*found.map.claim, *found.map.inference}
    on_shown = [inference for inference in whole_map.inferences if inference.target in bearing]
    assert sum(found.left_out.values()) == len(on_shown) - len(found.map.inferences)


def test_a_view_narrows_what_the_one_before_it_shows() -> None:
    whole, near = View(name="whole", title="All", only=("written",)), View(name="near", focus="notice", depth=1)
    found = part_of(DEBATE, whole, near)
    assert claims(found) == ["notice", "signed"]
    assert found.left_out == {"notice": 1}, "what either leaves out is counted"
    assert (found.name, found.title) == ("whole.near", "All")
    assert claims(part_of(DEBATE, View(name="a", only=("written",)), View(name="b", only=("detail",)))) == ["moved"]


def test_a_focus_that_the_view_before_does_not_show_is_an_error() -> None:
    with pytest.raises(KeyError):
        part_of(DEBATE, View(name="a", exclude=("doubt",)), View(name="b", focus="locked"))


def test_a_view_made_on_the_spot_is_called_after_its_parts() -> None:
    assert view_made(DEBATE) is None
    made = view_made(DEBATE, focus="notice", depth=2, only=["written", "doubt"], without=["detail"])
    assert made == View(
        name="notice.depth-2.only-written.only-doubt.without-detail",
        title="The notice says so.",
        focus="notice",
        depth=2,
        only=("written", "doubt"),
        exclude=("detail",),
    )


def test_a_focus_that_is_called_as_a_view_is_not_taken_for_it() -> None:
    twins = argument("thesis: {id: t, text: T is.}\nbecause: {id: v, text: V is.}\nviews: {v: {depth: 0}}\n")
    made = view_made(twins, focus="v")
    assert made
    assert made.name == "focus-v"


@given(views(), views())
@settings(max_examples=60, deadline=None)
def test_what_two_views_leave_out_and_what_is_shown_make_the_whole(
    drawn: tuple[ArgumentMap, View], other: tuple[ArgumentMap, View]
) -> None:
    whole_map, view = drawn
    narrower = other[1].model_copy(update={"focus": ""})
    found = part_of(whole_map, view, narrower)
    assert whole(found.map)
    assert set(found.map.claim) <= set(part_of(whole_map, view).map.claim)
    bearing = {*found.map.claim, *found.map.inference}
    on_shown = [inference for inference in whole_map.inferences if inference.target in bearing]
    assert sum(found.left_out.values()) == len(on_shown) - len(found.map.inferences)


@pytest.mark.parametrize("depth", range(5))
def test_a_deeper_view_shows_all_that_a_shallower_one_does(depth: int) -> None:
    assert set(claims(part(depth=depth))) <= set(claims(part(depth=depth + 1)))
