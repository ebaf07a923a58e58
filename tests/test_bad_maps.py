"""Broken maps, each with the problems that a reader expects beside it as ``LINE:COLUMN CODE``."""

import re
from pathlib import Path

import pytest

from argmap.checks import problems_of
from argmap.checks.catalogue import CODES, severity_of
from argmap.problems import Problem, Severity, has_errors
from argmap.reader import Reading, read_file
from argmap.reports.text import problem_text

BAD = Path(__file__).parent / "maps" / "bad"
MAPS = sorted(BAD.glob("*.yaml"))

each_map = pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)


def checked(path: Path) -> tuple[Reading, tuple[Problem, ...]]:
    reading = read_file(path)
    return reading, problems_of(reading)


def expected(path: Path) -> list[str]:
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@each_map
def test_a_bad_map_has_exactly_its_problems(path: Path) -> None:
    _, problems = checked(path)
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in problems] == expected(path)


@each_map
def test_every_problem_is_one_sentence_and_perhaps_a_hint(path: Path) -> None:
    _, problems = checked(path)
    for problem in problems:
        for text in (problem.message, problem.hint if problem.hint is not None else "a hint"):
            assert text == " ".join(text.split()), "one line, with no space too many"
            assert text
            assert not text.endswith((".", ";", ":")), "one sentence needs no full stop"
            assert not re.search(r"[a-z]{2}\. [A-Z]", text), "a second sentence"
        assert len(problem.message) <= 160


@each_map
def test_a_problem_as_text_marks_its_place(path: Path) -> None:
    reading, problems = checked(path)
    for problem in problems:
        head, *rest = problem_text(problem, reading.document).splitlines()
        assert head == f"{path}:{problem.line}:{problem.column}: {problem.severity}[{problem.code}]: {problem.message}"
        if reading.document.lines:
            line, mark = rest[:2]
            column = mark.index("^")
            written = reading.document.lines[problem.line - 1]
            assert line.startswith(f"{problem.line:>5} | ")
            assert line[column : column + 1].strip() == written[problem.column - 1 : problem.column].strip()
        assert problem.hint is None or rest[-1] == f"  {problem.hint}"


@each_map
def test_a_bad_map_is_named_for_one_of_its_problems(path: Path) -> None:
    codes = {line.partition(" ")[2] for line in expected(path)}
    assert codes <= set(CODES)
    assert any(path.stem == code or path.stem.startswith(f"{code}-") for code in codes)


def test_every_error_and_warning_has_a_bad_map() -> None:
    asked = {code for code in CODES if severity_of(code) is not Severity.ADVICE}
    assert {line.partition(" ")[2] for path in MAPS for line in expected(path)} == asked


def test_every_expectation_has_a_map() -> None:
    assert {path.stem for path in BAD.glob("*.expected")} == {path.stem for path in MAPS}


@pytest.mark.parametrize("code", ["near-id", "unconnected"])
def test_what_only_looks_wrong_is_a_warning(code: str) -> None:
    _, problems = checked(BAD / f"{code}.yaml")
    assert not has_errors(problems)


def test_bad_maps_are_small() -> None:
    assert max(path.stat().st_size for path in MAPS) < 8000


def hint(stem: str, code: str) -> str:
    """Return the hints of all problems of a code, each on its own line."""
    _, problems = checked(BAD / f"{stem}.yaml")
    return "\n".join(problem.hint or "" for problem in problems if problem.code == code)


@pytest.mark.parametrize(
    ("stem", "says"),
    [
        ("yaml-syntax-colon-in-a-sentence", "put the sentence in quotes"),
        ("yaml-syntax-bracket-never-closed", "bracket or brace is not closed"),
        ("yaml-syntax-quote-never-closed", "a quote that opens here is never closed"),
        ("yaml-syntax-quoted-word-first", "if a sentence begins with a quote, put the sentence in quotes"),
        ("yaml-syntax-tab", "indent with spaces, not with tabs"),
        ("yaml-syntax-star-first", "begins with *"),
        ("yaml-syntax-star-of-nothing", "begins with *"),
        ("yaml-syntax-ampersand-first", "begins with &"),
        ("yaml-syntax-exclamation-mark-first", "begins with !"),
        ("yaml-syntax-at-sign-first", "may not begin with @"),
        ("yaml-syntax-percent-first", "or %"),
        ("yaml-syntax-greater-than-first", "begins with > or |"),
        ("yaml-syntax-second-document", "one map to a file"),
        ("yaml-syntax-indented-too-little", 'line it up with "text" of line 4'),
        ("yaml-syntax-indented-too-much", 'line it up with "text" of line 4'),
        ("yaml-syntax-item-out-of-line", "line the dash up with that of line 3"),
        ("yaml-syntax-key-without-colon", "put a colon after the key"),
        ("yaml-syntax-colon-without-space", "put a space after the colon"),
        ("yaml-syntax-comma-too-many", "a comma too many"),
        ("not-text-in-latin-1", "save it as UTF-8"),
        ("unknown-key-misspelt", 'did you mean "because"?'),
        ("unknown-key-colon-in-a-premise", "put the sentence in quotes"),
        ("unknown-key-comma-in-braces", 'put both in quotes: text: "'),
        ("unknown-key-year-of-a-source", 'argmap\'s word for it is "date"'),
        ("unknown-key-two-words-for-because", 'did you mean "because"?'),
        ("unknown-key-curly-quote-first", "put the sentence in straight quotes"),
        ("missing-text-unless-as-an-item", 'write that as "text: " and its sentence'),
        ("yaml-syntax-title-without-colon", "put a colon after the key"),
        ("unknown-key-scheme-among-co-premises", 'write the inference out with "premises:"'),
        ("unknown-key-claim-for-claims", 'did you mean "claims"?'),
        ("unknown-claim-misspelt", 'did you mean "notice-says" (line 6)?'),
        ("unknown-claim-of-one-word", "or write the claim as a whole sentence"),
        ("unknown-claim-is-an-inference", "to attack an inference, write unless"),
        ("unknown-source", 'did you mean "notice" (line 3)?'),
        ("unknown-view-target", 'did you mean "notice" (line 4)?'),
        ("unknown-tag", 'did you mean "hindsight"?'),
        ("unknown-scheme", 'did you mean "analogy"?'),
        ("duplicate-id-of-two-claims", "the first is in line 3"),
        ("duplicate-key-of-a-claim", "it is already given in line 4"),
        ("near-id", 'write "notice-says", or end the sentence with a full stop'),
        ("too-large-claims-in-claims", 'name the inner claims under "claims"'),
    ],
)
def test_the_hint_says_what_to_do(stem: str, says: str) -> None:
    code = next(code for code in sorted(CODES, key=len, reverse=True) if stem.startswith(code))
    assert says in hint(stem, code)
