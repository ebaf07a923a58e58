"""A claim is implicit and has a source.

Implicit is what nobody states and the curator supplies. What a source states is not implicit; what it only suggests
is the curator's, who can say in a note where the suggestion comes from.

Fails::

    thesis: The lecture has moved.
    because:
      - - {text: The notice says so., source: notice para 2}
        - {text: The notice is reliable., source: notice para 3, implicit: true}
    sources: {notice: Notice of 3 May}

Passes::

    thesis: The lecture has moved.
    because:
      - - {text: The notice says so., source: notice para 2}
        - {text: The notice is reliable., note: Paragraph 3 suggests it., implicit: true}
    sources: {notice: Notice of 3 May}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report every implicit claim that cites a source."""
    for claim in subject.claims:
        if claim.implicit and claim.citations:
            place = subject.positions.of(claim.id, "implicit")
            message = f'{subject.named(claim.id)} is implicit, and yet cites the source "{claim.citations[0].source}"'
            hint = 'take out "implicit" if the source states it, and "source" if it does not'
            yield Finding(place, message, hint, claim.id)
