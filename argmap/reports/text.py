"""Problems as lines of text, each followed by the place in the file that it speaks of."""

import re
from collections.abc import Sequence

import click

from argmap.problems import Problem, Severity
from argmap.reports import Checked, counted
from argmap.source import Document

_WIDTH = 100
"""How many characters of a long line are shown."""
_GUTTER = 5
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
"""What a terminal would obey rather than show."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def problem_text(problem: Problem, document: Document, *, colour: bool = False) -> str:
    """Return a problem as text: where and what, the line with the place marked, and the hint.

    With ``colour`` it has the escape sequences of a terminal.
    """
    kind = f"{problem.severity}[{problem.code}]"
    if colour:
        kind = click.style(kind, fg=_COLOURS[problem.severity], bold=True)
    head = f"{problem.file}:{problem.line}:{problem.column}: {kind}: {problem.message}"
    hint = [f"  {problem.hint}"] if problem.hint else []
    return "\n".join([head, *_excerpt(problem, document.lines), *hint])


def summary(checked: Checked) -> str:
    """Say in a line what a map holds and how many problems it has; advice does not count."""
    argument = checked.reading.map
    if argument is None:
        return f"{checked.file}: {_verdict([checked])}"
    parts = [counted(len(argument.claims), "claim"), counted(len(argument.inferences), "inference")]
    if argument.sources:
        parts.append(counted(len(argument.sources), "source"))
    waiting = "; some checks wait until the errors are mended" if _waiting(checked) else ""
    return f"{checked.file}: {', '.join(parts)}; {_verdict([checked])}{waiting}"


def _waiting(checked: Checked) -> bool:
    """Tell whether checks were silent, for what they would say may follow from an error."""
    return any(problem.severity is Severity.ERROR for problem in checked.reading.problems)


def total(checked: Sequence[Checked]) -> str:
    """Say in a line how many problems several files have."""
    return f"{counted(len(checked), 'map')}: {_verdict(checked)}"


def _verdict(checked: Sequence[Checked]) -> str:
    numbers = {severity: sum(one.count(severity) for one in checked) for severity in (Severity.ERROR, Severity.WARNING)}
    return ", ".join(counted(number, severity) for severity, number in numbers.items() if number) or "no problems"


def _excerpt(problem: Problem, lines: Sequence[str]) -> list[str]:
    """Return the line of a problem with a mark below the place; long lines are cut around it."""
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    if not line or line.isspace():
        return []
    start = max(0, min(problem.column - 1 - _WIDTH // 2, len(line) - _WIDTH))
    shown = _CONTROLS.sub("\ufffd", line[start : start + _WIDTH].replace("\t", " ")).rstrip()
    gutter = f"{problem.line:>{_GUTTER}}"
    mark = " " * (problem.column - 1 - start) + "^"
    return [f"{gutter} | {shown}", f"{' ' * len(gutter)} | {mark}"]
