"""A claim asks.

A question is neither true nor false, so nothing can support or attack it. A map argues for one of the answers: write
that answer as the claim, and the question as the title.

Fails::

    thesis: Should the lecture move to room 12?
    because: Room 12 has more seats.

Passes::

    title: Should the lecture move to room 12?
    thesis: The lecture should move to room 12.
    because: Room 12 has more seats.
"""

import unicodedata
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import own, place_of

_BEHIND = " !.…"
_ARMENIAN = "\u055e"
_GREEK = ";"  # Unicode's Greek question mark is a semicolon once text is normal


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim that ends in a question mark of any script."""
    greek = subject.map.language.partition("-")[0].lower() == "el"
    for claim in subject.claims:
        mark = _mark(own(claim.text), greek=greek)
        if mark is not None:
            message = "a claim asks a question, which is neither true nor false"
            hint = "write the answer that the map argues for as a sentence that states it"
            yield Finding(place_of(subject, claim, mark), message, hint, claim.id)


def _mark(text: str, *, greek: bool) -> int | None:
    """Return where the mark of a question stands; Armenian writes it over a vowel of the word that is asked for."""
    last = len(text.rstrip(_BEHIND)) - 1
    final = text[last] if last >= 0 else ""
    if final and not final.isalnum() and (_asks(final) or (greek and final == _GREEK)):
        return last
    return text.index(_ARMENIAN) if _ARMENIAN in text else None


def _asks(character: str) -> bool:
    name = unicodedata.name(character, "")
    return "QUESTION" in name or name == "INTERROBANG"
