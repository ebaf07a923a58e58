"""The same premises support and attack one target.

What speaks for a claim cannot, taken together in the same way, speak against it. One of the two inferences needs
another premise, or belongs to another claim.

Fails::

    thesis: The lecture has moved.
    because: [The notice says so.]
    but: [The notice says so.]

Passes::

    thesis: The lecture has moved.
    because: [The notice says so.]
    but: [The room is locked.]
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.model import Inference, Relation


def check(subject: Subject) -> Iterator[Finding]:
    """Report the second of two inferences that differ only in their relation."""
    first: dict[tuple[frozenset[str], str], Inference] = {}
    for inference in subject.map.inferences:
        key = (frozenset(inference.premises), inference.target)
        earlier = first.setdefault(key, inference)
        if {earlier.relation, inference.relation} == {Relation.SUPPORT, Relation.ATTACK}:
            place = subject.positions.of(inference.id)
            line = subject.line(earlier.id)
            message = f"the same premises support and attack {subject.named(inference.target)} (line {line} and here)"
            hint = "take out one of the two, or add the premise that makes the difference"
            yield Finding(place, message, hint, inference.target)
