"""A claim is a premise for or against itself, or undercuts what it is a premise of.

An inference leads from something else to its target; a claim that stands on both sides says nothing. What undercuts an
inference grants its premises and says why they do not bear, and so has to be another claim than they are.

Fails::

    thesis: a
    claims:
      a: {text: The witness is honest., because: a}

Passes::

    thesis: a
    claims:
      a: {text: The witness is honest., because: The witness has never lied.}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report every premise that is its own target, or one of the premises of the inference that is its target."""
    for inference in subject.map.inferences:
        undercut = subject.map.inference.get(inference.target)
        for number, premise in enumerate(inference.premises):
            place = subject.positions.of(inference.id, "premise", number)
            hint = "name another premise, or take it out"
            if premise == inference.target:
                yield Finding(place, f"{subject.named(premise)} is a premise of an inference on itself", hint, premise)
            elif undercut and premise in undercut.premises:
                message = f"{subject.named(premise)} undercuts an inference of which it is a premise"
                yield Finding(place, message, hint, premise)
