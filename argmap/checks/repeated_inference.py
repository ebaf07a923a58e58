"""One inference stands in the map twice.

Two inferences have the same premises, the same target and the same relation. A reason that is given twice is not
stronger for it; in the drawing it looks as if there were two.

Fails::

    thesis: The lecture has moved.
    because:
      - [The notice says so., The notice is reliable.]
      - [The notice is reliable., The notice says so.]

Passes::

    thesis: The lecture has moved.
    because:
      - [The notice says so., The notice is reliable.]
      - [The class was seen there., The class is never late.]
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report every inference that its target has already."""
    first: dict[tuple[str, frozenset[str], str], str] = {}
    for inference in subject.map.inferences:
        target = inference.target
        earlier = first.setdefault((inference.relation, frozenset(inference.premises), target), inference.id)
        if earlier != inference.id:
            message = f'this {inference.relation} of "{target}" is already given in line {subject.line(earlier)}'
            about = target if target in subject.map.claim else inference.premises[0]
            yield Finding(subject.positions.of(inference.id), message, "take out one of the two", about)
