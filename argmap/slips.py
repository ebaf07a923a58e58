"""The slips that YAML makes easy, and what to tell the author about each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.problems import Place

_QUOTES = "put the sentence in quotes"
_STRAIGHT_QUOTES = "put the sentence in straight quotes"
_SPACES = "indent with spaces, not with tabs"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: what libyaml says of it, what is wrong in plain words, and what to do."""

    fault: str
    message: str
    hint: str


_SLIPS = (
    Slip(
        "mapping values are not allowed",
        "a colon and a space stand where no key can be",
        f"a colon and a space start a new key; {_QUOTES} or check the indentation",
    ),
    Slip(
        "cannot start any token",
        "nothing without quotes can begin with this character",
        f"a sentence may not begin with @, ` or %, nor a line with a tab; {_QUOTES}",
    ),
    Slip("tab character", "a tab stands where only spaces may", _SPACES),
    Slip("unexpected end of stream", "the file ends inside a quote", "a quote that opens here is never closed"),
    Slip(
        "expected ',' or",
        "what stands in brackets or braces does not end, or lacks a comma",
        f"a bracket or brace is not closed, or a sentence has a comma or a colon; {_QUOTES}",
    ),
    Slip(
        "expected node content",
        "an item is missing here",
        "a bracket or brace is not closed, or there is a comma too many",
    ),
    Slip(
        "expected '-' indicator",
        "this stands among the items of a list, and does not begin with a dash",
        "line this up with the items above",
    ),
    Slip(
        "expected key",
        "this stands among keys, and is none",
        "line this up with the keys above",
    ),
    Slip(
        "alphabetic or numeric",
        "* or & begins the name of an anchor, and no name follows",
        f"a sentence that begins with * or & needs quotes; {_QUOTES}",
    ),
    Slip("directive", "a line that begins with % is an instruction to YAML", f"a line may not begin with %; {_QUOTES}"),
    Slip(
        "comment or line break",
        "> or | begins a block of text, and only the lines below it belong to that",
        f"a sentence that begins with > or | needs quotes; {_QUOTES}",
    ),
    Slip(
        "<document start>",
        "the map has ended above this line",
        "line this up with the first key, and keep one map to a file",
    ),
    Slip(
        "could not find expected ':'",
        "this stands where a key should, and has no colon",
        f"a key is not followed by a colon; if this goes on a sentence, {_QUOTES}",
    ),
    Slip(
        "tag", "! begins a tag of YAML's, and a map has none", f"a sentence that begins with ! needs quotes; {_QUOTES}"
    ),
)
_ANCHOR = Slip("", "a sentence without quotes cannot begin with * or &", _QUOTES)
_QUOTED_WORD = Slip(
    "", "the quotes end before the sentence does", f"if a sentence begins with a quote, {_QUOTES} of the other kind"
)
_OPENINGS = {"*": _ANCHOR, "&": _ANCHOR, '"': _QUOTED_WORD, "'": _QUOTED_WORD}
_OPENING = re.compile(r" *(?:- +)*(?:[\w-]+:\s+)?([\"'*&])")
_OUT_OF_LINE = ("expected '-' indicator", "expected key")
_ONLY_A_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_KEYS = (
    (
        re.compile(r"\s*(?:- +)*[\w-]+:(?P<at>)(?=[^\s/])"),
        " ",
        "no space follows the colon of this key",
        "put a space after the colon",
    ),
    (re.compile(r"\s*(?:- +)*(?P<at>[\w-]+)(?=\s*$)"), ":", "no colon follows this key", "put a colon after the key"),
)
_KEY_FAULTS = ("mapping values", "expected ':'")
_LONGEST = 60


def syntax_slip(fault: str, line: str) -> tuple[str, str | None]:
    """Return what is wrong and what to do, for a fault in libyaml's words; ``line`` is the text where it was found."""
    if line.startswith("\t"):
        return "a line begins with a tab", _SPACES
    slip = next((slip for slip in _SLIPS if slip.fault in fault), None)
    if sign := _opening_sign(fault, line):
        slip = _OPENINGS[sign]
    elif any(words in fault for words in _KEY_FAULTS):
        for pattern, _, message, hint in _KEYS:
            if pattern.match(line):
                return message, hint
    if slip is None:
        return f"this is not YAML: {fault}", None
    curly = any(quote in line for quote in "“”„")
    return slip.message, slip.hint.replace(_QUOTES, _STRAIGHT_QUOTES) if curly else slip.hint


def _opening_sign(fault: str, line: str) -> str | None:
    """Return the sign with which a sentence begins, where YAML stopped for what follows that sign."""
    match = _OPENING.match(line) if any(words in fault for words in _OUT_OF_LINE) else None
    return match[1] if match else None


def with_sign_at_key(line: str) -> str | None:
    """Return a line with the colon after its key, or the space after that, which it lacks; none if it lacks neither."""
    for pattern, sign, _, _ in _KEYS:
        if match := pattern.match(line):
            return line[: match.end()] + sign + line[match.end() :]
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
    matches = (pattern.match(lines[number - 1]) for pattern, *_ in _KEYS if number)
    return next((Place(number, match.start("at") + 1) for match in matches if match), None)


def key_hint(key: str) -> str | None:
    """Return the hint for an unknown key that is really part of a sentence."""
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
