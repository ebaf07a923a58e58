"""The map has no objection anywhere.

Nothing attacks a claim and nothing undercuts an inference. Whoever doubts the thesis finds nothing of their own in the
map; and a thesis that has met no objection has not shown that it can.

Fails::

    thesis: The lecture has moved.
    because: [[The notice says so., The notice is reliable.]]

Passes::

    thesis: The lecture has moved.
    because: [[The notice says so., The notice is reliable.]]
    but: Room 12 is locked all day.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.model import Relation


def check(subject: Subject) -> Iterator[Finding]:
    """Report a map all of whose inferences are supports, at its thesis."""
    argument = subject.map
    if argument.inferences and all(inference.relation is Relation.SUPPORT for inference in argument.inferences):
        hint = 'ask who would disagree, and write their best reason under "but"'
        place = subject.positions.of(argument.thesis)
        yield Finding(place, "nothing in this map speaks against the thesis or a step", hint, argument.thesis)
