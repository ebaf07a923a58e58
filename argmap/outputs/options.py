"""How a drawing is to be written, and what keeps it from being written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What the formats leave open; each takes what concerns it.

    Parameters
    ----------
    scale
        Pixels to a point of the slide, for pictures made of pixels. With 2, a slide of 960 points is 1920 pixels wide.
    transparent
        Leave the ground out.
    text
        How words stand in an SVG: as ``outlines``, with their ``font``, or ``plain``.
    fragments
        Whether an SVG appears step by step in reveal.js.
    author
        Who made the map, for the properties of the file.
    """

    scale: float = 2.0
    transparent: bool = False
    text: str = "outlines"
    fragments: bool = False
    author: str = ""


class OutputError(Exception):
    """A drawing cannot be written in a format; the message says in a sentence why, and what to do."""
