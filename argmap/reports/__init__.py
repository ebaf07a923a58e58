"""Problems in every format that someone reads: people, editors, GitHub, code scanning."""

from dataclasses import dataclass

from argmap.problems import Problem, Severity
from argmap.reader import Reading


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read and checked."""

    reading: Reading
    problems: tuple[Problem, ...]

    @property
    def file(self) -> str:
        """The file as the user named it."""
        return self.reading.document.file

    def count(self, severity: Severity) -> int:
        """Return how many of the problems are of a severity."""
        return sum(problem.severity is severity for problem in self.problems)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
