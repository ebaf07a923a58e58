"""Problems as one JSON document for all files; its shape is a promise (see docs/problems.schema.json)."""

import json
from collections.abc import Sequence
from typing import Any

from argmap.problems import Problem, Severity
from argmap.reports import Checked

VERSION = 1
"""The version of the document's shape; it rises when a program that read the last one would go wrong."""


def report(checked: Sequence[Checked]) -> str:
    """Return what was found in maps as a JSON document, in ASCII so that no terminal or pipe can spoil it."""
    document = {
        "version": VERSION,
        "maps": [_map(one) for one in checked],
        "problems": [_problem(problem) for one in checked for problem in one.problems],
    }
    return json.dumps(document, indent=2) + "\n"


def _map(checked: Checked) -> dict[str, Any]:
    """Return what a file holds and how many problems it has; nothing is counted where no argument could be read."""
    argument = checked.reading.map
    return {
        "file": checked.file,
        "claims": len(argument.claims) if argument else None,
        "inferences": len(argument.inferences) if argument else None,
        "sources": len(argument.sources) if argument else None,
        "errors": checked.count(Severity.ERROR),
        "warnings": checked.count(Severity.WARNING),
        "advice": checked.count(Severity.ADVICE),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }
