"""What fuzzing found: each was an exception once."""

from xml.etree import ElementTree

import pytest

from argmap import draw
from argmap.checks import Selection, problems_of
from argmap.problems import has_errors
from argmap.reader import read
from argmap.svg import to_svg

ISOLATES = ("\u2066", "\u2067", "\u2068", "\u2069")
UNASSIGNED = ("\u0590", "\u05ff", "\u0378", "\U0001e959")


@pytest.mark.parametrize("odd", [*ISOLATES, *UNASSIGNED], ids=lambda odd: f"U+{ord(odd):04X}")
def test_a_sentence_from_right_to_left_may_hold_isolates_and_what_unicode_has_not_assigned(odd: str) -> None:
    reading = read(f'thesis: "שלום {odd}1 a{odd} עולם."\nbecause: "A {odd}is{odd} so."\n', "map.yaml")
    assert reading.map is not None
    assert not has_errors(problems_of(reading))
    ElementTree.fromstring(to_svg(draw(reading.map)))


def test_a_step_may_name_a_premise_of_what_does_not_lead_to_the_thesis() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is so., because: b}\n  a: {text: A is so., because: b}\n  b: B is so.\nsteps: b\n"
    problems = problems_of(read(text, "map.yaml"), Selection(only=frozenset({"step-before-target"})))
    assert [(problem.code, problem.line) for problem in problems] == [("step-before-target", 6)]
