"""A claim is no sentence.

Only a sentence can be true or false. A word or two are mostly a heading: they name what the claim is about, and leave
open what it says about that. Two words with a verb are a sentence (*God exists.*).

Fails::

    thesis: The lecture has moved.
    because: The notice.

Passes::

    thesis: The lecture has moved.
    because: The notice says so.
"""

import re
from collections.abc import Iterator

from argmap.checks import near_id
from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import FINITE, PRONOUNS, count, place_of
from argmap.slips import quoted

_FEWEST = 3
_ENGLISH = re.compile("[A-Za-z]")
_NO_WORDS = re.compile("[?=<>≠≤≥≈→⇒↔⇔∧∨¬∀∃∈]")
"""Signs of a formula, which says something in few words; and of a question, of which another check speaks."""

_SURE_VERB = re.compile(
    rf"(?:\S+ (?!can\b|might\b|must\b|will\b)"  # these name things too: free will
    rf"(?:{FINITE}|exists?|existed|died?|dies|lied|lies|matters?|works?|failed|fails)"
    rf"|(?:{PRONOUNS}|that|this|these|those)['’](?:s|re|m|ll|ve|d) \S+?)[.!…]?",
    re.IGNORECASE,
)
_LIKELY_VERB = re.compile(
    rf"""(?!(?:a|an|the|my|your|his|her|its|our|their|no|every)[ ])(?:
    \S+[ ]\w*(?:s|ed)
    | \S+[ ](?:came|went|won|lost|fell|rose|ran|grew|broke|spoke|wrote|left|sank|froze|slept|fled|began|fought|knew|met
        |withdrew|thought|gave|told|paid|led|said|arose|forgot|understood|spread|shrank|sang|swam|flew|bled)
    | (?:{PRONOUNS}|people|men|women|children|everyone|nobody|\w+(?<!['’])s)[ ]\w+
    )[.!…]""",
    re.VERBOSE | re.IGNORECASE,
)
"""What is probably a verb where a full stop makes the two words a sentence."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim of one word, and those of two that have no verb; but not what is rather a misspelt id."""
    found = list(_found(subject))
    misspelt = {finding.about for finding in near_id.check(subject)} if found else set()
    yield from (finding for finding in found if finding.about not in misspelt)


def _found(subject: Subject) -> Iterator[Finding]:
    for claim in subject.claims:
        text = claim.text
        few = text.count(" ") < _FEWEST and count(text) < _FEWEST and _ENGLISH.search(text)
        if few and not (_NO_WORDS.search(text) or _SURE_VERB.fullmatch(text) or _LIKELY_VERB.fullmatch(text)):
            message = f"{quoted(text)} is not a sentence, and cannot be true or false"
            hint = "say in a whole sentence what the claim is; if it is one, end it with a full stop"
            yield Finding(place_of(subject, claim), message, hint, claim.id)
