"""The order of the argument: the thesis, then what bears on it, each with what bears on that."""

from hypothesis import given, settings

from argmap.model import ArgumentMap
from argmap.order import in_order
from tests.random_maps import Sample, small_samples
from tests.test_reader import argument


def ids(found: ArgumentMap) -> tuple[list[str], list[str]]:
    return [claim.id for claim in found.claims], [inference.id for inference in found.inferences]


def test_every_premise_brings_what_bears_on_it_before_the_next_inference_comes() -> None:
    claims, inferences = ids(
        argument(
            "thesis: {id: t, text: T is.}\n"
            "because:\n"
            "  - - {id: a, text: A is., because: {id: c, text: C is., but: {id: d, text: D is.}}}\n"
            "    - {id: b, text: B is., because: {id: e, text: E is.}}\n"
            "  - {id: f, text: F is.}\n"
        )
    )
    assert claims == ["t", "a", "b", "c", "d", "e", "f"], "co-premises are mentioned together"
    assert inferences == ["t.because.1", "a.because.1", "c.but.1", "b.because.1", "t.because.2"]


def test_an_undercutter_comes_after_what_bears_on_the_premises() -> None:
    claims, inferences = ids(
        argument(
            "thesis: {id: t, text: T is.}\n"
            "because:\n"
            "  - {id: a, text: A is., unless: {id: u, text: U is.}, because: {id: b, text: B is.}}\n"
            "  - {id: c, text: C is.}\n"
        )
    )
    assert claims == ["t", "a", "b", "u", "c"]
    assert inferences == ["t.because.1", "a.because.1", "t.because.1.unless.1", "t.because.2"]


def test_because_and_but_stand_in_the_order_of_the_file() -> None:
    text = "thesis: t\nclaims:\n  t: {{text: T is., {}: a, {}: b}}\n  a: A is.\n  b: B is.\n"
    assert ids(argument(text.format("because", "but")))[1] == ["t.because.1", "t.but.1"]
    assert ids(argument(text.format("but", "because")))[1] == ["t.but.1", "t.because.1"]


def test_a_claim_that_is_used_twice_stands_where_it_is_met_first() -> None:
    text = (
        "thesis: t\nclaims:\n  t: {text: T is., because: [a, b]}\n  a: {text: A is., because: c}\n"
        "  b: {text: B is., because: c}\n  c: {text: C is., but: d}\n  d: D is.\n"
    )
    claims, inferences = ids(argument(text))
    assert claims == ["t", "a", "c", "d", "b"]
    assert inferences == ["t.because.1", "a.because.1", "c.but.1", "t.because.2", "b.because.1"]


def test_claims_that_attack_each_other_each_come_once() -> None:
    text = (
        "thesis: a\nclaims:\n  a: {text: A is., but: b}\n  b: {text: B is., but: [c, a]}\n  c: {text: C is., but: b}\n"
    )
    claims, inferences = ids(argument(text))
    assert claims == ["a", "b", "c"]
    assert inferences == ["a.but.1", "b.but.1", "c.but.1", "b.but.2"]


def test_loose_ends_come_last_each_with_what_bears_on_it() -> None:
    text = "claims:\n  x: {text: X is., because: y}\n  y: {text: Y is., because: z}\n  z: Z is.\n"
    found = argument(f"{text}  t: {{text: T is., because: a}}\n  a: A is.\nthesis: t\n")
    assert ids(found) == (["t", "a", "x", "y", "z"], ["t.because.1", "x.because.1", "y.because.1"])


def test_a_loose_end_does_not_repeat_what_the_thesis_rests_on() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is., because: a}\n  a: {text: A is., because: b}\n  b: B is.\n"
    claims, inferences = ids(argument(f"{text}  x: {{text: X is., because: a}}\n  y: {{text: Y is., because: t}}\n"))
    assert claims == ["t", "a", "b", "x", "y"]
    assert inferences == ["t.because.1", "a.because.1", "x.because.1", "y.because.1"]


@given(small_samples(25))
@settings(max_examples=60, deadline=None)
def test_ordering_an_ordered_argument_changes_nothing(sample: Sample) -> None:
    found = sample.map
    assert in_order(found.thesis, found.claims, found.inferences) == (found.claims, found.inferences)


@given(small_samples(25))
@settings(max_examples=60, deadline=None)
def test_the_order_is_of_the_argument_not_of_the_claims_in_the_file(sample: Sample) -> None:
    found = sample.map
    start = [claim for claim in found.claims if claim.id == found.thesis]
    others = [claim for claim in reversed(found.claims) if claim.id != found.thesis]
    assert in_order(found.thesis, [*others, *start], found.inferences) == (found.claims, found.inferences)


def test_a_chain_of_thousands_is_no_matter() -> None:
    claims = "".join(f"  c{n}: {{text: Domino {n} falls., because: c{n + 1}}}\n" for n in range(3000))
    found = argument(f"thesis: c0\nclaims:\n{claims}  c3000: It falls.\n")
    assert [claim.id for claim in found.claims] == [f"c{n}" for n in range(3001)]
