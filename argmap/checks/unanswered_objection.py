"""Nothing answers an objection.

It speaks against the thesis, by an attack or an undercut, and nothing in its own case is attacked or undercut. Perhaps
there is an answer that the map misses; perhaps there is none, which a class should hear. An answer to an objection
needs no answer itself: an argument has to end somewhere.

Fails::

    thesis: The lecture has moved.
    because: [[The notice says so., The notice is reliable.]]
    but: Room 12 is locked all day.

Passes::

    thesis: The lecture has moved.
    because: [[The notice says so., The notice is reliable.]]
    but: {text: Room 12 is locked all day., unless: The caretaker opens it at noon.}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.graph import Side, sides
from argmap.model import ArgumentMap, Relation

_NOUNS = {Relation.ATTACK: "objection", Relation.UNDERCUT: "undercutter"}


def check(subject: Subject) -> Iterator[Finding]:
    """Report the attacks and undercuts against the thesis whose case is not contested."""
    argument = subject.map
    contested = _contested(argument)
    side = sides(argument)
    for inference in argument.inferences:
        noun = _NOUNS.get(inference.relation)
        if noun and inference.id not in contested and side.get(inference.id) is Side.AGAINST:
            premise = inference.premises[0]
            hint = 'attack a premise with "but" or the step with "unless", or grant in a note that it stands'
            message = f"nothing answers the {noun} {subject.named(premise)} to {subject.named(inference.target)}"
            yield Finding(subject.positions.of(inference.id), message, hint, premise)


def _contested(argument: ArgumentMap) -> set[str]:
    """Return the claims and inferences that are attacked or undercut themselves or in what supports them."""
    found = {inference.target for inference in argument.inferences if inference.relation is not Relation.SUPPORT}
    waiting = list(found)
    for name in waiting:
        if name in argument.claim:
            above = {use.id for use in argument.uses[name]}
        else:
            inference = argument.inference[name]
            above = {inference.target} if inference.relation is Relation.SUPPORT else set()
        waiting += above - found
        found |= above
    return found
