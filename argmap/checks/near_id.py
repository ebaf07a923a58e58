"""A sentence looks like an id, or like several.

A string with a space or a full stop in it is a sentence, not an id. Where its words are nearly an id that somebody
wrote, or are several ids, those were probably meant; as a sentence it would be a new claim, without a word of warning.
Several ids are a list: ``[one, another]``. The name that an inference was given is no sentence either: what attacks an
inference is written ``unless``, at the inference itself.

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

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.names import nearest, slug
from argmap.slips import quoted

_WORDS = 6
_ALIKE = 0.85
_COMPARISONS = 100_000
"""How many sentences are held against how many ids, at most: a warning is not worth a wait."""
_JOINTS = re.compile(r"[\s,;&/+]+(?:and\s+)?")


def check(subject: Subject) -> Iterator[Finding]:
    """Report every bare sentence that is made of written ids, is nearly one, or names an inference."""
    parts = subject.positions.parts
    written = [claim.id for claim in subject.claims if (claim.id, "id", 0) in parts]
    compared = 0
    for claim in subject.claims:
        place = subject.positions.of(claim.id)
        if (claim.id, "id", 0) in parts or place != parts.get((claim.id, "text", 0)):
            continue
        found = _made_of(claim.text, subject)
        if not found and claim.text[-1] not in ".!?" and len(claim.text.split()) <= _WORDS:
            compared += len(written)
            near = nearest(slug(claim.text), written, _ALIKE) if compared <= _COMPARISONS else None
            hint = f'write "{near}", or end the sentence with a full stop'
            found = (f'looks like the id "{near}"', hint) if near else None
        if found:
            what, hint = found
            yield Finding(place, f"{quoted(claim.text)} is read as a sentence, and {what}", hint, claim.id)


def _made_of(text: str, subject: Subject) -> tuple[str, str] | None:
    """Say that a sentence is an id with a full stop, several ids, or the name of an inference; and what to write."""
    if text in subject.map.inference:
        return "is the name of an inference", "to attack an inference, write unless at the inference itself"
    names = [name for name in _JOINTS.split(text.strip("[]().!?,; ")) if name]
    if not names or any((name, "id", 0) not in subject.positions.parts for name in names):
        return None
    if len(names) == 1:
        return "is an id with more beside it", f"write {names[0]}"
    return "is made of ids", f"write them as a list: [{', '.join(names)}]"
