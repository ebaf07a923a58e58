"""A claim is a premise for or against itself.

An inference leads from something else to its target; a claim that stands on both sides says nothing.

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
    """Report every premise that is its own target."""
    for inference in subject.map.inferences:
        for number, premise in enumerate(inference.premises):
            if premise == inference.target:
                place = subject.positions.of(inference.id, "premise", number)
                message = f"{subject.named(premise)} is a premise of an inference on itself"
                yield Finding(place, message, "name another premise, or take it out", premise)
