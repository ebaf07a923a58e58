"""The slips that YAML makes easy, and what to tell the author about each."""

import re
from collections.abc import Sequence

from argmap.problems import Place

_QUOTES = "put the sentence in quotes"
_HINTS = (
    ("mapping values are not allowed", f"a colon and a space start a new key; {_QUOTES} or check the indentation"),
    ("cannot start any token", f"a sentence may not begin with @, ` or %, nor a line with a tab; {_QUOTES}"),
    ("tab character", "indent with spaces, not with tabs"),
    ("unexpected end of stream", "a quote that opens here is never closed"),
    ("expected ',' or", f"a bracket or brace is not closed, or a sentence has a comma or a colon; {_QUOTES}"),
    ("expected node content", "a bracket or brace is not closed, or there is a comma too many"),
    ("expected '-' indicator", f"line this up with the items above; if a sentence begins with a quote, {_QUOTES}"),
    ("expected key", f"line this up with the keys above; if a sentence begins with a quote, * or &, {_QUOTES}"),
    ("alphabetic or numeric", f"a sentence that begins with * or & needs quotes; {_QUOTES}"),
    ("directive", f"a line may not begin with %; {_QUOTES}"),
    ("comment or line break", f"a sentence that begins with > or | needs quotes; {_QUOTES}"),
    ("<document start>", "line this up with the first key, and keep one map to a file"),
    ("could not find expected ':'", f"a key is not followed by a colon; if this goes on a sentence, {_QUOTES}"),
    ("tag", f"a sentence that begins with ! needs quotes; {_QUOTES}"),
)
_ONLY_A_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_KEYS = (
    (re.compile(r"\s*(?:- +)*[\w-]+:(?=[^\s/])"), "put a space after the colon"),
    (re.compile(r"\s*(?:- +)*(?=[\w-]+\s*$)"), "put a colon after the key"),
)
_KEY_FAULTS = ("mapping values", "expected ':'")
_LONGEST = 60


def syntax_hint(fault: str, line: str) -> str | None:
    """Return what to do about a fault in libyaml's words; ``line`` is the text where it was found."""
    if line.startswith("\t"):
        return "indent with spaces, not with tabs"
    if any(words in fault for words in _KEY_FAULTS):
        hint = next((hint for pattern, hint in _KEYS if pattern.match(line)), None)
        if hint:
            return hint
    return next((hint for words, hint in _HINTS if words in fault), None)


def unreadable_key(place: Place, lines: Sequence[str]) -> Place | None:
    """Return where a colon or the space after it is missing, if that is what libyaml could not read.

    YAML takes ``thesis:Moved`` for a sentence. It stops there, at the beginning of the line, or takes the next line for
    more of the sentence and stops at the colon of that.
    """
    before = lines[place.line - 1][: place.column - 1]
    numbers = range(place.line - 1, 0, -1) if _ONLY_A_KEY.fullmatch(before) else ()
    number = next((number for number in numbers if lines[number - 1].strip()), 0)
    number = number if before.strip() else place.line
    matches = (pattern.match(lines[number - 1]) for pattern, _ in _KEYS if number)
    return next((Place(number, match.end() + 1) for match in matches if match), None)


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
