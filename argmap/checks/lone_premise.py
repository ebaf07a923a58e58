"""One premise supports a claim by itself, and nothing says how.

Hardly any premise does: that the notice says so is a reason only if notices are reliable. Writing that down, implicit
where nobody states it, shows what else can be doubted. Teachers of argument mapping call it the golden rule that a
reason has two co-premises at least (Austhink, Reason! tutorial 2.4). There is no advice where the map already looks
at that step: where a scheme names the pattern, something undercuts it, or something bears on the premise.

Fails::

    thesis: The lecture has moved.
    because: The notice says so.

Passes::

    thesis: The lecture has moved.
    because:
      - - The notice says so.
        - {text: The notice is reliable., implicit: true}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.model import ArgumentMap, Inference, Relation


def check(subject: Subject) -> Iterator[Finding]:
    """Report every support by a single premise at which the map goes no further."""
    for inference in subject.map.inferences:
        if _is_bare(subject.map, inference):
            premise = inference.premises[0]
            alone = f"{subject.named(premise)} alone supports {subject.named(inference.target)}"
            message = f"{alone}, and what lets it bear on that is left unsaid"
            hint = "ask what else has to be true, and add it as a co-premise, or name the scheme of the inference"
            yield Finding(subject.positions.of(inference.id), message, hint, premise)


def _is_bare(argument: ArgumentMap, inference: Inference) -> bool:
    """Tell whether a single stated premise is all that there is to a support."""
    premise = argument.claim[inference.premises[0]]
    alone = inference.relation is Relation.SUPPORT and not inference.linked and not premise.implicit
    return alone and not (inference.scheme or argument.on[inference.id] or argument.on[premise.id])
