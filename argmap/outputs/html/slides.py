"""A slide as a part of a page: its title, its path, its drawing whole, and what is said to it at every step."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.deck.slides import Deck, Kind, Paragraph, Slide
from argmap.drawing import ClaimGroup, Drawing
from argmap.lettering import Lettering
from argmap.links import is_safe_link
from argmap.markup import element, number, tag
from argmap.outputs.html.colors import Palette
from argmap.outputs.html.words import PageWords
from argmap.shapes import Box, Text, TextLine
from argmap.svg import svg_element
from argmap.words import words_for

_AROUND = 3.0
"""How much larger than its words a link on a card is, in points of the layout."""
_NEW = {"target": "_blank", "rel": "noopener noreferrer"}


class SlideWriter:
    """Writes the slides of a deck."""

    def __init__(self, deck: Deck, palette: Palette, lettering: Lettering, page_words: PageWords) -> None:
        self.deck, self.palette, self.lettering, self.page_words = deck, palette, lettering, page_words
        self.words = words_for(deck.language, deck.theme.words)
        self.overviews = [slide.number for slide in deck.slides if slide.kind is Kind.OVERVIEW]

    def slide(self, slide: Slide) -> str:
        """Write a slide."""
        title = f"title-{slide.number}"
        attributes = {
            "class": f"leaf {slide.kind}",
            "id": str(slide.number),
            "data-steps": str(max(1, len(slide.pages))),
            "aria-labelledby": title,
            "tabindex": "-1",
        }
        level = "h1" if slide.kind is Kind.TITLE else "h2"
        parts = [
            tag("section", attributes, close=False),
            '<div class="slide">',
            *self._path(slide),
            element(level, slide.title, {"class": "heading", "id": title, "dir": "auto"}),
            *self._picture(slide),
            *self._inset(slide),
            *_paragraphs(slide),
            element("p", str(slide.number), {"class": "number", "aria-hidden": "true"}),
            "</div>",
            *self._notes(slide),
            "</section>",
        ]
        return "\n".join(parts)

    def _path(self, slide: Slide) -> Iterator[str]:
        """Write the way from the thesis: links to the slides of the claims, and how each bears on the one before."""
        if not slide.path:
            return
        yield tag("nav", {"class": "path", "aria-label": self.page_words.path}, close=False) + "<ol>"
        for crumb in slide.path:
            lead = element("span", crumb.lead, {"class": "lead"}) + " " if crumb.lead else ""
            link = element("a", crumb.text, {"href": f"#{crumb.slide}", "dir": "auto", "title": crumb.text})
            yield f"<li>{lead}{link}</li>"
        if slide.lead:
            yield f"<li>{element('span', slide.lead, {'class': 'lead'})}</li>"
        yield "</ol></nav>"

    def _picture(self, slide: Slide) -> Iterator[str]:
        """Write the drawing whole, and what is told of it at the steps before to those who can't see it."""
        if not slide.drawing:
            return
        drawing = replace(slide.drawing, prefix=f"slide-{slide.number}")
        if slide.kind is Kind.OVERVIEW:
            drawing = self._leading(drawing, slide.number)
        svg = svg_element(self.palette.named(drawing), self.lettering)
        ways = "".join(way for claim in drawing.claims for way in self._ways(claim, drawing))
        yield tag("div", {"class": "picture", "id": f"picture-{slide.number}"}, close=False)
        yield f"{svg.removesuffix('</svg>')}{ways}</svg>"
        yield "</div>"
        told = list(_told(slide, drawing.prefix))
        yield from ['<div class="told" hidden="">', *told, "</div>"] if told else []

    def _leading(self, drawing: Drawing, overview: int) -> Drawing:
        """Let every card of an overview lead to the slide about its claim."""
        following = (slide for slide in self.deck.slides if self._overview(slide.number) == overview)
        shown = dict(_shown(following))
        claims = (
            replace(claim, url=f"#{at}", link_label=f"{self.words.slide} {at}")
            if (at := shown.get(claim.id))
            else replace(claim, url="", link_label="")
            for claim in drawing.claims
        )
        return replace(drawing, claims=tuple(claims))

    def _overview(self, slide: int) -> int:
        """Return the number of the overview that a slide belongs to: of several, the last before it."""
        return max((number for number in self.overviews if number <= slide), default=1)

    def _ways(self, claim: ClaimGroup, drawing: Drawing) -> Iterator[str]:
        """Write the links over the numbers on a card of the slides on which the argument goes on."""
        found = _named_ways(claim)
        if found is None:
            return
        line, numbers = found
        yield tag("g", {"class": "ways", "data-step": str(claim.step)}, close=False)
        font, written, end = drawing.typeface.of(line.weight), "", 0.0
        for at in numbers:
            start, written = end, f"{written}, {at}" if written else f"→ {at}"
            end = font.line(written).width * line.size
            room = {
                "x": number(line.start.x + start - _AROUND),
                "y": number(line.start.y - line.size - _AROUND / 2),
                "width": number(end - start + 2 * _AROUND),
                "height": number(line.size * 1.3 + _AROUND),
            }
            label = f"{self.words.continues.format(at)}: {claim.title}"
            yield tag("a", {"class": "way", "href": f"#{at}", "aria-label": label}, close=False)
            yield f"{tag('rect', {'class': 'room', 'fill-opacity': '0', 'fill': 'var(--text)', **room})}</a>"
        yield "</g>"

    def _inset(self, slide: Slide) -> Iterator[str]:
        """Write the whole map in little: its cards in as many paths as they have colours, for they say nothing."""
        if not slide.inset:
            return
        inset, cards = slide.inset, dict[str, list[str]]()
        for box in (shape for claim in slide.inset.claims for shape in claim.shapes if isinstance(shape, Box)):
            kind = "lit" if box.fill == self.deck.theme.thesis else "unlit"
            rect = box.rect
            width, height = number(rect.width), number(rect.height)
            cards.setdefault(kind, []).append(f"M{number(rect.x)} {number(rect.y)}h{width}v{height}h-{width}z")
        link = {"class": "inset", "href": f"#{self._overview(slide.number)}", "aria-label": self.words.overview}
        yield tag("a", link, close=False)
        view = f"0 0 {number(inset.width)} {number(inset.height)}"
        yield tag("svg", {"viewBox": view, "aria-hidden": "true", "preserveAspectRatio": "xMaxYMin meet"}, close=False)
        yield "".join(tag("path", {"class": kind, "d": "".join(paths)}) for kind, paths in sorted(cards.items()))
        yield "</svg></a>"

    def _notes(self, slide: Slide) -> Iterator[str]:
        """Write what the speaker says to the slide and, where it builds up, to every step."""
        steps = [page.notes for page in slide.pages] if len(slide.pages) > 1 else []
        if not any((slide.notes, *steps)):
            return
        yield f'<details class="notes">{element("summary", self.page_words.notes)}'
        yield element("div", slide.notes, {"class": "said", "dir": "auto"})
        for step, said in enumerate(steps, 1):
            yield element("div", said, {"class": "said", "data-step": str(step), "dir": "auto", "hidden": ""})
        yield "</details>"


def _shown(slides: Iterable[Slide]) -> Iterator[tuple[str, int]]:
    """Yield claims with the slides that show them: last, and so decisive, with the one that is about them."""
    parts = [(slide.drawing, slide.number) for slide in reversed(list(slides)) if slide.kind is Kind.PART]
    shown = [(claim, at) for drawing, at in parts if drawing for claim in drawing.claims]
    yield from ((claim.id, at) for claim, at in shown)
    yield from ((claim.id, at) for claim, at in shown if "thesis" in claim.classes)


def _told(slide: Slide, prefix: str) -> Iterator[str]:
    """Write the descriptions that differ before the last step: of the drawing, and of claims from some step on."""
    last = {claim.id: claim.description for claim in slide.pages[-1].drawing.claims}
    known: dict[str, str] = {}
    for step, page in enumerate(slide.pages, 1):
        told = {f"{prefix}": page.drawing.description} if step < len(slide.pages) else {}
        for claim in page.drawing.claims:
            if claim.description != known.get(claim.id, last[claim.id]):
                told[f"{prefix}-claim-{claim.id}"] = claim.description
            known[claim.id] = claim.description
        for name, description in told.items():
            own = {"id": f"{name}.desc-{step}", "data-of": name, "data-from": str(step)}
            yield element("p", description, own)


def _named_ways(claim: ClaimGroup) -> tuple[TextLine, list[int]] | None:
    """Return the line of a card that tells on which slides the argument goes on, and those that it names."""
    for line in (line for shape in claim.shapes if isinstance(shape, Text) for line in shape.lines):
        numbers = [int(digits) for digits in re.findall("[0-9]+", line.line.text)]
        if numbers and line.line.text.startswith("→ ") and numbers == list(claim.continued[: len(numbers)]):
            return line, numbers
    return None


def _paragraphs(slide: Slide) -> Iterator[str]:
    if slide.paragraphs:
        yield '<div class="words">'
        yield from map(_paragraph, slide.paragraphs)
        yield "</div>"


def _paragraph(paragraph: Paragraph) -> str:
    attributes = {"class": paragraph.role, "dir": "auto"}
    if not is_safe_link(paragraph.url):
        return element("p", paragraph.text, attributes)
    link = element("a", paragraph.text, {"href": paragraph.url, **_NEW})
    return f"{tag('p', attributes, close=False)}{link}</p>"
