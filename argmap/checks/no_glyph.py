"""The font of the drawing lacks characters of a sentence or label.

The drawing shows an empty box in their place. The font, Source Sans Pro, has Latin, Cyrillic and Greek letters and the
usual signs; it has no Chinese, no Hebrew, no emoji. What shows nothing by rule, such as a joiner, is not missed.
``argmap render --font FILE`` draws with another font.

Fails::

    thesis: {text: The sign over the door says 出口., label: The sign says 出口}

Passes::

    thesis: {text: The sign over the door says «выход»., label: The sign says «выход»}
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from argmap.checks.subject import Finding, Subject
from argmap.text import default_font

USUAL = re.compile("[ -~\u00a0-\u017e\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f–—‘’‚“”„…]+")
"""Letters and signs that the font has: to open it takes longer than all checks together."""

_NAMED = 3
_HINT = (
    "an empty box would be drawn for each; write it with other characters, or draw with --font and a font that has them"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Report every sentence and label that cannot be drawn as it is written."""
    told = "\ufffd" if subject.document.problems else ""  # what reading put in the place of a character it reported
    for claim in subject.claims:
        for part, text in (("text", claim.text), ("label", claim.label)):
            if missing := list(islice(_lacking(text.replace(told, "")), _NAMED + 1)):
                place = subject.positions.of(claim.id, part)
                message = f"the drawing's font has no {listed(missing)}"
                yield Finding(place, message, _HINT, claim.id)


def _lacking(text: str) -> Iterator[str]:
    """Yield each character that the font lacks."""
    if unusual := USUAL.sub("", text):
        yield from default_font().lacking(unusual)


def listed(characters: list[str]) -> str:
    """Name a few characters."""
    names = [_named(character) for character in characters[:_NAMED]]
    last = "others" if len(characters) > _NAMED else names.pop()
    return f"{', '.join(names)} and {last}" if names else last


def _named(character: str) -> str:
    """Return a character, where it can be seen, and its number."""
    number = f"U+{ord(character):04X}"
    if not character.isprintable():
        return number
    return f'"{"◌" if unicodedata.category(character)[0] == "M" else ""}{character}" ({number})'
