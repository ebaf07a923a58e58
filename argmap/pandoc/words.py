"""The words of a document's elements, and elements of words."""

from typing import Any

from argmap.names import normal

Element = dict[str, Any]
"""A block or an inline of pandoc's: its kind as ``t``, its content as ``c``."""

MAP_SUFFIXES = (".yaml", ".yml")
"""How a picture ends that is a map."""


def map_of(element: Any) -> str:
    """Return the file of the map that an element shows; nothing if it is no picture of one."""
    match element:
        case {"t": "Image", "c": [_, _, [str(path), _]]} if path.lower().endswith(MAP_SUFFIXES):
            return path
    return ""


def words(elements: Any) -> str:
    """Return the words of elements, without their form."""
    return normal("".join(_words(elements)))


def _words(element: Any) -> list[str]:
    match element:
        case list():
            return [word for part in element for word in _words(part)]
        case {"t": "Str", "c": str(word)} | {"t": "Code" | "Math", "c": [_, str(word)]}:
            return [word]
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return [" "]
        case {"c": content}:
            return _words(content)
    return []


def plain(text: str) -> list[Element]:
    """Return a text as elements.

    >>> [element["t"] for element in plain("Two words")]
    ['Str', 'Space', 'Str']
    """
    parts: list[Element] = []
    for word in text.split():
        parts += [{"t": "Space"}, {"t": "Str", "c": word}]
    return parts[1:]
