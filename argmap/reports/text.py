"""Problems as lines of text, each followed by the place in the file that it speaks of."""

from collections.abc import Sequence

from argmap.problems import Problem
from argmap.source import Document

_WIDTH = 100
"""How many characters of a long line are shown."""


def problem_text(problem: Problem, document: Document) -> str:
    """Return a problem as text: where and what, the line with the place marked, and the hint."""
    head = f"{problem.file}:{problem.line}:{problem.column}: {problem.severity}[{problem.code}]: {problem.message}"
    hint = [f"  {problem.hint}"] if problem.hint else []
    return "\n".join([head, *_excerpt(problem, document.lines), *hint])


def _excerpt(problem: Problem, lines: Sequence[str]) -> list[str]:
    """Return the line of a problem with a mark below the place; long lines are cut around it."""
    if problem.line > len(lines) or not lines[problem.line - 1].strip():
        return []
    line = lines[problem.line - 1].replace("\t", " ")
    start = max(0, min(problem.column - 1 - _WIDTH // 2, len(line) - _WIDTH))
    shown = line[start : start + _WIDTH].rstrip()
    gutter = f"{problem.line:>5} | "
    mark = " " * (problem.column - 1 - start) + "^"
    return [gutter + shown, " " * 5 + " | " + mark]
