"""The checks: each does what its manual page, the docstring of its module, says."""

import pkgutil
import re
from textwrap import dedent

import pytest

import argmap.checks
import argmap.checks.reading
from argmap.checks import Selection, problems_of
from argmap.checks.catalogue import CHECKS, CODES, READING, Check, page_of, severity_of
from argmap.problems import Problem, Severity
from argmap.reader import read

ALL = Selection(advice=True)
SHOWN = [code for code in CODES if code != "not-text"]  # what is not text cannot be shown as text

each_code = pytest.mark.parametrize("code", CODES)
each_shown = pytest.mark.parametrize("code", SHOWN)
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


def problems(text: str) -> tuple[Problem, ...]:
    return problems_of(read(text, "map.yaml"))


def codes(text: str) -> list[str]:
    return [problem.code for problem in problems(text)]


def codes_with_advice(text: str) -> list[str]:
    return [problem.code for problem in problems_of(read(text, "map.yaml"), ALL)]


def samples(code: str, heading: str) -> list[str]:
    """Return the maps below a heading of a manual page."""
    blocks = re.findall(rf"^{heading}::\n\n((?:(?: {{4}}.*)?\n?)+)", page_of(code), re.MULTILINE)
    return [dedent(block).strip("\n") + "\n" for block in blocks]


@each_shown
def test_what_the_manual_page_says_fails_fails_with_that_code_alone(code: str) -> None:
    failing = samples(code, "Fails")
    assert failing
    for text in failing:
        found = problems_of(read(text, "map.yaml"), ALL)
        assert code in {problem.code for problem in found}
        assert {problem.code for problem in found if problem.severity is not Severity.ADVICE} <= {code}
        assert {problem.severity for problem in found if problem.code == code} == {severity_of(code)}


@each_shown
def test_what_the_manual_page_says_passes_has_no_problem(code: str) -> None:
    passing = samples(code, "Passes")
    assert passing
    for text in passing:
        assert codes(text) == []
        assert code not in codes_with_advice(text)


@each_code
def test_a_manual_page_begins_with_one_sentence(code: str) -> None:
    first, _, rest = page_of(code).partition("\n")
    assert re.fullmatch(r"[A-Z][^.]*\.", first)
    assert rest.startswith("\n")


@each_check
def test_a_map_may_tell_a_check_to_be_silent_about_it(check: Check) -> None:
    for text in samples(check.code, "Fails"):
        assert check.code not in codes_with_advice(f"{text}ignore: {check.code}\n")
        other = next(other.code for other in CHECKS if other is not check)
        assert check.code in codes_with_advice(f"{text}ignore: [{other}]\n")


def test_no_two_problems_share_a_code() -> None:
    assert len(set(CODES)) == len(CODES)


def test_a_code_is_the_name_of_its_module() -> None:
    frame = {"catalogue", "pages", "reading", "subject", "themes", "wording"}
    modules = {module.name for module in pkgutil.iter_modules(argmap.checks.__path__)} - frame
    assert {check.code.replace("-", "_") for check in CHECKS} == {name for name in modules if name[0] != "_"}
    assert all(check.run.__module__.endswith(check.code.replace("-", "_")) for check in CHECKS)
    reading = {module.name for module in pkgutil.iter_modules(argmap.checks.reading.__path__)}
    assert {code.replace("-", "_") for code in READING} == reading


# self-premise


def test_a_claim_may_not_attack_itself_either() -> None:
    assert codes("thesis: a\nclaims: {a: {text: A is., but: a}}\n") == ["self-premise"]


def test_a_claim_among_co_premises_of_itself_is_its_own_premise() -> None:
    (problem,) = problems("thesis: a\nclaims:\n  a: {text: A is., because: [[b, a]]}\n  b: B is.\n")
    assert (problem.code, problem.line, problem.column) == ("self-premise", 3, 34)


def test_a_claim_may_undercut_an_inference_on_it() -> None:
    assert codes("thesis: a\nclaims: {a: {text: A is., but: {text: B is., unless: a}}}\n") == []


def test_a_premise_that_undercuts_its_own_inference_is_told_where_it_does() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is., because: {premises: [a, b], unless: a}}\n  a: A is.\n  b: B is.\n"
    (problem,) = problems(text)
    assert (problem.code, problem.line, problem.column) == ("self-premise", 3, 56)
    assert problem.message == '"a" undercuts an inference of which it is a premise'


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


# near-id


def test_a_near_id_is_a_sentence_that_looks_like_an_id() -> None:
    def beside_an_id(sentence: str) -> list[str]:
        text = f"thesis: A is.\nbecause: [{sentence}, notice-says]\nclaims: {{notice-says: It is on the board.}}\n"
        return [code for code in codes(text) if code == "near-id"]

    for sentence in ("notice says", "Notice says", "notice sayz", "notices say"):
        assert beside_an_id(sentence) == ["near-id"]
    for sentence in ("Notice says.", "Nothing of the kind is so", "The notice never says so", "notice says?"):
        assert beside_an_id(sentence) == []


def test_what_cannot_be_read_is_near_no_id() -> None:
    assert "near-id" not in codes("thesis: A is.\nbecause: [claim-2-12, '']\nclaims: {claim-2-12: B is.}\n")


def test_a_sentence_under_an_id_or_with_text_is_not_taken_for_an_id() -> None:
    text = "thesis: moved\nclaims:\n  moved: {text: It moved now., because: [{text: moved it}, x]}\n  x: moved\n"
    assert "near-id" not in codes(text)


# the slips of YAML


def slips(text: str) -> list[tuple[int, int, str]]:
    kinds = ("cut-by-comment", "cut-by-comma", "swallowed-item")
    return [(problem.line, problem.column, problem.code) for problem in problems(text) if problem.code in kinds]


def test_a_comment_is_one_where_the_sentence_has_ended_or_a_space_follows() -> None:
    assert slips("thesis: We follow rule #3 of it.\n") == [(1, 24, "cut-by-comment")]
    assert slips("thesis: {text: We follow #3 of it.\n  }\n") == [(1, 26, "cut-by-comment")]
    for line in (
        "We follow rule 3. #todo",
        "We follow it # 3",
        '"We follow rule" #3',
        "We follow C#3 rules",
        "'#3 is'",
    ):
        assert slips(f"thesis: {line}\n") == []


def test_a_comment_in_any_line_of_a_long_sentence_cuts_it() -> None:
    assert slips("thesis: We follow\n  the rule #3\n") == [(2, 12, "cut-by-comment")]


def test_a_comma_cuts_what_begins_and_does_not_end() -> None:
    assert slips("thesis: A is.\nbecause: [All of it, so to speak.]\n") == [(2, 22, "cut-by-comma")]
    for items in (
        "All is well., so to say",
        "all is well, so to say",
        "All is well, So to say",
        '"All is", so to say',
    ):
        assert slips(f"thesis: A is.\nbecause: [{items}]\n") == [], items


def test_items_on_lines_of_their_own_are_cut_by_no_comma() -> None:
    assert slips("thesis: A is.\nbecause:\n  - All of it\n  - so to speak\n") == []


def test_a_dash_in_quotes_or_in_a_block_of_text_is_no_item() -> None:
    assert slips("thesis: A is\n  - so to speak\n") == [(2, 3, "swallowed-item")]
    for value in ('"A is\n  - so to speak"', "|\n  A is\n  - so to speak", "A is -\n  so to speak", "A is\n  -2 more"):
        assert slips(f"thesis: {value}\n") == [], value


# asking for less, or more


def test_only_the_checks_that_are_selected_run_and_reading_is_always_told() -> None:
    text = "thesis: A is.\nbecause: [[B is., B is.], missing, what is]\nclaims: {loose: C is., what-is: D is.}\n"
    found = problems_of(read(text, "map.yaml"), Selection(only=frozenset({"near-id"})))
    assert [problem.code for problem in found] == ["unknown-claim", "near-id"]


def test_what_is_left_out_is_silent() -> None:
    text = "thesis: A is.\nbecause: [[B is., B is.]]\nclaims: {loose: C is.}\n"
    found = problems_of(read(text, "map.yaml"), Selection(without=frozenset({"repeated-premise"})))
    assert [problem.code for problem in found] == ["unconnected"]


def test_a_name_that_no_check_has_is_reported_where_it_is_ignored() -> None:
    (problem,) = problems("thesis: A is.\nignore: [unconnected, unconected]\n")
    assert (problem.line, problem.column, problem.code) == (2, 23, "unknown-check")
    assert problem.hint == 'did you mean "unconnected"?'


def test_an_id_behind_a_comma_is_no_second_half() -> None:
    text = "thesis: A is.\nbecause: [All of it, seen]\nclaims: {seen: B is.}\n"
    assert slips(text) == []
    assert slips(text.replace("of it, seen", "of it, unseen")) == [(2, 22, "cut-by-comma")]


def test_lines_with_the_dashes_of_a_word_processor_look_like_items() -> None:
    text = "thesis: A is.\nbecause:\n  -Nobody finished.\n  \u2013 All complained.\n  \u2022 None won.\n"
    assert slips(text) == [(3, 3, "swallowed-item"), (4, 3, "swallowed-item"), (5, 3, "swallowed-item")]


def test_a_sentence_that_is_made_of_ids_is_near_them() -> None:
    claims = "claims: {loud: Phones ring in class., grades: Marks get worse.}\n"
    for mention in ("loud, grades", "loud and grades", "loud & grades", "loud grades", '"[loud, grades]"', "loud."):
        found = problems(f"thesis: Phones should go out.\nbecause: {mention}\nbut: [[loud, grades]]\n{claims}")
        assert [problem.code for problem in found if problem.line == 2] == ["near-id"], mention


def test_the_name_of_an_inference_is_no_sentence() -> None:
    found = problems("thesis: {id: t, text: A is., because: B is., but: t.because.1}\n")
    assert [problem.hint for problem in found] == ["to attack an inference, write unless at the inference itself"]
