"""The words of argument mapping that people try first, and argmap's own word for each."""

from collections.abc import Container

_TRIED = {
    "because": "reason reasons support supports pro pros argument arguments evidence since why",
    "but": "objection objections con cons contra attack attacks counter counterargument counterarguments rebuttal "
    "rebuttals against however",
    "unless": "undercut undercuts undercutter undercutters exception exceptions except",
    "thesis": "conclusion contention claim main-claim root",
    "premises": "premise co-premises copremises reasons reason claims",
    "text": "sentence statement content claim conclusion proposition",
    "source": "reference references ref cite cites citation citations",
    "sources": "references bibliography works literature citations",
    "implicit": "unstated hidden assumed assumption tacit",
    "by": "holder who author speaker",
    "url": "link href web website",
    "note": "comment comments remark remarks notes",
    "scheme": "pattern type kind",
    "label": "name short caption",
    "date": "year when published",
    "steps": "order reveal build",
}
_OWN_WORDS: dict[str, list[str]] = {}
for _own, _words in _TRIED.items():
    for _word in _words.split():
        _OWN_WORDS.setdefault(_word, []).append(_own)


def own_word(word: str, known: Container[str]) -> str | None:
    """Return argmap's word for what somebody called otherwise, where it is one of those known in its place.

    >>> own_word("objections", {"because", "but"})
    'but'
    """
    return next((own for own in _OWN_WORDS.get(word.strip().lower(), ()) if own in known), None)
