"""Two claims say the same.

What bears on the one does not bear on the other, and the drawing shows the sentence twice. Capitals, the kind of
quotes and what stands at the end make no difference. The same bare sentence twice is one claim anyway.

Fails::

    thesis: moved
    claims:
      moved: {text: The lecture has moved., because: [notice-says, [poster-says, poster-official]]}
      notice-says: There is a notice at the door.
      poster-says: There is a notice at the door
      poster-official: Notices at the door are official.

Passes::

    thesis: moved
    claims:
      moved: {text: The lecture has moved., because: [notice-says, [notice-says, notice-official]]}
      notice-says: There is a notice at the door.
      notice-official: Notices at the door are official.
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.names import normal

_ENDS = " .!?…。！？؟;:,'\""
_QUOTES = str.maketrans(dict.fromkeys("‘’‚", "'") | dict.fromkeys("“”„«»", '"'))


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim whose sentence an earlier one has already."""
    positions = subject.positions
    first: dict[str, str] = {}
    for claim in sorted(subject.claims, key=lambda claim: positions.of(claim.id)):
        earlier = first.setdefault(_said(claim.text), claim.id)
        if earlier != claim.id:
            line = subject.line(earlier)
            message = f"{subject.named(claim.id)} says the same as {subject.named(earlier)} (line {line})"
            hint = f'use "{earlier}" in its place, or say in what they differ'
            yield Finding(positions.of(claim.id), message, hint, claim.id)


def _said(text: str) -> str:
    """Return a sentence without what makes no difference to it."""
    return normal(text.casefold()).translate(_QUOTES).rstrip(_ENDS) or text
