"""Problems as SARIF 2.1.0, the format in which code scanning takes the results of checks.

Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01* (2023).
"""

import json
import os
import re
import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from argmap.checks.catalogue import page_of, severity_of
from argmap.problems import Problem, Severity
from argmap.reports import Checked
from argmap.reports.paths import from_here

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_LINE_BREAKS = ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"]
"""What ends a line of YAML, and is counted as such in every place."""
_KEPT = frozenset(f"{string.ascii_letters}{string.digits}-._~/".encode())
"""What stands for itself in the path of a URI (RFC 3986, section 2.3), and what divides it."""

_Json = dict[str, Any]


def report(checked: Sequence[Checked]) -> str:
    """Return what was found in maps as a SARIF log of one run; its rules are the codes that occur."""
    from importlib.metadata import version

    problems = [problem for one in checked for problem in one.problems]
    codes = sorted({problem.code for problem in problems})
    run = {
        "tool": {"driver": {"name": "argmap", "version": version("argmap"), "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_BREAKS,
        "results": [_result(problem, codes) for problem in problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> _Json:
    """Describe a kind of problem by its manual page, which is Markdown but for the marks of code and samples."""
    page = page_of(code).strip().replace("::\n", ":\n").replace("``", "`")
    summary, *paragraphs = (" ".join(paragraph.split()) for paragraph in page.split("\n\n"))
    why = paragraphs[0] if paragraphs and not paragraphs[0].endswith(":") else summary
    return {
        "id": code,
        "shortDescription": {"text": _plain(summary)},
        "fullDescription": {"text": _plain(why)},
        "help": {"text": _plain(page), "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[severity_of(code)]},
    }


def _result(problem: Problem, codes: list[str]) -> _Json:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    place = {
        "artifactLocation": {"uri": _uri(problem.file)},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _LEVELS[problem.severity],
        "message": {"text": _plain(text)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """Return a file as a URI: relative to the working folder, or of the whole path where it lies elsewhere."""
    path = from_here(file)
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in os.fsencode(path))


def _plain(text: str) -> str:
    r"""Return text in which a viewer finds no link and no placeholder of SARIF's (sections 3.11.5 and 3.11.6).

    >>> print(_plain("read [this](1), {0} and {text: Rain}"))
    read [this\](1), {{0}} and {text: Rain}
    """
    return re.sub(r"\{(\d+)\}", r"{{\1}}", text.replace("](", "\\]("))
