"""A document as pandoc hands it to filters: where it asks for a drawing of an argument.

Only what is asked for is touched. Everything else goes through as it came, so elements that later versions of pandoc
add do no harm; libraries that model every element stop at the first one that they do not know.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.pandoc.misread import misread
from argmap.pandoc.words import Element, map_of, plain, words

_FIGURES_SINCE = [1, 23]
"""The version of pandoc's document model in which a figure is a block of its own (pandoc 3)."""
_OLD_FIGURE = "fig:"
"""What, before that, begins the title of a picture that is a figure."""


class DocumentError(Exception):
    """What came in is no document of pandoc's; the message says so in a sentence."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a document asks to be drawn.

    Parameters
    ----------
    number
        Which of the document's blocks it is, from 1; files have no number.
    heading
        The heading below which it stands.
    text
        The map itself, where it stands in the document.
    path
        The file of the map, where it does not.
    identifier, classes, attributes
        What the author wrote in braces.
    caption
        What stands below it.
    alternative
        What the author lets stand for it where it cannot be seen.
    alone
        Whether it is a block, rather than a part of a line.
    """

    number: int
    heading: str
    text: str = ""
    path: str = ""
    identifier: str = ""
    classes: tuple[str, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    caption: tuple[Element, ...] = ()
    alternative: tuple[Element, ...] = ()
    alone: bool = True

    @property
    def name(self) -> str:
        """How it is called in messages: the file or, in a document whose lines are unknown, its number."""
        if self.path:
            return self.path
        return f"block {self.number}{_under(self.heading)}"

    @property
    def place(self) -> str:
        """Where it stands, for messages about what was asked for rather than about lines of the map."""
        return f"{self.path}{_under(self.heading)}" if self.path else self.name


def _under(heading: str) -> str:
    return f' under "{heading}"' if heading else ""


Make = Callable[[Request], list[Element]]
Warn = Callable[[str, str], None]
"""What is told of a place: its name, and what to write there."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that has been read."""

    content: dict[str, Any]

    @property
    def knows_figures(self) -> bool:
        """Whether a figure is a block of its own in it."""
        return bool(self.content["pandoc-api-version"] >= _FIGURES_SINCE)

    def drawn(self, make: Make, warn: Warn) -> str:
        """Return the document, in pandoc's JSON, with what is made of each request in its place.

        What looks like a request, but is none, stays as it is and is warned of.

        Raises
        ------
        DocumentError
            It is nested too deep.
        """
        try:
            blocks = _Walk(make, warn).many(self.content["blocks"])
            return json.dumps({**self.content, "blocks": blocks}, ensure_ascii=False)
        except RecursionError:
            raise DocumentError("the document is nested too deep") from None


def document_in(content: bytes) -> Document:
    """Read a document.

    Raises
    ------
    DocumentError
        It is none of pandoc's.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    match found:
        case {"pandoc-api-version": [int(), *_], "blocks": list()}:
            return Document(found)
    raise DocumentError('this is no document of pandoc\'s in JSON, as "pandoc -t json" writes it')


class _Walk:
    """Goes through a document in its order, counting what it asks for."""

    def __init__(self, make: Make, warn: Warn) -> None:
        self.make = make
        self.warn = warn
        self.number = 0
        self.heading = ""

    def many(self, elements: list[Any]) -> list[Any]:
        """Return a list of elements with what has been made in the place of what was asked for."""
        return [made for element in elements for made in self._one(element)]

    def _one(self, element: Any) -> list[Any]:
        if isinstance(element, list):
            return [self.many(element)]
        if not isinstance(element, dict):
            return [element]
        if request := self._request(element):
            self.number = max(self.number, request.number)
            return self.make(request)
        self._tell_of_misread(element)
        match element:
            case {"t": "Header", "c": [_, _, [*inlines]]}:
                self.heading = words(inlines)
        return [{key: self._inside(value) for key, value in element.items()}]

    def _tell_of_misread(self, element: Element) -> None:
        if found := misread(element):
            beginning, advice = found
            self.warn(f'"{beginning}"{_under(self.heading)}', advice)

    def _inside(self, value: Any) -> Any:
        return self.many(value) if isinstance(value, list) else value

    def _request(self, element: Element) -> Request | None:
        """Return what an element asks for, if it does."""
        match element:
            case {"t": "CodeBlock", "c": [[identifier, [*classes], pairs], str(text)]} if "argmap" in classes:
                attributes = _attributes(pairs)
                caption = tuple(plain(attributes.pop("caption", "")))
                others = tuple(str(name) for name in classes if name != "argmap")
                return Request(
                    self.number + 1, self.heading, text, "", str(identifier), others, attributes, caption=caption
                )
            case {"t": "Figure", "c": [[identifier, _, _], [_, caption], [{"c": [{"t": "Image"} as image]}]]}:
                within = _picture(image, self.heading, alone=True)
                return within and replace(
                    within, identifier=str(identifier) or within.identifier, caption=_inlines(caption), alternative=()
                )
            case {"t": "Para", "c": [{"t": "Image", "c": [_, [*caption], [_, str(title)]]} as image]}:
                within = _picture(image, self.heading, alone=True)
                old = title.startswith(_OLD_FIGURE)
                return replace(within, caption=tuple(caption), alternative=()) if within and old else within
            case {"t": "Image"}:
                return _picture(element, self.heading, alone=False)
        return None


def _picture(element: Element, heading: str, *, alone: bool) -> Request | None:
    """Return what a picture asks for, if it is that of a map."""
    match element:
        case {"c": [[identifier, [*classes], pairs], [*inlines], [str(path), _]]}:
            if map_of(element):
                return Request(
                    0,
                    heading,
                    path=path,
                    identifier=str(identifier),
                    classes=tuple(str(name) for name in classes if name != "argmap"),
                    attributes=_attributes(pairs),
                    alternative=tuple(inlines),
                    alone=alone,
                )
    return None


def _inlines(blocks: Any) -> tuple[Element, ...]:
    """Return the inlines of a caption, which is blocks of text."""
    found: list[Element] = []
    for block in blocks if isinstance(blocks, list) else ():
        match block:
            case {"t": "Plain" | "Para", "c": [*inlines]}:
                found += inlines
    return tuple(found)


def _attributes(pairs: Any) -> dict[str, str]:
    """Return the attributes of an element, as its keys and values."""
    found = {}
    for pair in pairs if isinstance(pairs, list) else ():
        match pair:
            case [str(key), str(value)]:
                found[key] = value
    return found
