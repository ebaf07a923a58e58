"""A claim supports itself through others.

Whoever doubts the claim has to be given a reason that does not rest on it. Where a chain of supports comes back to its
beginning, none of the claims on it has such a reason from the others. Attacks may go in circles: two claims can each
speak against the other.

Fails::

    thesis: a
    claims:
      a: {text: The witness is honest., because: b}
      b: {text: The report of the witness is true., because: a}

Passes::

    thesis: a
    claims:
      a: {text: The witness is honest., because: b}
      b: {text: The report of the witness is true., because: Others report the same.}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.graph import support_cycles


def check(subject: Subject) -> Iterator[Finding]:
    """Report one way round for every knot of claims that support each other."""
    for cycle in support_cycles(subject.map):
        way = " supports ".join(f"{subject.named(claim)} (line {subject.line(claim)})" for claim in (*cycle, cycle[0]))
        place = subject.positions.of(cycle[0])
        yield Finding(
            place, f"a claim supports itself through others: {way}", "take out one of these supports", cycle[0]
        )
