"""Lines that YAML cannot read, mended as their author probably meant them, so that reading can go on behind them.

A mended line is still reported, and a map with such a line is never drawn; but the faults of all other lines come to
light in the same run.
"""

import re
from collections.abc import Sequence

from argmap.slips import with_sign_at_key

_VALUE = re.compile(r"( *(?:- +)*(?:[\w-]+:\s+)?)(\S.*?)\s*")
_BRACKETS = ("[", "{")


def mended(line: str) -> str | None:
    """Return a line as it was probably meant; none where that cannot be guessed.

    A key gets its colon, or the space after it; any other line has its sentence put in quotes.

    >>> mended("  - He said: all")
    '  - "He said: all"'
    >>> mended("thesis:Moved")
    'thesis: Moved'
    """
    return with_sign_at_key(line) or _quoted(line)


def goes_on(lines: Sequence[str], number: int, mended_lines: set[int]) -> bool:
    """Tell whether a line, numbered from 1, only goes on a mended one: its sentence was mended just in part."""
    return (
        number - 1 in mended_lines and number <= len(lines) and _indent(lines[number - 1]) > _indent(lines[number - 2])
    )


def _quoted(line: str) -> str | None:
    """Return a line with its value or item in quotes; brackets may hold more than one sentence, and are left alone."""
    match = _VALUE.fullmatch(line)
    if not match or match[2].startswith(_BRACKETS):
        return None
    value = match[2].replace("\\", "\\\\").replace('"', '\\"')
    return f'{match[1]}"{value}"'


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
