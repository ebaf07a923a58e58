"""A claim has more than 30 words.

A card is read at a glance, from the back row. A sentence of that length mostly holds two claims, or a reason, or detail
that the note can keep. What stands in quotation marks is not counted: nobody can shorten what another said.

Fails::

    thesis: >-
      The lecture on the history of the town has been moved from the small room on the first floor of the old building
      to the large hall on the ground floor of the new building.

Passes::

    thesis: The lecture on the history of the town has been moved to the hall of the new building.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import TOO_MANY_WORDS, count, counts, own, place_of


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim with too many words."""
    if not counts(subject):
        return
    for claim in subject.claims:
        words = count(own(claim.text)) if claim.text.count(" ") >= TOO_MANY_WORDS else 0
        if words > TOO_MANY_WORDS:
            message = f"a claim of {words} words is too long to be read at a glance"
            hint = f"keep to one thought in {TOO_MANY_WORDS} words at most; detail may go into the note"
            yield Finding(place_of(subject, claim), message, hint, claim.id)
