"""A claim is several sentences.

Each sentence can be true or false by itself: a class that doubts the second cannot say so, since an objection bears on
the whole card. Sentences that only bear together are co-premises. A quoted passage may have as many sentences as it
likes.

Fails::

    thesis: Socrates is mortal.
    because: Socrates is a man. All men are mortal.

Passes::

    thesis: Socrates is mortal.
    because: [[Socrates is a man., All men are mortal.]]
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import place_of, read
from argmap.slips import quoted

_BREAK = re.compile(r"(?<![.!?])([.!?]++)[)\]]?+(?:,|,? [-–—])?+ (?=([A-ZÀ-ÖØ-Þ][\w’'-]*+))")
_NUMERAL = re.compile(r"[IVXLCDM]{2,}|[B-HJ-Z]")
_LETTERS = re.compile(r"[A-Z]|(?:[A-Za-z]{1,3}\.)+[A-Za-z]{1,3}")
_NUMBER = re.compile(r"\(?(?:\d+|[A-Za-z]|[ivxIVX]+)\)?")

_OPENING = """
    Adm Br Capt Cf Cmdr Col Cpl Dr Fr Ft Gen Gov Hon Insp Lt Maj Messrs Mlle Mme Mmes Mr Mrs Ms Mt Mx Pres Prof Pvt Rep
    Rev Sen Sgt Sr St Ste Supt Thos Wm approx c ca cf e.g eg esp f i.e ie n p pp s v viz vs
    App Art Ch Chap Cor Def Eq Eqs Ex Fig Figs Lem No Nos Prop Pt Sec Tab Thm Vol Vols
"""
_LAST_OR_NOT = """
    Jr Inc Ltd Co Corp Bros Cie al etc ibid ed eds op cit resp Ave Blvd Rd Dept Univ Assn Mass Calif Conn Fla Okla
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Est Intl Natl Govt
"""
_BEGINNERS = """
    The This These Those It He She They We You There But And However Therefore Thus Hence If When Because Since Its
    Their His Her In Moreover Nobody Nothing
"""
_MORE_FOLLOWS = frozenset(_OPENING.split())
"""Abbreviations behind which a full stop ends no sentence, for something belongs to them that follows."""
_MAY_END = frozenset(_LAST_OR_NOT.split())
"""Abbreviations in which a sentence may end: whether one does, the next word tells."""
_BEGINS = frozenset(_BEGINNERS.split())
"""Words that have a capital only where a sentence begins."""
_NAMES_WITH_A_MARK = frozenset({"Yahoo", "Jeopardy"})


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim in which a second sentence begins."""
    for claim in subject.claims:
        text = read(claim.text)
        second = next((match for match in _BREAK.finditer(text) if _ends(text, match)), None)
        if second:
            message = f"a claim is several sentences; the second begins with {quoted(second[2])}"
            hint = "make each sentence a claim of its own; those that only bear together are co-premises"
            yield Finding(place_of(subject, claim, second.end()), message, hint, claim.id)


def _ends(text: str, stop: "re.Match[str]") -> bool:
    """Tell whether a full stop, or what else may end a sentence, does so; two words at least have to follow."""
    start = text.rfind(" ", 0, stop.start()) + 1
    before, after = text[start : stop.start()].lstrip("([").rstrip(")]"), stop[2]
    if " " not in text[stop.end() :] or stop[1].startswith("..") or before.endswith("…"):
        return False
    if stop[1][0] != ".":
        return before not in _NAMES_WITH_A_MARK
    if before in _MORE_FOLLOWS or _NUMERAL.fullmatch(after) or (start == 0 and _NUMBER.fullmatch(before)):
        return False
    return after in _BEGINS or not (before in _MAY_END or _LETTERS.fullmatch(before))
