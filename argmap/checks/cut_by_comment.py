"""A comment cuts a sentence short.

To YAML, a space and ``#`` begin a comment, and what follows is not read. Where the sign is followed by a letter or a
digit, and the sentence before it does not end there, the sign was probably meant as part of the sentence: put the
sentence in quotes. A comment that is meant has a space after its ``#``.

Fails::

    thesis:
      text: Both players must obey rule #3 of the game.

Passes::

    thesis:
      text: "Both players must obey rule #3 of the game."  # a comment
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.problems import Place
from argmap.slips import quoted

_COMMENT = re.compile(r"\s+(#\w)")
_ENDS = (".", "!", "?", "…", '"', "”", "»")


def check(subject: Subject) -> Iterator[Finding]:
    """Report every sentence without quotes that a comment follows which looks like more of it."""
    lines = subject.document.lines
    for scalar in subject.scalars:
        if not scalar.plain or scalar.empty or scalar.end is None or scalar.value.endswith(_ENDS):
            continue
        line, column = scalar.end.line, scalar.end.column
        rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
        if match := _COMMENT.match(rest):
            message = f"{quoted(scalar.value)} ends here, for # begins a comment"
            hint = "put the sentence in quotes, or a space after the # if a comment is meant"
            yield Finding(Place(line, column + match.start(1)), message, hint)
