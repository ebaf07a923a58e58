"""Problems: what is wrong with a map, where, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the drawing, a warning does not; advice is given on request."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; both numbers start at 1 and columns count characters."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a map, as data.

    Parameters
    ----------
    code
        The stable name of the kind of problem, such as ``unknown-claim``.
    file
        The file as the user named it.
    message
        One sentence that says what is wrong.
    hint
        What to do about it, where that can be said.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which problems are listed: file, then place."""
        return (self.file, self.line, self.column, self.code, self.message)


def error(code: str, file: str, place: Place, message: str, hint: str | None = None) -> Problem:
    """Make an error at a place."""
    return Problem(code, Severity.ERROR, file, place.line, place.column, message, hint)


def has_errors(problems: "list[Problem] | tuple[Problem, ...]") -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
