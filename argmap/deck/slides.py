"""A deck and its slides, in no file format; a format writes what stands here and decides nothing about it."""

from dataclasses import dataclass
from enum import StrEnum

from argmap.deck.sheet import Sheet
from argmap.drawing import Drawing
from argmap.text import Typeface
from argmap.theme import Theme


class Kind(StrEnum):
    """What a slide is for."""

    TITLE = "title"
    OVERVIEW = "overview"
    PART = "part"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A claim on the way from the thesis to what a slide is about, and the number of the slide that shows it.

    ``lead`` says how the claim bears on the one before it: ``because``, ``but`` or ``unless`` in the map's language;
    the thesis has none.
    """

    text: str
    lead: str
    slide: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on a slide that has no drawing; ``url`` is where they lead, always a safe address or nothing."""

    text: str
    role: str
    """``thesis``, ``byline`` or ``source``."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A slide at one step of the reveal: its drawing, and what the speaker says about what is new in it."""

    drawing: Drawing
    notes: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Parameters
    ----------
    number
        What it is called by: counted from 1 and, where every step is a page of its own, the number of its first page.
    title
        Its title, in plain words, which no other slide has.
    path
        The claims from the thesis to what it is about, that last one not among them.
    lead
        How what it is about bears on the last of the path: ``because``, ``but`` or ``unless`` in the map's language.
    pages
        Its drawing at every step, the last of them whole; a single one where nothing is revealed; none where the slide
        has words instead. All have one frame.
    inset
        The whole map in little, what the slide shows lit; it fills no more than ``Sheet.inset``.
    paragraphs
        Its words, where it has no drawing.
    notes
        What the speaker has to know of the whole slide.
    section
        The title of the view that it belongs to, where a deck is made of views.
    """

    kind: Kind
    number: int
    title: str
    path: tuple[Crumb, ...] = ()
    lead: str = ""
    pages: tuple[Page, ...] = ()
    inset: Drawing | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    notes: str = ""
    section: str = ""

    @property
    def drawing(self) -> Drawing | None:
        """Its drawing, whole."""
        return self.pages[-1].drawing if self.pages else None


@dataclass(frozen=True, slots=True)
class TooLarge:
    """A slide whose text is smaller than was asked for, because an inference does not fit; ``size`` is in points."""

    slide: int
    inference: str
    size: float


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a map.

    ``paged`` tells whether every step is a page of its own, which the numbers of the slides then count.
    """

    title: str
    author: str
    language: str
    sheet: Sheet
    theme: Theme
    typeface: Typeface
    slides: tuple[Slide, ...]
    paged: bool = False
    too_large: tuple[TooLarge, ...] = ()

    @property
    def text_size(self) -> float:
        """The smallest size that the claims' text has on a slide, in points."""
        return min(slide.drawing.text_size for slide in self.slides if slide.drawing)
