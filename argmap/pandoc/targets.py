"""What a drawing becomes in each of pandoc's output formats."""

import re
from dataclasses import dataclass

from argmap.layout.frame import Frame

_WIDE = Frame()
"""A slide of 16:9, as everywhere where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Target:
    """How a document takes its drawings in.

    Parameters
    ----------
    file
        The format of the file that is linked to; nothing where the drawing stands in the document itself, as SVG.
    room
        The room that there is for a drawing, as a slide without margins.
    text
        The largest text, in points, that does not shout beside the words of the page; nothing on a slide.
    slides
        Whether the pages are slides, on which small text is a fault.
    pixels
        Whether lengths are pixels of a slide that is 960 pixels wide.
    fragments
        Whether steps can appear one by one within the drawing.
    overlays
        Whether steps are pictures that LaTeX lays over one another.
    told_by
        What pandoc 2 wants at the beginning of a picture's title to take the rest for its alternative text; nothing
        where it does not.
    """

    file: str = ""
    room: Frame = _WIDE
    text: float | None = None
    slides: bool = False
    pixels: bool = False
    fragments: bool = False
    overlays: bool = False
    told_by: str | None = None


_BELOW_A_TITLE = Frame("below a title", 960.0, 520.0, 0.0)
"""What a title and a caption leave of a slide of 960 by 700, as reveal.js has them unless it is told otherwise."""
_IN_A_PLACEHOLDER = Frame("PowerPoint", 864.0, 356.0, 0.0)
"""The room below the title on a slide of pandoc's own PowerPoint template, were it 960 points wide."""
_ON_PAPER = Frame("page", 468.0, 618.0, 0.0)
"""The text of a page of A4 or Letter with margins of an inch or so."""

_PAGE = Target(text=15.0)
_HTML_SLIDES = Target(room=_BELOW_A_TITLE, slides=True, pixels=True)
_PRINTED = Target("pdf", room=_ON_PAPER, text=12.0)

TARGETS = {
    **dict.fromkeys(("html", "html4", "html5", "chunkedhtml"), _PAGE),
    **dict.fromkeys(("slidy", "slideous", "dzslides", "s5"), _HTML_SLIDES),
    "revealjs": Target(room=_BELOW_A_TITLE, slides=True, pixels=True, fragments=True),
    "beamer": Target("pdf", room=_BELOW_A_TITLE, slides=True, overlays=True),
    "latex": _PRINTED,
    "context": _PRINTED,
    "pptx": Target("png", room=_IN_A_PLACEHOLDER, slides=True, told_by=""),
    "docx": Target("png", room=_ON_PAPER, text=12.0, told_by="fig:"),
    "rtf": Target("png", room=_ON_PAPER, text=12.0),
    "odt": Target("svg", room=_ON_PAPER, text=12.0),
    "typst": Target("svg", room=_ON_PAPER, text=12.0),
}
"""The formats that are not like the rest. Of pandoc 2, PPTX leaves SVG out, and DOCX shows it in recent Words only."""
_OTHERS = Target("svg")


def target_of(name: str) -> Target:
    """Return how a format takes drawings in; extensions such as ``+smart`` do not matter.

    >>> target_of("html5+smart").file, target_of("pptx").file, target_of("gfm-emoji").file
    ('', 'png', 'svg')
    """
    return TARGETS.get(re.split("[+-]", name, maxsplit=1)[0], _OTHERS)
