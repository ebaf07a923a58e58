"""The checks: each does what its manual page, the docstring of its module, says."""

import inspect
import pkgutil
import re
from textwrap import dedent
from types import ModuleType

import pytest

import argmap.checks
from argmap.checks import CHECKS, Check, problems_of
from argmap.problems import Problem, Severity
from argmap.reader import read

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


def problems(text: str) -> tuple[Problem, ...]:
    return problems_of(read(text, "map.yaml"))


def codes(text: str) -> list[str]:
    return [problem.code for problem in problems(text)]


def page(check: Check) -> str:
    module = inspect.getmodule(check.run)
    assert isinstance(module, ModuleType)
    return inspect.getdoc(module) or ""


def samples(check: Check, heading: str) -> list[str]:
    """Return the maps below a heading of a manual page."""
    blocks = re.findall(rf"^{heading}::\n\n((?:(?: {{4}}.*)?\n?)+)", page(check), re.MULTILINE)
    return [dedent(block).strip() + "\n" for block in blocks]


@each_check
def test_what_the_manual_page_says_fails_fails_with_that_code_alone(check: Check) -> None:
    failing = samples(check, "Fails")
    assert failing
    for text in failing:
        assert set(codes(text)) == {check.code}
        assert {problem.severity for problem in problems(text)} == {check.severity}


@each_check
def test_what_the_manual_page_says_passes_has_no_problem(check: Check) -> None:
    passing = samples(check, "Passes")
    assert passing
    for text in passing:
        assert codes(text) == []


@each_check
def test_a_manual_page_begins_with_one_sentence(check: Check) -> None:
    first, _, rest = page(check).partition("\n")
    assert re.fullmatch(r"[A-Z][^.]*\.", first)
    assert rest.startswith("\n")


@each_check
def test_a_claim_may_tell_a_check_to_be_silent_about_it(check: Check) -> None:
    for text in samples(check, "Fails"):
        assert codes(f"{text}ignore: {check.code}\n") == []
        assert codes(f"{text}ignore: [another-code]\n") == [check.code] * len(codes(text))


def test_no_two_checks_share_a_code() -> None:
    assert len({check.code for check in CHECKS}) == len(CHECKS)


def test_a_code_is_the_name_of_its_module() -> None:
    modules = {module.name for module in pkgutil.iter_modules(argmap.checks.__path__)} - {"subject"}
    assert {check.code.replace("-", "_") for check in CHECKS} == modules
    assert all(check.run.__module__.endswith(check.code.replace("-", "_")) for check in CHECKS)


# self-premise


def test_a_claim_may_not_attack_itself_either() -> None:
    assert codes("thesis: a\nclaims: {a: {text: A is., but: a}}\n") == ["self-premise"]


def test_a_claim_among_co_premises_of_itself_is_its_own_premise() -> None:
    (problem,) = problems("thesis: a\nclaims:\n  a: {text: A is., because: [[b, a]]}\n  b: B is.\n")
    assert (problem.code, problem.line, problem.column) == ("self-premise", 3, 34)


def test_a_claim_may_undercut_an_inference_on_it() -> None:
    assert codes("thesis: a\nclaims: {a: {text: A is., but: {text: B is., unless: a}}}\n") == []


# support-cycle


def test_a_longer_way_round_is_told_claim_by_claim_with_its_lines() -> None:
    text = (
        "thesis: a\nclaims:\n  a: {text: A is., because: b}\n  b: {text: B is., because: c}\n"
        "  c: {text: C is., because: a}\n"
    )
    (problem,) = problems(text)
    assert (problem.code, problem.line) == ("support-cycle", 3)
    assert problem.message.endswith('"a" (line 3) supports "c" (line 5) supports "b" (line 4) supports "a" (line 3)')


def test_a_cycle_with_an_attack_in_it_is_no_circle_of_supports() -> None:
    assert codes("thesis: a\nclaims:\n  a: {text: A is., because: b}\n  b: {text: B is., but: a}\n") == []


def test_a_claim_that_is_only_its_own_premise_is_no_cycle_as_well() -> None:
    assert codes("thesis: a\nclaims: {a: {text: A is., because: a}}\n") == ["self-premise"]


# repeated-premise


def test_every_repetition_after_the_first_is_reported_where_it_stands() -> None:
    found = problems("thesis: A is.\nbecause: [[B is., B is., C is., B is.]]\n")
    assert [(problem.code, problem.column) for problem in found] == [("repeated-premise", 19), ("repeated-premise", 33)]


def test_one_premise_may_serve_two_inferences() -> None:
    assert codes("thesis: A is.\nbecause: [[B is., C is.], [B is., D is.]]\n") == []


def test_what_aliases_repeat_is_reported_once() -> None:
    assert codes("thesis: A is.\nbecause: &x [[B is., B is.]]\nbut: {text: C is., because: *x}\n") == [
        "repeated-premise"
    ]


# both-ways


def test_the_order_of_co_premises_is_no_difference() -> None:
    assert codes("thesis: A is.\nbecause: [[B is., C is.]]\nbut: [[C is., B is.]]\n") == ["both-ways"]


def test_one_more_premise_is_a_difference() -> None:
    assert codes("thesis: A is.\nbecause: [[B is., C is.]]\nbut: [B is.]\n") == []


def test_the_later_inference_is_reported_with_the_line_of_the_first() -> None:
    (problem,) = problems("thesis: A is.\nbut: [B is.]\nbecause:\n  - C is.\n  - B is.\n")
    assert (problem.line, problem.column) == (5, 5)
    assert "(line 2 and here)" in problem.message


def test_a_target_may_tell_both_ways_to_be_silent() -> None:
    assert codes("thesis: {text: A is., ignore: both-ways, because: B is., but: B is.}\n") == []


# unconnected


def test_a_part_of_the_map_that_hangs_loose_is_reported_where_the_missing_line_would_begin() -> None:
    text = "thesis: t\nclaims:\n  t: T is.\n  c: C is.\n  b: {text: B is., because: c}\n  a: {text: A is., but: b}\n"
    (problem,) = problems(text)
    assert (problem.code, problem.line, problem.severity) == ("unconnected", 6, Severity.WARNING)
    assert problem.message == '"a" does not lead to the thesis, and is not drawn, nor is what leads to it'


def test_every_loose_part_is_reported() -> None:
    text = "thesis: t\nclaims:\n  t: T is.\n  a: {text: A is., because: b}\n  b: B is.\n  c: C is.\n"
    assert [problem.line for problem in problems(text)] == [4, 6]


def test_a_loose_circle_of_attacks_is_reported_once_at_its_first_claim() -> None:
    text = (
        "thesis: t\nclaims:\n  t: T is.\n  b: {text: B is., but: a}\n  a: {text: A is., but: b, because: c}\n"
        "  c: C is.\n"
    )
    assert [problem.line for problem in problems(text)] == [4]


def test_a_claim_that_rests_on_what_is_drawn_may_still_be_loose() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is., because: b}\n  b: B is.\n  a: {text: A is., because: b}\n"
    (problem,) = problems(text)
    assert (problem.line, problem.message) == (5, '"a" does not lead to the thesis, and is not drawn')


def test_an_undercutter_is_connected() -> None:
    assert codes("thesis: A is.\nbecause: {text: B is., unless: {text: C is., because: D is.}}\n") == []


def test_nothing_is_called_loose_while_there_are_errors() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is., because: missing}\n  a: A is.\n"
    assert codes(text) == ["unknown-claim"]


def test_a_loose_claim_may_be_left_in_silence() -> None:
    assert codes("thesis: T is.\nclaims: {a: {text: A is., because: B is., ignore: unconnected}}\n") == []


# together


def test_other_checks_go_on_beside_errors_of_reading() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is., because: [t, missing], but: [[b, b]]}\n  b: B is.\n"
    assert sorted(codes(text)) == ["repeated-premise", "self-premise", "unknown-claim"]


def test_findings_and_problems_of_reading_come_in_one_order() -> None:
    found = problems(
        "thesis: T is.\nbecause: [[A is., A is.], missing]\nbut: [[B is., B is.]]\nviews: {v: {focus: x}}\n"
    )
    assert [problem.line for problem in found] == [2, 2, 3, 4]
