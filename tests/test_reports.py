"""Problems as text for people."""

from argmap.problems import Place, Problem, Severity, error
from argmap.reports.text import problem_text
from argmap.source import parse


def report(text: str, line: int, column: int, hint: str | None = None) -> list[str]:
    problem = error("wrong-type", "map.yaml", Place(line, column), "this is wrong", hint)
    return problem_text(problem, parse(text, "map.yaml")).splitlines()


def test_a_report_says_where_and_what_and_marks_the_place() -> None:
    assert report("thesis: moved\nbecause: [a, b]\n", 2, 14, "try c") == [
        "map.yaml:2:14: error[wrong-type]: this is wrong",
        "    2 | because: [a, b]",
        "      |              ^",
        "  try c",
    ]


def test_a_warning_says_that_it_is_one() -> None:
    problem = Problem("near-id", Severity.WARNING, "map.yaml", 1, 1, "this looks odd")
    assert problem_text(problem, parse("a b", "map.yaml")).startswith("map.yaml:1:1: warning[near-id]: ")


def test_without_a_hint_the_mark_comes_last() -> None:
    assert report("thesis: moved\n", 1, 9)[-1] == "      |         ^"


def test_the_mark_stands_below_the_same_character_after_emoji_and_tabs() -> None:
    _, line, mark = report("a:\t😀 été\n", 1, 6)
    assert line[mark.index("^")] == "é"
    assert "\t" not in line


def test_a_place_behind_the_end_of_a_line_is_marked_there() -> None:
    _, line, mark = report("thesis: [a, b\n", 1, 14)
    assert mark.index("^") == len(line)


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "thesis: " + "word " * 200 + "HERE " + "word " * 200
    _, line, mark = report(text, 1, text.index("HERE") + 1)
    assert len(line) < 120
    assert line[mark.index("^") :].startswith("HERE")


def test_the_ends_of_a_long_line_are_shown_whole() -> None:
    text = "HERE " + "word " * 100 + "THERE"
    assert report(text, 1, 1)[1].startswith("    1 | HERE word")
    _, line, mark = report(text, 1, text.index("THERE") + 1)
    assert line[mark.index("^") :] == "THERE"


def test_where_there_is_no_line_nothing_is_marked() -> None:
    assert report("", 1, 1, "write one") == ["map.yaml:1:1: error[wrong-type]: this is wrong", "  write one"]
    assert len(report("a: b\n\nc: d\n", 2, 1)) == 1
    assert len(report("a: b\n", 9, 1)) == 1


def test_lines_of_windows_are_shown_without_their_ends() -> None:
    assert report("thesis: a\r\nbecause: b\r\n", 2, 10)[1:] == ["    2 | because: b", "      |          ^"]


def test_bytes_that_are_no_text_are_shown_as_far_as_they_can_be() -> None:
    document = parse(b"thesis: a\xff", "map.yaml")
    (problem,) = document.problems
    _, line, mark, _ = problem_text(problem, document).splitlines()
    assert line[mark.index("^")] == "\ufffd"


def test_problems_are_listed_by_file_and_place() -> None:
    places = [("b.yaml", 1, 1), ("a.yaml", 2, 1), ("a.yaml", 1, 9), ("a.yaml", 1, 2)]
    found = [error("wrong-type", file, Place(line, column), "x") for file, line, column in places]
    ordered: list[Problem] = sorted(found, key=lambda problem: problem.order)
    assert [(problem.file, problem.line, problem.column) for problem in ordered] == sorted(places)
