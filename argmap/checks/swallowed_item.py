"""An item of a list is read as part of the sentence above it.

YAML takes a line that is indented deeper than the sentence above it for more of that sentence, even where it begins
with a dash. Line the dashes up; or, if the item is to bear on the sentence, write the sentence as a claim with
``text`` and give it ``because`` or ``but``. An item begins with a dash and a space: without the space, or with the
longer dash or the dot of a word processor, it is only a sentence that begins so.

Fails::

    thesis: The street is wet.
    because:
      - The wind brought clouds from the sea
        - The clouds brought rain to the town.

Passes::

    thesis: The street is wet.
    because:
      - The wind brought clouds from the sea.
      - The clouds brought rain to the town.
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.problems import Place

_ITEM = re.compile(r"(?:-\s|--?(?=[^\W\d_])|[–—•‣▪●]\s*(?=\S))")
"""What begins a line that was meant as an item; a dash before a digit is rather a minus."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report every line of a sentence without quotes that looks like an item of a list."""
    lines = subject.document.lines
    for scalar in subject.scalars:
        if not scalar.plain or scalar.empty:
            continue
        if _ITEM.match(scalar.value):
            message = "this looks like an item, and is read as a sentence that begins so"
            yield Finding(scalar.place, message, "begin an item with a dash and a space")
        last = scalar.end.line if scalar.end else scalar.place.line
        for number in range(scalar.place.line + 1, min(last, len(lines)) + 1):
            line = lines[number - 1].lstrip()
            if _ITEM.match(line):
                place = Place(number, len(lines[number - 1]) - len(line) + 1)
                message = "this looks like an item, and is read as part of the sentence above"
                hint = "begin it with a dash and a space, in line with the item above, or put the sentence in quotes"
                yield Finding(place, message, hint)
