"""The letters of a page: what its words need of the deck's fonts, embedded once for all its drawings."""

from collections.abc import Iterable, Iterator

from argmap.deck.slides import Deck
from argmap.lettering import RealText
from argmap.outputs.options import OutputError
from argmap.text import Typeface
from argmap.webfont import WebFont, WebFontError, web_font

_WEIGHTS = ("", "Semibold")


class PageLettering(RealText):
    """Real text whose fonts are said once, by the style of the page.

    They are not packed, which costs a page some ten kilobytes and spares its maker two packages.
    """

    def __init__(self, typeface: Typeface, characters: Iterable[str]) -> None:
        wanted = set(characters)
        fonts = {typeface.of(weight): web_font(typeface.of(weight), wanted, packed=False) for weight in _WEIGHTS}
        self.fonts: dict[str, WebFont] = {weight: fonts[typeface.of(weight)] for weight in _WEIGHTS}
        super().__init__(typeface, self.fonts)

    @property
    def inherited(self) -> dict[str, str]:
        """Nothing: the style of the page says it for all drawings."""
        return {}

    def definitions(self) -> Iterator[str]:
        """Yield nothing; :meth:`style` embeds the fonts."""
        return iter(())

    def style(self) -> str:
        """Return the rules that embed the fonts, and that name them for the words around the drawings."""
        faces = "".join(dict.fromkeys(font.rule for font in self.fonts.values()))
        named = (
            f"--{name}:{self._families(weight)};--{name}-weight:{self.fonts[weight].weight};"
            for name, weight in (("regular", ""), ("bold", "Semibold"))
        )
        return f"{faces}:root{{{''.join(named)}}}"


def lettering_of(deck: Deck, said: Iterable[str]) -> PageLettering:
    """Return the letters for a deck and for what else its page says.

    Raises
    ------
    OutputError
        A font cannot be embedded.
    """
    try:
        return PageLettering(deck.typeface, _characters(deck, said))
    except WebFontError:
        raise OutputError(f"{deck.typeface.regular.path} cannot be put into a page; give another --font") from None


def _characters(deck: Deck, said: Iterable[str]) -> Iterator[str]:
    """Yield all characters of a deck, some many times."""
    yield from (chr(code) for code in range(0x20, 0x7F))
    for text in said:
        yield from text
    for slide in deck.slides:
        yield from f"{slide.title}{slide.lead}{slide.notes}"
        for paragraph in slide.paragraphs:
            yield from paragraph.text
        for crumb in slide.path:
            yield from f"{crumb.lead}{crumb.text}"
        for page in slide.pages:
            yield from page.notes
            for line in page.drawing.lines:
                yield from line.line.text
