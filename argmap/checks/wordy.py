"""A claim has more than 20 words.

It can be read, but not at a glance; and the more words a card has, the smaller they all are on the slide. What stands
in quotation marks is not counted. Over 30 words, ``too-long`` says so.

Fails::

    thesis: >-
      The lecture on the history of the town has been moved from the small room to the large hall of the new building.

Passes::

    thesis: The lecture on the history of the town has moved to the hall of the new building.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import MANY_WORDS, TOO_MANY_WORDS, count, counts, own, place_of


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim with many words, but not too many."""
    if not counts(subject):
        return
    for claim in subject.claims:
        words = count(own(claim.text)) if claim.text.count(" ") >= MANY_WORDS else 0
        if MANY_WORDS < words <= TOO_MANY_WORDS:
            message = f"a claim of {words} words is hard to read at a glance"
            yield Finding(place_of(subject, claim), message, f"{MANY_WORDS} words are enough for most claims", claim.id)
