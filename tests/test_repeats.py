"""What stands under a key for the second time is read all the same."""

from argmap.checks import problems_of
from argmap.reader import read


def found(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in problems_of(read(text, "map.yaml"))]


def test_a_fault_in_a_claim_whose_id_stands_twice_is_told() -> None:
    text = "thesis: a\nclaims:\n  a: {text: A is., because: b}\n  b: B is.\n  b: {text: C is., labl: C}\n"
    assert found(text) == [(5, "duplicate-key"), (5, "unknown-key")]


def test_what_a_second_because_names_is_looked_up() -> None:
    text = "thesis: A is.\nbecause: B is.\nbecause: [missing, C is.]\n"
    assert found(text) == [(3, "duplicate-key"), (3, "unknown-claim")]


def test_a_claim_that_is_written_in_a_second_but_is_known() -> None:
    text = "thesis: A is.\nbut: {text: B is., id: b}\nbecause: [[b, c]]\nbut: {text: C is., id: c}\n"
    assert found(text) == [(4, "duplicate-key")]


def test_claims_given_in_two_places_are_all_known() -> None:
    text = "thesis: a\nclaims: {a: A is.}\nbecause: [b, c]\nclaims: {b: B is., a: {text: 3, x: y}}\n"
    assert found(text) == [(3, "unknown-claim"), (4, "duplicate-key"), (4, "unknown-key")]


def test_of_two_texts_the_first_is_read() -> None:
    reading = read("thesis: {text: A is., text: B is.}\n", "map.yaml")
    assert reading.map is not None
    assert [claim.text for claim in reading.map.claims] == ["A is."]


def test_repeats_of_repeats_are_kept_apart() -> None:
    text = "thesis: a\nclaims:\n" + "".join(f"  a: {{text: A is {n}., by{n}: x}}\n" for n in range(3))
    assert found(text) == [
        (3, "unknown-key"),
        (4, "duplicate-key"),
        (4, "unknown-key"),
        (5, "duplicate-key"),
        (5, "unknown-key"),
    ]


def test_what_an_alias_repeats_is_read_once() -> None:
    text = "thesis: A is.\nbecause: &x\n  - {text: B is., but: C is., but: missing}\nbut: {text: D is., because: *x}\n"
    assert found(text) == [(3, "duplicate-key"), (3, "unknown-claim")]
