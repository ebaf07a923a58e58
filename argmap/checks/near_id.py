"""A sentence looks like a misspelt id.

A string with a space in it is a sentence, not an id. Where it has no full stop and its words are nearly an id that
somebody wrote, the id was probably meant; as a sentence it would be a new claim, without a word of warning.

Fails::

    thesis: moved
    claims:
      moved: {text: The lecture has moved., because: [notice says, seen]}
      seen: {text: Anna read it in the notice., because: notice-says}
      notice-says: The notice says so.

Passes::

    thesis: moved
    claims:
      moved: {text: The lecture has moved., because: [notice-says, seen]}
      seen: {text: Anna read it in the notice., because: notice-says}
      notice-says: The notice says so.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.names import nearest, slug
from argmap.slips import quoted

_WORDS = 6
_ALIKE = 0.85
_COMPARISONS = 100_000
"""How many sentences are held against how many ids, at most: a warning is not worth a wait."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report every bare sentence whose slug is nearly a written id."""
    parts = subject.positions.parts
    written = [claim.id for claim in subject.claims if (claim.id, "id", 0) in parts]
    compared = 0
    for claim in subject.claims:
        place = subject.positions.of(claim.id)
        bare = (claim.id, "id", 0) not in parts and place == parts.get((claim.id, "text", 0))
        if not bare or claim.text[-1] in ".!?" or len(claim.text.split()) > _WORDS:
            continue
        compared += len(written)
        if compared > _COMPARISONS:
            return
        if near := nearest(slug(claim.text), written, _ALIKE):
            message = f'{quoted(claim.text)} is read as a sentence, and looks like the id "{near}"'
            hint = f'write "{near}", or end the sentence with a full stop'
            yield Finding(place, message, hint, claim.id)
