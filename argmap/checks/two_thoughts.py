"""A claim may hold two thoughts.

Where *and*, *but* or a semicolon joins two clauses, someone may grant the one and doubt the other, and the card leaves
no way to say so. Co-premises, or two claims, keep them apart. A pair of nouns (*bread and butter*) is one thought.

Fails::

    thesis: The lecture has moved.
    because: The notice says so, and the notice is reliable.

Passes::

    thesis: The lecture has moved.
    because: [[The notice says so., The notice is reliable.]]
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import FINITE, PRONOUNS, place_of, read
from argmap.slips import quoted

_JOINT = re.compile(r";|(?<= )(?:and|but)(?= )")
_SOME = 20
"""How many joints of one claim are looked at, at most."""

_VERB = re.compile(rf"(?<!\w)(?:{FINITE})(?!\w)", re.IGNORECASE)
_ENDS_IN_VERB = re.compile(rf"(?<!\w)(?:{FINITE}|not|to),? $", re.IGNORECASE)
_NEW_SUBJECT = re.compile(rf" (?:(?:{PRONOUNS}) \w|(?:this|that|these|those) (?:{FINITE})(?!\w))")
_NEW_VERB = re.compile(rf" (?:also |therefore |thus |still )?(?:{FINITE})(?!\w)")
_SUBORDINATE = re.compile(
    r"\b(?:if|when|whenever|whether|who|whom|whose|whoever|which|that|unless|until|while|although|though|because|since|"
    r"where|how|why|what|whatever|both|between|either|than)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"(?:\b(?:not|no|never|nothing|none|neither|only|hardly|rarely|cannot)|n['’]t)\b", re.IGNORECASE)
_SAVE = re.compile(
    r"\b(?:nothing|anything|everything|all|none|nobody|everyone|cannot|choice|option|one|last|no),? $", re.I
)
_AFTER_BUT = re.compile(r" (?:for|also|rather|only)\b")


def check(subject: Subject) -> Iterator[Finding]:
    """Report the first word or sign in every claim that surely joins two clauses."""
    for claim in subject.claims:
        text = read(claim.text)
        joints = (match for match, _ in zip(_JOINT.finditer(text), range(_SOME), strict=False))
        if joint := next((match for match in joints if _joins_thoughts(text, match)), None):
            message = f"{quoted(joint[0])} seems to join two thoughts in one claim"
            hint = "if one could be granted and the other doubted, make them two claims"
            yield Finding(place_of(subject, claim, joint.start()), message, hint, claim.id)


def _joins_thoughts(text: str, joint: "re.Match[str]") -> bool:
    before, after = text[: joint.start()], text[joint.end() :]
    match joint[0]:
        case "and":
            return not _SUBORDINATE.search(before) and (_joins_clauses(before, after) or _lone_comma(text, before))
        case "but":
            return not (_SAVE.search(before) or _AFTER_BUT.match(after)) and _turns(before, after)
    return True


def _joins_clauses(before: str, after: str) -> bool:
    """Tell whether there is a verb on both sides, or a subject that needs one."""
    if _NEW_SUBJECT.match(after) and (before.endswith(", ") or _NEW_VERB.match(after[after.find(" ", 1) :])):
        return True
    if not _VERB.search(before):
        return False
    if _NEW_VERB.match(after):
        return not _ENDS_IN_VERB.search(before)
    return bool(_VERB.search(after)) and not _SUBORDINATE.search(after)


def _lone_comma(text: str, before: str) -> bool:
    """Tell whether the only comma of a claim stands here, so that it makes neither a list nor an aside."""
    return before.endswith(", ") and text.count(", ") == 1


def _turns(before: str, after: str) -> bool:
    """Tell whether *but* brings another thought; *not this but that* is one."""
    if _NEW_SUBJECT.match(after):
        return True
    if _DENIAL.search(before):
        return False
    return before.endswith(", ") or _joins_clauses(before, after)
