"""The formats in which a deck can be written, by the suffix of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.deck.slides import Deck


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """What the formats leave open; each takes what concerns it.

    Parameters
    ----------
    native
        Whether a PowerPoint file has shapes and connectors that can be moved, instead of pictures.
    handout
        Whether a PDF is for paper: a slide with its outline and notes on each page.
    done
        Called after each page.
    """

    native: bool = False
    handout: bool = False
    done: Callable[[], None] = lambda: None


def _pptx(deck: "Deck", options: DeckOptions) -> bytes:
    from argmap.outputs.pptx.presentation import to_pptx

    return to_pptx(deck, native=options.native, done=options.done)


def _pdf(deck: "Deck", options: DeckOptions) -> bytes:
    from argmap.outputs.typst.deck_pdf import deck_to_pdf

    return deck_to_pdf(deck, handout=options.handout, done=options.done)


def _html(deck: "Deck", options: DeckOptions) -> bytes:
    from argmap.outputs.html.document import to_html

    return to_html(deck, done=options.done)


@dataclass(frozen=True, slots=True)
class DeckFormat:
    """A way to write a deck; ``paged`` tells whether every step is a page of its own in it."""

    write: Callable[["Deck", DeckOptions], bytes]
    paged: bool = True


DECK_FORMATS = {"pptx": DeckFormat(_pptx), "pdf": DeckFormat(_pdf), "html": DeckFormat(_html, paged=False)}
"""What a deck can be; the first is the default."""


def deck_format_of(path: str | PurePath) -> str | None:
    """Return the format that the name of a file stands for; nothing if it stands for none.

    >>> deck_format_of("lecture.PPTX"), deck_format_of("lecture.svg")
    ('pptx', None)
    """
    suffix = PurePath(path).suffix.lower().removeprefix(".")
    return suffix if suffix in DECK_FORMATS else None


def deck_content(deck: "Deck", format_name: str, options: DeckOptions) -> bytes:
    """Return the content of a file that holds a deck.

    Raises
    ------
    argmap.outputs.options.OutputError
        The deck cannot be written in this format.
    """
    return DECK_FORMATS[format_name].write(deck, options)
