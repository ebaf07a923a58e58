"""What an author meant for a drawing, but wrote so that pandoc takes it for something else."""

import re
from itertools import pairwise

from argmap.pandoc.words import Element, map_of, words

_FENCED = re.compile(r"^[`~]{3,}[^`~]*\bargmap\b")
"""How a paragraph begins that was to be a block: its fence has become text."""
_SQUEEZED = re.compile(r"^(\{[^}]*\bargmap\b[^}]*\}|[\w ]*\bargmap)\s.*\bthesis:", re.DOTALL)
"""How code within a line begins that was to be a block: its map has become one line."""
_MAP = re.compile(r"^thesis:", re.MULTILINE)
_AS_WORDS = (
    "pandoc takes this for words; in braces argmap has a dot and every attribute a value, as in {.argmap steps=true}"
)
_SHOWN = 40
"""How many characters of it name the place."""


def misread(element: Element) -> tuple[str, str] | None:
    """Return how an element begins that was to be a drawing, and what to write instead; none if it was not."""
    match element:
        case {"t": "CodeBlock", "c": [[_, [*classes], _], str(text)]}:
            advice = _about_classes([str(name) for name in classes], text)
            return (_beginning(text), advice) if advice else None
        case {"t": "RawBlock", "c": ["argmap", str(text)]}:
            return _beginning(text), "{=argmap} draws nothing; write {.argmap}"
        case {"t": "Code", "c": [_, str(text)]} if _SQUEEZED.match(text):
            return _beginning(text), _AS_WORDS
        case {"t": "Para" | "Plain", "c": [*inlines]}:
            return _in_a_line(inlines)
    return None


def _about_classes(classes: list[str], text: str) -> str:
    """Return what to write instead of the classes of a block."""
    if any(re.match(r"\{.*\bargmap\b", name) for name in classes):
        return f"{classes[0]} draws nothing; write {{.argmap}}"
    if classes in (["yaml"], ["yml"]) and _MAP.search(text):
        return (
            f"a block of the class {classes[0]} is shown as text; write {{.argmap}} to draw it, "
            "or {.yaml .listing} to show it without this warning"
        )
    return ""


def _in_a_line(inlines: list[Element]) -> tuple[str, str] | None:
    """Return what was to be a block with a map, or a picture with attributes, and has become words."""
    told = words(inlines)
    if _FENCED.match(told):
        return _beginning(told), _AS_WORDS
    rest = [inline for inline in inlines if isinstance(inline, dict) and inline.get("t") != "Space"]
    for picture, brace in pairwise(rest):
        match brace:
            case {"t": "Str", "c": str(text)} if text.startswith("{") and (path := map_of(picture)):
                advice = "pandoc takes what is in braces for words; write every attribute with a value, as in"
                return f"![]({path}){text}", f"{advice} {{steps=true}}, right behind the picture"
    return None


def _beginning(text: str) -> str:
    """Return the first words of a text."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}..."
