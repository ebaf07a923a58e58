"""A label has more than six words.

A label is what a crowded drawing shows in place of the sentence. If it is nearly as long as the sentence, nothing is
gained. It need not be a sentence, nor say everything: the sentence does.

Fails::

    thesis:
      text: The lecture has moved to the large hall of the new building.
      label: The lecture has moved to the large hall

Passes::

    thesis:
      text: The lecture has moved to the large hall of the new building.
      label: Moved to the large hall
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import count, counts

_MOST = 6


def check(subject: Subject) -> Iterator[Finding]:
    """Report every label with too many words."""
    if not counts(subject):
        return
    for claim in subject.claims:
        words = count(claim.label) if claim.label.count(" ") >= _MOST else 0
        if words > _MOST:
            place = subject.positions.of(claim.id, "label")
            message = f"a label of {words} words is no short form"
            yield Finding(place, message, f"write a label of {_MOST} words at most, or none", claim.id)
