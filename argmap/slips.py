"""The slips that YAML makes easy, and what to tell the author about each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.problems import Place

_QUOTES = "put the sentence in quotes"
_STRAIGHT_QUOTES = "put the sentence in straight quotes"
_CURLY = ("“", "”", "„", "«", "»", "‘")
_SPACES = "indent with spaces, not with tabs"
_LOOK = "look at this line and the one above for a quote, a bracket or a colon"

MAP_KEYS = (
    "argmap", "title", "author", "date", "note", "language", "ignore",
    "thesis", "because", "but", "claims", "sources", "views", "steps",
)  # fmt: skip
INFERENCE_KEYS = ("premises", "scheme", "unless")
CLAIM_KEYS = (
    "text", "label", "source", "by", "implicit", "tags", "note", "url", "ignore", "because", "but", "id", "scheme",
    "unless",
)  # fmt: skip
KEYS = tuple(dict.fromkeys((*MAP_KEYS, *INFERENCE_KEYS, *CLAIM_KEYS)))
"""The words of the format: what its authors mean as keys, wherever in the file it stands."""


Edits = Mapping[int, tuple[str, ...]]
"""The lines that stand for others, which have the numbers; one line may become two."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in a file and how to read it all the same; without edits, it cannot be guessed what was meant."""

    place: Place
    message: str
    hint: str | None
    edits: Edits | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """What libyaml says of a slip, what is wrong in plain words, and what to do."""

    fault: str
    message: str
    hint: str


_SLIPS = (
    _Words(
        "mapping values are not allowed",
        "a colon and a space stand where no key can be",
        f"a colon and a space start a new key; {_QUOTES} or check the indentation",
    ),
    _Words(
        "cannot start any token",
        "nothing without quotes can begin with this character",
        f"a sentence may not begin with @, ` or %, nor a line with a tab; {_QUOTES}",
    ),
    _Words("tab character", "a tab stands where only spaces may", _SPACES),
    _Words("unexpected end of stream", "the file ends inside a quote", "a quote that opens here is never closed"),
    _Words(
        "expected ',' or",
        "what stands in brackets or braces does not end, or lacks a comma",
        f"a bracket or brace is not closed, or a sentence has a comma or a colon; {_QUOTES}",
    ),
    _Words(
        "expected node content",
        "an item is missing here",
        "a bracket or brace is not closed, or there is a comma too many",
    ),
    _Words(
        "expected '-' indicator",
        "this stands among the items of a list, and does not begin with a dash",
        "line this up with the items above",
    ),
    _Words(
        "expected key",
        "this stands among keys, and is none",
        "line this up with the keys above",
    ),
    _Words(
        "alphabetic or numeric",
        "* or & begins the name of an anchor, and no name follows",
        f"a sentence that begins with * or & needs quotes; {_QUOTES}",
    ),
    _Words(
        "directive", "a line that begins with % is an instruction to YAML", f"a line may not begin with %; {_QUOTES}"
    ),
    _Words(
        "comment or line break",
        "> or | begins a block of text, and only the lines below it belong to that",
        f"a sentence that begins with > or | needs quotes; {_QUOTES}",
    ),
    _Words(
        "<document start>",
        "the map has ended above this line",
        "line this up with the first key, and keep one map to a file",
    ),
    _Words(
        "could not find expected ':'",
        "this stands where a key should, and has no colon",
        f"a key is not followed by a colon; if this goes on a sentence, {_QUOTES}",
    ),
    _Words(
        "tag", "! begins a tag of YAML's, and a map has none", f"a sentence that begins with ! needs quotes; {_QUOTES}"
    ),
    _Words(
        "mapping keys are not allowed",
        "a question mark and a space begin a key to YAML",
        f"a sentence that begins with ? needs quotes; {_QUOTES}",
    ),
    _Words(
        "document indicator", "a line of --- or ... stands inside a quote", "a quote that opens above is never closed"
    ),
    _Words("incompatible YAML", "a line that begins with % is an instruction to YAML", "delete the line"),
    _Words(
        "indentation indicator",
        "> or | begins a block of text, and only the lines below it belong to that",
        f"a sentence that begins with > or | needs quotes; {_QUOTES}",
    ),
)
_ANCHOR = _Words("", "a sentence without quotes cannot begin with * or &", _QUOTES)
_QUOTED_WORD = _Words(
    "", "the quotes end before the sentence does", f"if a sentence begins with a quote, {_QUOTES} of the other kind"
)
QUOTES_END = (_QUOTED_WORD.message, _QUOTED_WORD.hint)
_OPENINGS = {"*": _ANCHOR, "&": _ANCHOR, '"': _QUOTED_WORD, "'": _QUOTED_WORD}
_OPENING = re.compile(r" *(?:- +)*(?:[\w-]+:\s+)?([\"'*&])")
OUT_OF_LINE = ("expected '-' indicator", "expected key", "<document start>")
"""What libyaml says where something stands that belongs to nothing above it."""
_ONLY_A_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_WORD = "|".join(KEYS)
_SLIPS_AT_KEYS = (
    (
        re.compile(r"\s*(?:- +)*[\w-]+:(?P<at>(?P<gap>))(?=[^\s/])"),
        " ",
        "no space follows the colon of this key",
        "put a space after the colon",
    ),
    (
        re.compile(r"\s*(?:- +)*(?P<at>[\w-]+)(?P<gap>)(?=\s*$)"),
        ":",
        "no colon follows this key",
        "put a colon after the key",
    ),
    (
        re.compile(rf"(?:{'|'.join(MAP_KEYS)})(?P<gap>\s*(?P<at>=)\s*)"),
        ": ",
        "an equals sign stands where a key has its colon",
        'write "thesis: ..." with a colon, and so with every key',
    ),
)
_GLUED = re.compile(rf" *(?:- +)*(?:{_WORD}):(?=[^\s/:])|(?:{'|'.join(MAP_KEYS)})\s*(?==)")
SPACES = {
    "\u00a0": "a no-break space",
    "\u2007": "a figure space",
    "\u202f": "a narrow no-break space",
    "\u3000": "an ideographic space",
}
_SPACE = "".join(SPACES)
OTHER_SPACE = re.compile(f"[{_SPACE}]")
PLAIN_SPACES = dict.fromkeys(map(ord, _SPACE), " ")
_HEAD = re.compile(
    rf"(?P<lead>[ {_SPACE}]*)(?:(?P<dashes>(?:-[ {_SPACE}]+)+)(?P<known>(?:{'|'.join(KEYS)}):(?:[ {_SPACE}]+|$))?"
    rf"|(?P<key>[\w-]+:(?:[ {_SPACE}]+|$)))"
)
_SIGNED = re.compile(rf"[-:][{_SPACE}]")
_BLOCK = re.compile(r"(?:.*[\s:-])?[|>][-+\d]*\s*(?:#.*)?")
_KEY_FAULTS = ("mapping values", "expected ':'")
_LONGEST = 60


def told(fault: str, line: str, column: int) -> tuple[str, str | None]:
    """Return what is wrong and what to do, for a fault in libyaml's words; it was found in ``column`` of a ``line``."""
    if line.startswith("\t"):
        return "a line begins with a tab", _SPACES
    slip = next((slip for slip in _SLIPS if slip.fault in fault), None)
    if sign := _opening_sign(fault, line):
        slip = _OPENINGS[sign]
    elif any(words in fault for words in _KEY_FAULTS) and (at_key := key_slip(line, column)):
        return at_key
    if slip is None:
        return f"this is not YAML: {fault}", _LOOK
    curly = any(quote in line for quote in "“”„")
    return slip.message, slip.hint.replace(_QUOTES, _STRAIGHT_QUOTES) if curly else slip.hint


def _opening_sign(fault: str, line: str) -> str | None:
    """Return the sign with which a sentence begins, where YAML stopped for what follows that sign."""
    match = _OPENING.match(line) if any(words in fault for words in OUT_OF_LINE) else None
    return match[1] if match else None


def key_slip(line: str, column: int) -> tuple[str, str] | None:
    """Return what is wrong and what to do, where the key of a line lacks its colon or the space after it."""
    found = _at_key(line, column)
    return found[2:] if found else None


def with_sign_at_key(line: str, column: int) -> str | None:
    """Return a line with the colon after its key, or the space after that, which it lacks; none if it lacks neither."""
    found = _at_key(line, column)
    return line[: found[0].start("gap")] + found[1] + line[found[0].end("gap") :] if found else None


def _at_key(line: str, column: int) -> tuple[re.Match[str], str, str, str] | None:
    """Return the slip at a key that has its place in a column, with what mends it."""
    for pattern, sign, message, hint in _SLIPS_AT_KEYS:
        if (match := pattern.match(line)) and match.start("at") + 1 == column:
            return match, sign, message, hint
    return None


def unreadable_key(place: Place, lines: Sequence[str]) -> Place | None:
    """Return where a colon or the space after it is missing, if that is what libyaml could not read.

    YAML takes ``thesis:Moved`` for a sentence. It stops there, at the beginning of the line, or takes the next line for
    more of the sentence and stops at the colon of that.
    """
    before = lines[place.line - 1][: place.column - 1]
    numbers = range(place.line - 1, 0, -1) if _ONLY_A_KEY.fullmatch(before) else ()
    number = next((number for number in numbers if lines[number - 1].strip()), 0)
    number = number if before.strip() else place.line
    matches = (pattern.match(lines[number - 1]) for pattern, *_ in _SLIPS_AT_KEYS if number)
    return next((Place(number, match.start("at") + 1) for match in matches if match), None)


def glued_key(line: str) -> int | None:
    """Return the column of the slip at a word of the format that begins a line, and would be a key but for that slip.

    >>> glued_key("thesis:The lecture has moved."), glued_key("because = The notice says so.")
    (8, 9)
    """
    match = _GLUED.match(line)
    return match.end() + 1 if match else None


def plain_spaces(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield the slip of every line indented with other spaces than YAML knows, or with one behind its dash or colon."""
    block: int | None = None
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip(" ")):
            continue  # a block of text, in which spaces are its own
        block = indent if _BLOCK.fullmatch(line) else None
        match = _HEAD.match(line)
        head = match[0] if match else ""
        other = next((at for at, character in enumerate(head) if character in SPACES), None)
        if match is None or other is None:
            continue
        if _SIGNED.search(head) or other < match.end("lead") or match["known"]:
            edits = {number: (head.translate(PLAIN_SPACES) + line[len(head) :],)}
            yield other_space(Place(number, other + 1), head[other], edits)


def other_space(place: Place, space: str, edits: Edits) -> Slip:
    """Return the slip of a space that YAML does not know."""
    return Slip(place, f"{SPACES[space]} stands here (U+{ord(space):04X})", "replace it with a plain space", edits)


def key_hint(key: str) -> str | None:
    """Return the hint for an unknown key that is really part of a sentence."""
    if key.startswith(_CURLY):
        return f"if this begins a sentence, {_STRAIGHT_QUOTES}"
    if any(character.isspace() for character in key.strip()) or key.endswith((".", "!", "?")):
        return f"if this belongs to a sentence, {_QUOTES}"
    return None


def quoted(text: str) -> str:
    """Return what an author wrote in quotes and on one line, cut where it is long.

    >>> quoted("The notice says")
    '"The notice says"'
    """
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST].rstrip()}…"'
