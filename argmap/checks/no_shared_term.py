"""Co-premises share no word with what they bear on.

Co-premises lead to a conclusion by way of what they have in common with it. Where no word of the conclusion is in any
of the premises, a premise that makes the connection is probably left unsaid: write it down, and mark it ``implicit``.
Words count as the same whatever their endings; synonyms are not known, so this is only advice.

Fails::

    thesis: Socrates will perish.
    because: [[All men are mortal., No immortal being drinks hemlock.]]

Passes::

    thesis: Socrates will perish.
    because: [[All men are mortal., Socrates is a man., All that is mortal will perish.]]
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import terms
from argmap.slips import quoted


def check(subject: Subject) -> Iterator[Finding]:
    """Report every linked inference on a claim of whose words none is in its premises."""
    texts = {claim.id: claim.text for claim in subject.claims}
    for inference in subject.map.inferences:
        names = (inference.target, *inference.premises)
        if not inference.linked or not all(name in texts for name in names):
            continue  # an undercutter's target is an inference, of which it may speak in words of its own
        target = terms(texts[inference.target])
        premises = (terms(texts[premise]) for premise in inference.premises)
        if target and all(target.isdisjoint(premise) for premise in premises):
            message = f"these premises share no word with {quoted(texts[inference.target])}"
            hint = "is a premise left unsaid that connects them? write it, and mark it implicit"
            yield Finding(subject.positions.of(inference.id), message, hint, inference.target)
