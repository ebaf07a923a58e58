"""The words of a slide: its title, the way from the thesis to it, what it lists."""

from collections.abc import Callable, Iterator

from argmap.deck.sheet import TITLE_SIZE
from argmap.deck.slides import Crumb, Deck, Paragraph, Slide
from argmap.geometry import Rect
from argmap.outputs.pptx.elements import Element, Link, Palette, Words, paragraph
from argmap.text import Font
from argmap.wrapping import wrap

LINE = 1.26
"""The height of a line, as a multiple of the text's size: that of Source Sans Pro, and more than that of most."""
SPARE = 1.1
"""How much wider than the deck's font the one may be with which a machine replaces it."""
SEPARATOR = "  ›  "
_LEAST = 8.0
_STEP_SIZE = 12.0
"""How large the count of steps is beside a title that is not smaller itself."""
_SIZES = {"thesis": 22.0, "byline": 16.0, "source": 14.0}
"""How large the words on the title slide are, by their roles."""

LinkTo = Callable[[int, str], Link]
"""Returns the link to the slide of a number, which says a text when it is pointed at."""
LinkOut = Callable[[str], Link]
"""Returns the link to an address."""


def largest(text: str, font: Font, room: Rect, most: float) -> float:
    """Return the largest size, in whole points, at which a text fits a room, if none above ``most``."""
    size = most
    while size > _LEAST and not _fits(text, font, room, size):
        size -= 1.0
    return size


def _fits(text: str, font: Font, room: Rect, size: float) -> bool:
    lines = wrap(text, font, room.width / SPARE / size).lines
    widest = max(line.width for line in lines)
    return widest * size * SPARE <= room.width and len(lines) * LINE * size <= room.height


class SlideWords:
    """The words of the slides of a deck."""

    def __init__(self, deck: Deck, palette: Palette) -> None:
        self.deck, self.palette = deck, palette

    def title(self, slide: Slide, step: int, room: Rect, most: float = TITLE_SIZE) -> Element:
        """Make the title; where a slide has several pages, it ends with which of them this is.

        PowerPoint's check of accessibility asks that no two slides are called alike.
        """
        count = f" ({step}/{len(slide.pages)})" if self.deck.paged and len(slide.pages) > 1 else ""
        size = largest(slide.title + count, self.deck.typeface.bold, room, most)
        words = [Words(slide.title, size=0.0 if size == most else size)]
        words += [Words(count, min(size, _STEP_SIZE), self.deck.theme.quiet, bold=False)] if count else []
        rtl = self.deck.typeface.bold.line(slide.title).rtl
        return paragraph((self.palette.run(run, self.deck.language) for run in words), rtl=rtl)

    def path(self, slide: Slide, link_to: LinkTo, size: float) -> Element:
        """Make the way from the thesis to what a slide is about; each claim leads to its slide."""
        room, font, quiet = self.deck.sheet.path.width / SPARE / size, self.deck.typeface.regular, self.deck.theme.quiet
        fixed = "".join(SEPARATOR + crumb.lead for crumb in slide.path) + slide.lead
        shown = _shortened(slide.path, font, room - font.line(fixed).width)
        runs = []
        for number, (crumb, text) in enumerate(zip(slide.path, shown, strict=True)):
            before = (SEPARATOR if number else "") + (f"{crumb.lead} " if crumb.lead else "")
            runs += [Words(before, color=quiet)] if before else []
            runs.append(Words(text, color=quiet, link=link_to(crumb.slide, crumb.text)))
        runs += [Words(SEPARATOR + slide.lead, color=quiet)] if slide.lead else []
        return paragraph((self.palette.run(run, self.deck.language) for run in runs), rtl=font.line(shown[0]).rtl)

    def listed(self, slide: Slide, link_out: LinkOut) -> Iterator[Element]:
        """Yield the paragraphs of a slide that has words instead of a drawing."""
        for number, said in enumerate(slide.paragraphs):
            yield self._paragraph(said, link_out, before=9.0 if number else 0.0)

    def headed(self, slide: Slide, link_out: LinkOut, room: Rect) -> Iterator[Element]:
        """Yield the paragraphs under the title of the title slide, each as large as its role asks, if there is room."""
        needed = sum(self._height(said, room, _SIZES[said.role]) for said in slide.paragraphs)
        share = min(1.0, room.height / needed) if needed else 1.0
        before = ""
        for said in slide.paragraphs:
            gap = 0.0 if not before else 14.0 * share if said.role != before else 4.0 * share
            yield self._paragraph(said, link_out, before=gap, size=_SIZES[said.role] * share)
            before = said.role

    def _height(self, said: Paragraph, room: Rect, size: float) -> float:
        lines = wrap(said.text, self.deck.typeface.regular, room.width / SPARE / size).lines
        return len(lines) * LINE * size + 14.0

    def _paragraph(self, said: Paragraph, link_out: LinkOut, *, before: float, size: float = 0.0) -> Element:
        color = self.deck.theme.text if said.role == "thesis" else self.deck.theme.quiet
        words = Words(said.text, size, color, link=link_out(said.url) if said.url else None)
        rtl = self.deck.typeface.regular.line(said.text).rtl
        return paragraph([self.palette.run(words, self.deck.language)], rtl=rtl, before=before)


def _shortened(path: tuple[Crumb, ...], font: Font, room: float) -> list[str]:
    """Return the claims of a path, the long ones cut so that all fit a room, in em; the short ones stay whole."""
    widths = sorted(font.line(crumb.text).width for crumb in path)
    for number, width in enumerate(widths):
        share = room / (len(widths) - number)
        if width > share:
            return [_cut(crumb.text, font, share) for crumb in path]
        room -= width
    return [crumb.text for crumb in path]


def _cut(text: str, font: Font, width: float) -> str:
    """Return as much of a text as fits a width, at least a word."""
    if font.line(text).width <= width:
        return text
    words = text.split()
    while len(words) > 1 and font.line(" ".join(words) + " …").width > width:
        words.pop()
    return " ".join(words).rstrip(",;:.") + " …"
