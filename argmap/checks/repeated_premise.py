"""One inference names a premise twice.

Fails::

    thesis: The lecture has moved.
    because:
      - - The notice says so.
        - The notice says so.

Passes::

    thesis: The lecture has moved.
    because:
      - - The notice says so.
        - The notice is reliable.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report every premise that its inference has already."""
    for inference in subject.map.inferences:
        met: set[str] = set()
        for number, premise in enumerate(inference.premises):
            if premise in met:
                place = subject.positions.of(inference.id, "premise", number)
                message = f"{subject.named(premise)} is already a premise of this inference"
                yield Finding(place, message, "take it out here", premise)
            met.add(premise)
