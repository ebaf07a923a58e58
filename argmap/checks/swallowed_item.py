"""An item of a list is read as part of the sentence above it.

YAML takes a line that is indented deeper than the sentence above it for more of that sentence, even where it begins
with a dash. Line the dashes up; or, if the item is to bear on the sentence, write the sentence as a claim with
``text`` and give it ``because`` or ``but``.

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

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.problems import Place


def check(subject: Subject) -> Iterator[Finding]:
    """Report every line of a sentence without quotes that begins with a dash and a space."""
    lines = subject.document.lines
    for scalar in subject.scalars:
        last = scalar.end.line if scalar.plain and scalar.end else scalar.place.line
        for number in range(scalar.place.line + 1, min(last, len(lines)) + 1):
            line = lines[number - 1]
            if line.lstrip().startswith("- "):
                place = Place(number, len(line) - len(line.lstrip()) + 1)
                message = "this looks like an item, and is read as part of the sentence above"
                yield Finding(
                    place, message, "line the dash up with that of the item above, or put the sentence in quotes"
                )
