"""An argument is hidden inside one claim.

A word such as *because* or *therefore* joins a reason and a conclusion. Inside one card, neither can be supported or
attacked by itself, and the step from one to the other cannot be undercut: the very thing that a map is for. A claim
about a cause is another matter (*only because*, *because of*, *Rome fell because its army was weak.*).

Fails::

    thesis: The lecture has moved because its old room is too small.

Passes::

    thesis: The lecture has moved.
    because: The old room of the lecture is too small.
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import DETERMINERS, FINITE, PRONOUNS, place_of, read
from argmap.slips import quoted

_SHOWING = "shows|proves|means|implies|entails|demonstrates|establishes|suggests|indicates"
_SIGN = re.compile(
    rf"""\b(?:
    because\b(?![ ]of\b)
    | therefore\b | consequently\b | hence\b
    | thus\b(?![ ](?:far|spoke|spake|understood|defined|conceived|construed|described|called|named|\w+ing)\b)
    | it[ ]follows[ ]that\b
    | (?<=,[ ])which[ ](?:{_SHOWING})[ ]that\b
    | (?<=,[ ])which[ ]is[ ]why\b
    | since\b(?=
        [ ](?:{PRONOUNS}|this|that|these|those)[ ](?!has\b|have\b|had\b|was\b|were\b|did\b)(?:{FINITE})(?!\w)
        | [ ](?:{PRONOUNS})['’](?:s|re|m|ll)\b(?![ ]been)
        | [ ](?:it|he|she)[ ](?!was\b|has\b|always\b|\w*ss\b)\w+s\b)
    | (?<=,[ ])since\b(?=[ ](?:{PRONOUNS})\b)
    | (?<=[,;–—][ ])so\b(?=[ ](?:{PRONOUNS}|{DETERMINERS})\b)(?![ ]that\b)
        (?![ ]\w+[ ](?:say|said|claim|seem|think|believe))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_AT_THE_BEGINNING = ("because", "since")
"""Signs that may begin a claim and have the reasoning in it; of the others, leans-on-context speaks."""

_ABOUT_THE_CAUSE = re.compile(
    r"(?:\b(?:not|only|just|merely|simply|solely|precisely|exactly|partly|mainly|largely|primarily|mostly|chiefly"
    r"|is|are|was|were|be|been|or|and|than|(?:it|that|this)['’]s)|n['’]t) $",
    re.IGNORECASE,
)
_IN_A_CLAUSE = re.compile(
    r"\b(?:who|whom|whoever|whose|which|that (?:is|are|was|were)|if|whether|when|whenever|unless)\b[^,;:]*$",
    re.IGNORECASE,
)
_VERB = re.compile(rf"(?<!\w)(?:{FINITE})(?!\w)", re.IGNORECASE)
_IN_THE_PAST = re.compile(r"\b(?:was|were|had|did|could|would|\w+ed)\b|\b(?:was|were|had|did|could|would)n['’]t\b")
_DENIED = re.compile(r"(?:\b(?:not|never)|n['’]t) $", re.IGNORECASE)
_IN_TIME = re.compile(
    r"\b(?:ever|long|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|generations?) $",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b|n['’]t been\b|['’]ve\b", re.IGNORECASE)
_LIKENESS = re.compile(r"(?:Just )?[Aa]s\b")
_CONDITION = re.compile(r"\b[Ii]f\b")
_LOOKED_BACK = 150


def check(subject: Subject) -> Iterator[Finding]:
    """Report the first word in every claim that marks an argument."""
    for claim in subject.claims:
        text = read(claim.text)
        if " " not in text:
            continue  # a name such as that of an inference: moved.because.1
        sign = next((match for match in _SIGN.finditer(text) if _reasons(text, match)), None)
        if sign:
            message = f"{quoted(sign[0])} marks an argument inside one claim"
            hint = "make reason and conclusion two claims; or, if it is about a cause, ignore: reasoning-inside"
            yield Finding(place_of(subject, claim, sign.start()), message, hint, claim.id)


def _reasons(text: str, sign: "re.Match[str]") -> bool:
    """Tell whether a sign that can stand for reasoning does so here."""
    word = sign[0].lower()
    before = text[max(0, sign.start() - _LOOKED_BACK) : sign.start()]
    if not before:
        return word in _AT_THE_BEGINNING
    match word:
        case "because":
            explains = not _VERB.search(before) and _IN_THE_PAST.search(text, sign.end())
            return not (explains or _ABOUT_THE_CAUSE.search(before) or _IN_A_CLAUSE.search(before))
        case "since":
            return not (_IN_TIME.search(before) or _PERFECT.search(before))
        case "so":
            return not _LIKENESS.match(text)
        case "it follows that":
            return not _CONDITION.search(before)
    return not (_DENIED.search(before) or _IN_TIME.search(before))
