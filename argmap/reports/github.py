"""Problems as workflow commands: GitHub shows each at its line of a change.

Source: GitHub's documentation, "Workflow commands for GitHub Actions", setting a notice, warning or error message.
"""

from collections.abc import Iterable, Iterator, Sequence

from argmap.problems import Problem, Severity
from argmap.reports import Checked
from argmap.reports.paths import from_here

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(checked: Sequence[Checked]) -> str:
    """Return one command for each problem, and nothing for maps that have none."""
    return "".join(f"{line}\n" for line in _commands(problem for one in checked for problem in one.problems))


def _commands(problems: Iterable[Problem]) -> Iterator[str]:
    for problem in problems:
        properties = {
            "file": from_here(problem.file),
            "line": str(problem.line),
            "col": str(problem.column),
            "title": problem.code,
        }
        place = ",".join(f"{key}={value.translate(_IN_PROPERTIES)}" for key, value in properties.items())
        text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        yield f"::{_COMMANDS[problem.severity]} {place}::{text.translate(_IN_DATA)}"
