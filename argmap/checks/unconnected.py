"""A claim does not lead to the thesis.

It is in the file, and no chain of inferences leads from it to the thesis; so it is not drawn. Usually the line that
uses it is missing, or the claim is a leftover.

Fails::

    thesis: The lecture has moved.
    because: The notice says so.
    claims:
      reliable: The notice is reliable.

Passes::

    thesis: The lecture has moved.
    because: [[The notice says so., reliable]]
    claims:
      reliable: The notice is reliable.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.graph import leading_to


def check(subject: Subject) -> Iterator[Finding]:
    """Report the claims from which no path leads to the thesis."""
    connected = leading_to(subject.graph, subject.map.thesis)
    for claim in subject.map.claims:
        if claim.id not in connected:
            message = f'"{claim.id}" does not lead to the thesis, and is not drawn'
            hint = "use it as a premise of a claim that does, or take it out"
            yield Finding(subject.positions.of(claim.id), message, hint, claim.id)
