"""The slides of a presentation: every page of a deck with its words, its drawing, its links and its notes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide as SlideObject

from argmap.deck.sheet import PATH_SIZE
from argmap.deck.slides import Deck, Kind, Page, Slide
from argmap.drawing import ClaimGroup, Drawing
from argmap.geometry import Point, Rect
from argmap.outputs.pptx.elements import (
    Element,
    Link,
    Palette,
    Words,
    called,
    make,
    place,
    preset,
    printable,
    text_body,
)
from argmap.outputs.pptx.master import NUMBER_FIELD
from argmap.outputs.pptx.native import native_shapes
from argmap.outputs.pptx.picture import Pictures
from argmap.outputs.pptx.template import HEADING_SIZE, LAYOUTS, NUMBER_KIND, PATH, heading_room, template_of
from argmap.outputs.pptx.words import SlideWords
from argmap.shapes import Box
from argmap.words import words_for

if TYPE_CHECKING:
    from pptx.presentation import Presentation


@dataclass(slots=True)
class Leaf:
    """A page of the file: a step of a slide, or the whole of it."""

    slide: Slide
    step: int
    page: Page | None
    made: SlideObject
    stepped: bool = False
    ids: Iterator[int] = field(default_factory=lambda: count(2))

    def add(self, element: Element) -> None:
        """Put a shape on top of the others; what comes first is also read first."""
        self.made.shapes._spTree.append(element)

    @property
    def notes(self) -> str:
        """What the speaker has to know."""
        return self.page.notes if self.page and self.stepped else self.slide.notes


def presentation_of(deck: Deck, *, native: bool, done: Callable[[], None]) -> "Presentation":
    """Return the presentation of a deck."""
    palette = Palette(deck.theme)
    shown = template_of(deck, palette)
    writer = _Writer(deck, palette, Pictures(shown.part.package), native)
    layouts = {name: next(layout for layout in shown.slide_layouts if layout.name == name) for name in LAYOUTS.values()}
    leaves = []
    for slide in deck.slides:
        pages = slide.pages if deck.paged else slide.pages[-1:]
        for step, page in enumerate(pages or (None,), 1):
            made = shown.slides.add_slide(layouts[_layout_of(slide)])
            leaves.append(Leaf(slide, step, page, made, stepped=len(pages) > 1))
            writer.first.setdefault(slide.number, made)
    for leaf in leaves:
        writer.write(leaf)
        done()
    return shown


def _layout_of(slide: Slide) -> str:
    return LAYOUTS[0] if slide.kind is Kind.TITLE else LAYOUTS[5] if slide.pages else LAYOUTS[1]


class _Writer:
    """Writes pages one by one, when all are there, so that each can lead to any."""

    def __init__(self, deck: Deck, palette: Palette, pictures: Pictures, native: bool) -> None:  # noqa: FBT001
        self.deck, self.palette, self.pictures, self.native = deck, palette, pictures, native
        self.said = SlideWords(deck, palette)
        self.words = words_for(deck.language, deck.theme.words)
        self.first: dict[int, SlideObject] = {}
        self.overview = 0

    def write(self, leaf: Leaf) -> None:
        """Write a page, in the order in which it is to be read."""
        if leaf.slide.kind is Kind.OVERVIEW:
            self.overview = leaf.slide.number
        self._title(leaf)
        self._path(leaf)
        if leaf.page:
            self._drawing(leaf, leaf.page.drawing)
        elif leaf.slide.paragraphs:
            self._list(leaf)
        else:
            self._drop(leaf, 1)
        if leaf.slide.inset:
            self._inset(leaf, leaf.slide.inset)
        if leaf.slide.kind is not Kind.TITLE:
            self._number(leaf)
        if leaf.notes:
            notes = leaf.made.notes_slide.notes_text_frame
            assert notes is not None
            notes.text = printable(leaf.notes)

    def _title(self, leaf: Leaf) -> None:
        heading = leaf.slide.kind is Kind.TITLE
        room = heading_room(self.deck.sheet)[0] if heading else self.deck.sheet.title
        most = (HEADING_SIZE,) if heading else ()
        self._fill(leaf, 0, "title", [self.said.title(leaf.slide, leaf.step, room, *most)])

    def _path(self, leaf: Leaf) -> None:
        if not leaf.page:
            return
        if leaf.slide.path:
            jump = self._jumping(leaf)
            self._fill(leaf, PATH, "path", [self.said.path(leaf.slide, jump, PATH_SIZE)])
        else:
            self._drop(leaf, PATH)

    def _list(self, leaf: Leaf) -> None:
        def link_out(url: str) -> Link:
            return Link(leaf.made.part.relate_to(printable(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

        if leaf.slide.kind is Kind.TITLE:
            room = heading_room(self.deck.sheet)[1]
            self._fill(leaf, 1, "words", self.said.headed(leaf.slide, link_out, room))
        else:
            self._fill(leaf, 1, "words", self.said.listed(leaf.slide, link_out))

    def _drawing(self, leaf: Leaf, drawing: Drawing) -> None:
        """Set the drawing in the middle of its room, and links over the cards where the argument goes on."""
        rect = _in_the_middle(drawing, self.deck.sheet.picture)
        jump = self._jumping(leaf)
        if self.native:
            corner = Point(rect.x, rect.y)
            for shape in native_shapes(drawing, corner, self.palette, leaf.ids, self._continuing(jump)):
                leaf.add(shape)
            return
        told = f"{self.words.argument_map}: {drawing.title}\n{drawing.description}"
        name = called(next(leaf.ids), f"drawing: {drawing.title}", told)
        leaf.add(self.pictures.picture(drawing, rect, leaf.made.part, name))
        for group in drawing.claims:
            if link := self._continuing(jump)(group):
                leaf.add(self._spot(leaf, group, link, rect, drawing.scale))

    def _continuing(self, jump: Callable[[int, str], Link]) -> Callable[[ClaimGroup], Link | None]:
        """Return what finds the link of a card: to the first slide on which the argument goes on."""

        def link_of(group: ClaimGroup) -> Link | None:
            number = next(iter(group.continued), None)
            return jump(number, self.words.continues.format(number)) if number in self.first else None

        return link_of

    def _spot(self, leaf: Leaf, group: ClaimGroup, link: Link, rect: Rect, scale: float) -> Element:
        """Make an invisible rectangle over a card that can be clicked.

        What has no fill can be clicked only on its outline, so it is filled with a colour that does not cover.
        """
        card = next(shape.rect for shape in group.shapes if isinstance(shape, Box))
        over = Rect(rect.x + card.x * scale, rect.y + card.y * scale, card.width * scale, card.height * scale)
        name = called(next(leaf.ids), f"link: {group.title}", f"{group.title} {link.tip}", link)
        look = make("a:ln", None, make("a:noFill"))
        return make(
            "p:sp",
            None,
            make("p:nvSpPr", None, name, make("p:cNvSpPr"), make("p:nvPr")),
            make("p:spPr", None, place(over), preset("rect"), self.palette.fill(self.deck.theme.ground, 0.0), look),
        )

    def _inset(self, leaf: Leaf, inset: Drawing) -> None:
        """Set the whole in little at the right edge of its room; it leads to the overview before the slide."""
        rect = _in_the_middle(inset, self.deck.sheet.inset)
        rect = replace(rect, x=self.deck.sheet.inset.right - rect.width)
        link = self._jumping(leaf)(self.overview, self.words.overview) if self.overview else None
        name = called(next(leaf.ids), "inset", f"{self.words.overview}: {leaf.slide.title}", link)
        leaf.add(self.pictures.picture(inset, rect, leaf.made.part, name))

    def _number(self, leaf: Leaf) -> None:
        """Add the number as a field (ECMA-376, part 1, 21.1.2.2.4), which PowerPoint keeps right."""
        page = Words(str(leaf.slide.number + leaf.step - 1), color=self.deck.theme.quiet)
        field_of_number = self.palette.run(page, self.deck.language, "a:fld")
        field_of_number.set("id", NUMBER_FIELD)
        field_of_number.set("type", "slidenum")
        leaf.add(
            make(
                "p:sp",
                None,
                make(
                    "p:nvSpPr",
                    None,
                    called(next(leaf.ids), "slide number"),
                    make("p:cNvSpPr", None, make("a:spLocks", {"noGrp": 1})),
                    make("p:nvPr", None, make("p:ph", NUMBER_KIND)),
                ),
                make("p:spPr"),
                text_body([make("a:p", None, field_of_number)]),
            )
        )

    def _jumping(self, leaf: Leaf) -> Callable[[int, str], Link]:
        """Return what makes links from a page to the first page of a slide."""

        def jump(number: int, tip: str) -> Link:
            return Link(leaf.made.part.relate_to(self.first[number].part, RELATIONSHIP_TYPE.SLIDE), jump=True, tip=tip)

        return jump

    def _fill(self, leaf: Leaf, index: int, name: str, paragraphs: "Iterator[Element] | list[Element]") -> None:
        """Fill a placeholder, and name it."""
        holder = leaf.made.placeholders[index]._element
        identity = holder.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}")
        identity.set("id", str(next(leaf.ids)))
        identity.set("name", name)
        holder.replace(holder.find(qn("p:txBody")), text_body(paragraphs))

    def _drop(self, leaf: Leaf, index: int) -> None:
        """Remove a placeholder for which there is nothing."""
        holder = leaf.made.placeholders[index]._element
        holder.getparent().remove(holder)


def _in_the_middle(drawing: Drawing, room: Rect) -> Rect:
    """Return where a drawing stands: in the middle of a room, in its own size."""
    width, height = drawing.width * drawing.scale, drawing.height * drawing.scale
    return Rect(room.center.x - width / 2, room.center.y - height / 2, width, height)
