"""A claim leans on a sentence that is not in it.

A card is read by itself, in any order. A claim that begins with *This*, *He* or *But* was part of a running text and
leaves the reader to guess what it takes up. Name what is meant; and leave out *but*, *so* and *however*, for the map
shows how one claim bears on another. An *it* that stands for nothing (*It is true that ...*, *It rains.*) leans on
nothing.

Fails::

    thesis: The lecture has moved.
    because: This was on the notice.

Passes::

    thesis: The lecture has moved.
    because: The notice gives another room for the lecture.
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.checks.wording import DETERMINERS, FINITE, PRONOUNS, place_of, read
from argmap.slips import quoted

_BEING = "is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t"
_DEEDS = (
    "means|meant|shows|showed|proves|proved|makes|made|would|does|did|has|had|explains|implies|suggests|leads|led|"
    "requires|seems|happens|happened|follows|happens|matters"
)
_AT_HAND = (
    "house|world|universe|planet|earth|life|country|nation|state|government|century|decade|year|month|week|day|morning|"
    "evening|age|era|generation|sentence|statement|map|course|class|lecture|essay|paper|book|days|times?"
)
"""What *this* may point at without a sentence before: a debater's house, a time, the world, the text itself."""

_POINTER = re.compile(
    rf"""(?:
    This\b(?![ ](?:(?:very|whole|entire|present|current|past|last|coming|mortal)[ ])?(?i:{_AT_HAND})\b)
    | These\b(?![ ](?:{_AT_HAND})\b)
    | That(?:['’]s\b | (?=[ ](?:{_BEING}|{_DEEDS})(?!\w)))
    | Those(?=[ ](?:{FINITE})(?!\w))
    | (?:He|She|They)\b(?!-|,?[ ](?:who|whom|whose|that)\b)
    | Such\b(?![ ](?:is|are|was|were|as)\b)(?!.*[ ](?:as|that)\b)
    | The[ ](?:former|latter)(?=[ ](?:{FINITE}|{_DEEDS})(?!\w))
    | The[ ]same(?=[ ](?:is|was|goes|holds|applies)\b)
    | (?:Both|Neither|Either)(?=[ ](?:{FINITE})(?!\w))
    | Doing[ ](?:so|this|that)\b
    | (?:For|In|From|Because[ ]of|Despite|Given|By|After|Without|With|Under)[ ]th(?:is|ese)\b(?![ ](?:{_AT_HAND})\b)
    | (?:For|In)[ ]that[ ](?:reason|case|way|sense|respect)\b
    )""",
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"(?:His|Her|Their|Its)\b(?!-)")
_NAME = re.compile(r"(?<=[ (])(?!I\b)[A-ZÀ-ÖØ-Þ]")

_JOINT = re.compile(
    rf"""(?:
    (?:And|Or|Nor|Therefore|Hence|Consequently|Moreover|Furthermore|Nevertheless|Nonetheless|Additionally
        |Accordingly)\b(?![-/])
    | But\b(?![ ]for\b)
    | However(?=,|[ ](?:{PRONOUNS}|{DETERMINERS})\b(?!.*,))
    | (?:So|Also|Yet|Instead|Otherwise|Thus)
        (?=,|[ ](?:{PRONOUNS}|{DETERMINERS})\b(?<!many)(?<!most)|[ ][A-Z](?!poke|pake))
    | Then(?=,|[ ](?:{PRONOUNS}|{DETERMINERS})\b)
    | (?:Still|Besides|Similarly|Likewise|Conversely|Secondly|Thirdly|Finally|Yes|No)(?=,)
    | It[ ]follows(?=,|[ ]that\b)
    | (?:For[ ](?:example|instance)|In[ ](?:addition|contrast|other[ ]words)|By[ ]contrast|After[ ]all
        |On[ ]the[ ](?:other[ ]hand|contrary)|As[ ]a[ ](?:result|consequence))(?=,)
    )""",
    re.VERBOSE,
)

_IT = re.compile(r"It(?:['’](?:s|ll|d))?\b(?!-)")
_SURELY_MEANT = re.compile(
    r"It (?:also |only |merely |even |often |still )?(?:"
    r"(?:shows|showed|proves|proved|means|meant|implies|implied|suggests|suggested|demonstrates|explains|assumes|denies|"
    r"claims|presupposes) that"
    r"|allows|allowed|enables|enabled|forces|forced|leads|led|fails|failed|ignores|ignored|contradicts|undermines|tries|"
    r"tried|aims|aimed|belongs|applies|refers|contributes|depends on)\b"
)
_STANDS_FOR_NOTHING = re.compile(
    r" (?:that|to|whether|if|how|why|when|who|whom|what|where|which|until|till|as)\b"
    r"|\b(?:no use|no good|worth|pointless|useless) \w+ing\b"
)
_AMBIENT = re.compile(
    r"""[ ](?:is|was|will[ ]be)[ ](?:already[ ]|only[ ]|now[ ])?\d
    | (?:[ ]\S+){0,5}?[ ](?:
        rain(?:s|ed|ing)? | snow(?:s|ed|ing)? | hail(?:s|ed|ing)? | pour(?:s|ed|ing)? | drizzl(?:es|ed|ing)
        | thunder(?:s|ed|ing)? | fr(?:eezes|oze|eezing) | seem(?:s|ed)? | appear(?:s|ed)? | depend(?:s|ed)?
        | happen(?:s|ed)? | matter(?:s|ed)? | takes? | took | taken | goes[ ]without[ ]saying
        | later? | earl(?:y|ier) | dark(?:er|est)? | cold(?:er)? | hot(?:ter)? | warm(?:er)? | cool | windy | sunny
        | cloudy | foggy | icy | wet | dry | light | noon | midnight | dawn | dusk | morning | evening | night | day
        | spring | summer | autumn | winter | time | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
        | January | February | March | April | May | June | July | August | September | October | November | December
    )\b""",
    re.VERBOSE,
)
"""Weather, times and seasons, which have no other subject, and verbs whose *it* may stand for nothing."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim that begins with a word which takes up another sentence.

    A word without a capital begins no sentence; it is rather the second half of one that a comma cut.
    """
    for claim in subject.claims:
        text = read(claim.text)
        if word := _pointer(text):
            message = f"{quoted(word)} stands for something that the claim does not name"
            hint = "name it, so that the claim can be read by itself"
        elif joint := _JOINT.match(text):
            message = f"{quoted(joint[0])} goes on from a sentence that is not in the claim"
            hint = "leave it out, for the map shows how one claim bears on another"
        else:
            continue
        yield Finding(place_of(subject, claim), message, hint, claim.id)


def _pointer(text: str) -> str:
    """Return the words at the beginning that stand for something outside the claim, if there are any.

    The name may follow on *his* or *their* (*Her own words refute Thatcher*), never on *he* or *they*.
    """
    if found := _POINTER.match(text):
        return found[0]
    possessive = _POSSESSIVE.match(text)
    if possessive and not _NAME.search(text, possessive.end()):
        return possessive[0]
    it = _IT.match(text)
    if it is None:
        return ""
    empty = _STANDS_FOR_NOTHING.search(text, it.end()) or _AMBIENT.match(text, it.end())
    return "It" if _SURELY_MEANT.match(text) or not empty else ""
