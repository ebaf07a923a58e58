"""The argument as indented words."""

from hypothesis import given, settings

from argmap.captions import captioned
from argmap.model import View
from argmap.outline import outline, sentence
from argmap.views import Part, part_of
from argmap.words import WORDS
from tests.random_maps import Sample, small_samples
from tests.test_reader import argument


def words(text: str) -> list[str]:
    return outline(Part(argument(text))).splitlines()


def test_an_argument_is_told_from_the_thesis_down() -> None:
    text = """
thesis: The lecture has moved.
because:
  - - {text: The notice says so., but: {text: The notice is old., but: It is of today.}}
    - {text: The notice is reliable., because: The registry wrote it.}
  - {text: The class was seen there., unless: {text: It was at a party., unless: They had books.}}
but: {text: The room is locked., scheme: sign}
"""
    assert words(text) == [
        "The lecture has moved. (thesis)",
        "  - because: The notice says so.",
        "      - but: The notice is old.",
        "          - but: It is of today.",
        "    and: The notice is reliable.",
        "      - because: The registry wrote it.",
        "  - because: The class was seen there.",
        "    - unless: It was at a party.",
        "      - unless: They had books.",
        "  - but, from sign: The room is locked.",
    ]


def test_a_claim_is_unfolded_once_and_then_referred_to() -> None:
    text = (
        "thesis: T is.\nbecause: [{text: A is., because: c}, {text: B is., because: c}]\n"
        "claims: {c: {text: C is., because: D is.}}\n"
    )
    assert words(text) == [
        "T is. (thesis)",
        "  - because: A is.",
        "      - because: C is.",
        "          - because: D is.",
        "  - because: B is.",
        "      - because: C is. (as above)",
    ]


def test_claims_that_attack_each_other_end_where_they_meet() -> None:
    text = "thesis: a\nclaims:\n  a: {text: A is., but: b}\n  b: {text: B is., but: a}\n"
    assert words(text) == ["A is. (thesis)", "  - but: B is.", "      - but: A is. (as above)"]


def test_what_has_to_be_known_of_a_claim_stands_behind_it() -> None:
    text = (
        "thesis: T is.\nsources: {notice: Notice}\n"
        "because: {id: a, text: A is., implicit: yes, by: Anna, source: [notice para 2, notice]}\n"
    )
    assert words(text)[1] == "  - because: A is. [implicit; held by Anna; notice para 2; notice]"
    assert sentence(argument("thesis: T is.\n").claims[0], WORDS["en"]) == "T is."


def test_an_outline_speaks_the_language_of_the_map() -> None:
    text = "language: de-AT\nthesis: T ist.\nbecause: [[A ist., B ist.]]\nbut: {text: C ist., unless: D ist.}\n"
    assert words(text) == [
        "T ist. (These)",
        "  - denn: A ist.",
        "    und: B ist.",
        "  - aber: C ist.",
        "    - es sei denn: D ist.",
    ]


def test_an_outline_ends_with_one_line_break() -> None:
    assert outline(Part(argument("thesis: T is.\n"))) == "T is. (thesis)\n"


def test_numbers_are_those_of_the_whole_map() -> None:
    whole = argument("thesis: T is.\nbecause: [A is., {id: b, text: B is., but: C is.}]\n")
    part = captioned(part_of(whole, View(name="v", focus="b")), whole, numbers=True)
    assert outline(part) == "3. B is. (thesis)\n  - but: 4. C is.\n"


def test_what_a_view_leaves_out_is_said_where_it_would_stand() -> None:
    whole = argument("thesis: T is.\nbecause: [[{text: A is., but: [C is., D is.]}, B is.], E is.]\n")
    assert outline(part_of(whole, View(name="v", depth=1))).splitlines() == [
        "T is. (thesis)",
        "  - because: A is.",
        "      - … 2 more",
        "    and: B is.",
        "  - because: E is.",
    ]


@given(small_samples(20))
@settings(max_examples=60, deadline=None)
def test_every_inference_has_one_item_and_every_premise_one_line(sample: Sample) -> None:
    part = part_of(sample.map)
    found = part.map
    told = outline(part).splitlines()
    assert len(told) == 1 + sum(len(inference.premises) for inference in found.inferences)
    assert sum(line.lstrip().startswith("- ") for line in told) == len(found.inferences)
    assert all(any(claim.text in line for line in told) for claim in found.claims)


def test_a_chain_of_thousands_can_be_told() -> None:
    claims = "".join(f"  c{n}: {{text: Domino {n} falls., because: c{n + 1}}}\n" for n in range(2000))
    assert len(words(f"thesis: c0\nclaims:\n{claims}  c2000: It falls.\n")) == 2001
