"""Ids: which strings are ids, the ids of claims that nobody named, and the nearest known name."""

import re
import unicodedata
from collections.abc import Container, Iterable
from difflib import SequenceMatcher

SLUG_LIMIT = 40
"""How many characters an id made from a sentence has at most."""

_ID = re.compile(r"(?:\w|-)+")
_ALIKE = 0.7
"""The share of matching characters (Ratcliff and Obershelp 1988) from which one name is taken for a slip of another."""


def is_id(text: str) -> bool:
    """Tell whether a string is an id: a letter of any script, then letters, digits, ``-`` and ``_``.

    >>> is_id("moved-2"), is_id("2-moved"), is_id("It has moved.")
    (True, False, False)
    """
    return text[:1].isalpha() and _ID.fullmatch(text) is not None


def normal(text: str) -> str:
    r"""Return text in Unicode's composed form (NFC) with every run of white space as one space.

    >>> normal("All  men\n are mortal. ")
    'All men are mortal.'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def slug(text: str) -> str:
    """Return the id that a sentence gets: lower case, letters and digits, cut at a word before 40 characters.

    >>> slug("The notice says so.")
    'the-notice-says-so'
    """
    words = re.findall(r"[^\W_]+", text.lower())
    kept = words[0][: SLUG_LIMIT - 1] if words else "claim"
    for word in words[1:]:
        if len(kept) + 1 + len(word) >= SLUG_LIMIT:
            break
        kept += f"-{word}"
    return kept if is_id(kept) else f"claim-{kept}"


def unused(wanted: str, taken: Container[str]) -> str:
    """Return a name that is not taken: the one wanted, or that with ``-2``, ``-3``, ... behind it."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def nearest(name: str, known: Iterable[str], alike: float = _ALIKE) -> str | None:
    """Return the known name that looks most like a misspelt one, if any does.

    >>> nearest("freindly", ["friendly", "hostile"])
    'friendly'
    """
    best, best_score = None, alike
    wanted = name.lower()
    letters = set(wanted)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for candidate in known:
        other = candidate.lower()
        if _most_alike(wanted, letters, other, set(other)) < best_score:
            continue
        matcher.set_seq1(other)
        if matcher.quick_ratio() < best_score:
            continue
        if (score := matcher.ratio()) > best_score or (best is None and score >= best_score):
            best, best_score = candidate, score
    return best


def _most_alike(one: str, letters_of_one: set[str], other: str, letters_of_other: set[str]) -> float:
    """Return how alike two words are at most, which takes hardly any time: letters that only one has match nothing."""
    most = min(len(one) - len(letters_of_one - letters_of_other), len(other) - len(letters_of_other - letters_of_one))
    return 2.0 * most / (len(one) + len(other)) if one or other else 1.0


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the hint that names the nearest known name, if one is near."""
    near = nearest(name, known)
    return f'did you mean "{near}"?' if near else None
