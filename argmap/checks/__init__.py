"""Checks: what is wrong with an argument that could be read.

Every check is a module with one generator of findings; its docstring is the check's manual page. The table below is the
only place that knows them all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from argmap.checks import both_ways, repeated_premise, self_premise, support_cycle, unconnected
from argmap.checks.subject import Finding, Subject
from argmap.problems import Problem, Severity, has_errors
from argmap.reader import Reading


@dataclass(frozen=True, slots=True)
class Check:
    """A check in the table.

    ``whole`` marks a check that is silent when reading found errors, for what it would say follows from them.
    """

    code: str
    severity: Severity
    run: Callable[[Subject], Iterable[Finding]]
    whole: bool = False


CHECKS = (
    Check("self-premise", Severity.ERROR, self_premise.check),
    Check("support-cycle", Severity.ERROR, support_cycle.check),
    Check("repeated-premise", Severity.ERROR, repeated_premise.check),
    Check("both-ways", Severity.ERROR, both_ways.check),
    Check("unconnected", Severity.WARNING, unconnected.check, whole=True),
)


def problems_of(reading: Reading) -> tuple[Problem, ...]:
    """Return everything that is wrong with a map, found in reading or by a check, in the order of the file."""
    if reading.map is None:
        return reading.problems
    found = dict.fromkeys((*reading.problems, *_findings(reading)))  # what aliases repeat is said once
    return tuple(sorted(found, key=lambda problem: problem.order))


def _findings(reading: Reading) -> Iterator[Problem]:
    """Run every check that can say something."""
    assert reading.map is not None
    subject = Subject(reading.map, reading.positions)
    broken = has_errors(reading.problems)
    file = reading.document.file
    for check in CHECKS:
        if (check.whole and broken) or check.code in subject.map.ignore:
            continue
        for finding in check.run(subject):
            claim = subject.map.claim.get(finding.about)
            if claim is None or check.code not in claim.ignore:
                place = finding.place
                yield Problem(check.code, check.severity, file, place.line, place.column, finding.message, finding.hint)
