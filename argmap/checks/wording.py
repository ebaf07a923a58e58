"""The words of a claim: which are its own, how many there are, where each stands, and what they are about.

The checks on wording share what is here. Nothing in it parses English: it knows lists of words and endings, and the
checks are written so that they keep silent where lists cannot tell.
"""

import re

from argmap.checks.subject import Subject
from argmap.model import Claim
from argmap.problems import Place

MOST_CHARACTERS = 2_000
"""How much of a claim the rules about English read; a longer claim is far too long already, and says so."""

MANY_WORDS = 20
TOO_MANY_WORDS = 30
"""How many words a claim may have before it is hard to read from a slide, and before it is too long to be one claim."""

PRONOUNS = "I|you|he|she|it|we|they|there"
"""What can only be a subject, or nearly so, where it follows a word that joins."""

DETERMINERS = "a|an|the|this|that|these|those|my|your|his|her|its|our|their|all|every|each|no|some|many|most"
"""What a noun that begins a clause comes with."""

FINITE = (
    "is|are|am|was|were|has|have|had|does|do|did|can|cannot|could|will|would|shall|should|may|might|must|ought|"
    "isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|hadn['’]t|doesn['’]t|don['’]t|didn['’]t|"
    "can['’]t|couldn['’]t|won['’]t|wouldn['’]t|shouldn['’]t|mustn['’]t"
)
"""The verbs that make a clause wherever they stand: forms of be, have and do, and the modals."""

_QUOTE = re.compile(
    r'"[^"]*+"|“[^“”]*+”|„[^„“”]*+[“”]|«[^«»]*+»|»[^«»]*+«|‹[^‹›]*+›|「[^「」]*+」|『[^『』]*+』'
    r"|(?<!\w)'(?=\S)(?:[^']|(?<=\w)'(?=\w))*+'(?!\w)|‘(?:[^‘’]|(?<=\w)’(?=\w))*+’"
)
_MARKS = re.compile("[\"'“„«»‹‘「『]")
_FILLER = "_"

_SYLLABLES = frozenset({"hmn", "vi"})
"""Languages that put a space between syllables, so that spaces do not count words (Hmong, Vietnamese)."""

_COMMON = """
    a about above after again against all almost also although always am among an and another any anyone anything are as
    at away back be became because become becomes been before being below between both but by can cannot case could did
    do does doing done down during each either else enough even ever every everyone everything few for from further get
    gets give given gives go goes had has have having he hence her here hers him his how however i if in indeed instead
    into is it its itself least less let lot made make makes many may maybe me mere merely might mine more most much
    must my neither never no nobody none nor not nothing now of off often on once one only onto or other others ought
    our out over own per perhaps quite rather same say says shall she should since so some somebody someone something
    sometimes still such than that the their them themselves then there therefore these they thing things this those
    though through thus to too toward towards under unless until up upon us very was way we well were what whatever when
    whenever where whereas whether which while who whoever whole whom whose why will with within without would yet you
    your ain aren couldn didn doesn don hadn hasn haven isn ll mustn needn re shouldn ve wasn weren wouldn
"""
_STOP_WORDS = frozenset(_COMMON.split())
"""Words that stand in sentences about anything, so that two claims which share them share no subject yet."""

_DERIVED = """
    isations izations ational isation ization alities ability ibility fulness iveness ousness nesses ically ality ities
    ments ances ences ance ence ment ible ably ibly ists isms ions ians ives ist ism ion ian ity ive ans ant ent ous ial
    ual ic al ly an ia dom
"""
_INFLECTED = "ations ation fulness ful ness able less ings ing ers ors er or ied ies ed es e (?<!s)s y i th"
_ENDING = re.compile(
    rf"(?:(?<=\w{{4}})(?:{'|'.join(_DERIVED.split())})|(?<=\w{{3}})(?:{'|'.join(_INFLECTED.split())}))$"
)
_NEGATION = re.compile(r"(?:un|non|im|in|ir|il|dis)(?=\w{4})")
_KEPT = 5
_LONGEST = 40  # a word beyond that is none, and would take long
_IRREGULAR = {
    "children": "child", "dead": "die", "death": "die", "deaths": "die", "died": "die", "dying": "die",
    "knowledge": "know", "lied": "lie", "lying": "lie", "men": "man", "people": "person", "proof": "prove",
    "proofs": "prove", "strength": "strong", "women": "woman",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def own(text: str) -> str:
    """Return a sentence with every quoted passage blotted out, letter by letter: what others said is not what it says.

    >>> own("The notice says “Keep out, because it is wet”.")
    'The notice says _____________________________.'
    """
    if not _MARKS.search(text):
        return text
    return _QUOTE.sub(lambda match: _FILLER * len(match[0]), text)


def read(text: str) -> str:
    """Return what a rule about English reads of a sentence: its own words, up to a length."""
    return own(text[:MOST_CHARACTERS])


def count(text: str) -> int:
    """Return how many words a text has: what stands between spaces and holds a letter or a digit.

    >>> count("Socrates – a man – is mortal.")
    5
    """
    return sum(1 for word in text.split() if _WORD.search(word))


def counts(subject: Subject) -> bool:
    """Tell whether spaces part words in the language of a map.

    Where nothing parts words, as in Chinese, Japanese or Thai, a sentence has few spaces and no limit is ever reached.
    """
    return subject.map.language.partition("-")[0].lower() not in _SYLLABLES


def place_of(subject: Subject, claim: Claim, offset: int = 0) -> Place:
    """Return the place in the file of a word of a claim; ``offset`` is where the word begins in the text.

    The word is found where the sentence stands in one line up to it, plain or in quotes. Where that cannot be seen, in
    a block of several lines for one, the place is that of the whole text.
    """
    place = subject.positions.of(claim.id, "text")
    lines = subject.document.lines
    written = lines[place.line - 1][place.column - 1 :] if place.line <= len(lines) else ""
    quote = written[:1] if written[:1] in ("'", '"') else ""
    until = claim.text.find(" ", offset)
    end = until if until >= 0 else len(claim.text)
    before, up_to = (quote + _as_written(claim.text[:here], quote) for here in (offset, end))
    return Place(place.line, place.column + len(before)) if written.startswith(up_to) else place


def terms(text: str) -> frozenset[str]:
    """Return what a sentence is about: the stems of its words, without those that stand in sentences about anything.

    >>> sorted(terms("All defensive wars are wars of defence."))
    ['defen', 'war']
    """
    words = [word for word in _WORD.findall(text.lower()) if _is_term(word)]
    bare = [word[match.end() :] for word in words if (match := _NEGATION.match(word))]
    return frozenset(_stem(word) for word in (*words, *bare))


def _is_term(word: str) -> bool:
    return word not in _STOP_WORDS and (len(word) > 1 or word.isdigit())


def _stem(word: str) -> str:
    """Return a rough stem: endings go, the longest first (after Lovins 1968), and five letters at most are kept.

    It takes too many words for kin rather than too few: ``community`` and ``communism`` are one to it. A check that
    says that two sentences share no word must not be wrong about it.
    """
    stem = _IRREGULAR.get(word, word)[:_LONGEST]
    while match := _ENDING.search(stem):
        stem = stem[: match.start()]
    if len(stem) > 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]  # running, run
    stem = stem[:_KEPT]
    if len(stem) == _KEPT and stem[-1] in "dst":
        stem = stem[:-1]  # invade, invasion
    return f"{stem[:-1]}v" if stem[-1] == "f" else stem.rstrip("i") or stem  # life, live; decide, decision


def _as_written(text: str, quote: str) -> str:
    """Return a text as YAML writes it between a pair of quotes, or plain."""
    if quote == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if quote else text
