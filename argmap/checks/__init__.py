"""Checks: what is wrong with an argument that could be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.checks.catalogue import CHECKS, Check
from argmap.checks.subject import Subject
from argmap.problems import Problem, Severity, has_errors
from argmap.reader import Reading


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks run: those of ``only`` (all, if it is empty) less those of ``without``.

    Advice is given where it is asked for, as a whole or by its code.
    """

    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    advice: bool = False

    def takes(self, check: Check) -> bool:
        """Tell whether a check is to run."""
        if check.code in self.without or (self.only and check.code not in self.only):
            return False
        return check.severity is not Severity.ADVICE or self.advice or check.code in self.only


USUAL = Selection()


def problems_of(reading: Reading, selection: Selection = USUAL) -> tuple[Problem, ...]:
    """Return everything that is wrong with a map, found in reading or by a check, in the order of the file.

    What was found in reading is always told: without it, nothing else could be relied on.
    """
    if reading.map is None:
        return reading.problems
    found = dict.fromkeys((*reading.problems, *_findings(reading, selection)))  # what aliases repeat is said once
    return tuple(sorted(found, key=lambda problem: problem.order))


def _findings(reading: Reading, selection: Selection) -> Iterator[Problem]:
    """Run every check that is asked for and can say something."""
    assert reading.map is not None
    codes = tuple(check.code for check in CHECKS)
    subject = Subject(reading.map, reading.positions, reading.document, codes)
    broken = has_errors(reading.problems)
    for check in CHECKS:
        silent = (check.whole and broken) or (check.english and not subject.english)
        if selection.takes(check) and not silent and check.code not in subject.map.ignore:
            yield from _problems(check, subject)


def _problems(check: Check, subject: Subject) -> Iterable[Problem]:
    """Run one check; a claim may tell it to be silent."""
    file = subject.document.file
    for finding in check.run(subject):
        claim = subject.map.claim.get(finding.about)
        if claim is None or check.code not in claim.ignore:
            place = finding.place
            yield Problem(check.code, check.severity, file, place.line, place.column, finding.message, finding.hint)
