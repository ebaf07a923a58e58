"""The words of cards, boxes and stubs as text that wraps by itself where the drawing wraps it."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from argmap.drawing import ClaimGroup, Drawing
from argmap.outputs.pptx.elements import Element, Palette, Words, paragraph, text_body
from argmap.shapes import Box, Text, TextLine

_EDGE = 1.0
"""How near words may come to the border of a card, in points, if the font of the machine is wider."""
_SLACK = 0.8
"""How much of the room is used in which lines break as in the drawing."""
_WIDER = 1.1
"""How much wider the font of a machine may be: Arial is by 5 to 10 %."""
_BOLDER = 1.03
"""How much wider bold is, which programs know, than the semibold of the drawing."""
_ROUNDED = 1.008
"""How much wider text may come out because a program rounds its size: Impress does to a tenth of a point."""
_GLUED = re.compile(r"(?<=\w)[-\u2010\u2013\u2014/]$")


def card_text(
    claim: ClaimGroup, box: Box, texts: Sequence[Text], drawing: Drawing, palette: Palette
) -> tuple[Element, str]:
    """Make the words of a card, and return its sentence with them."""
    by_role = {text.role: text.lines for text in texts}
    size = by_role["text"][0].size
    sentence = [line for line in by_role["text"] if line.size == size]
    remarks = [line for line in by_role["text"] if line.size != size]
    writer = _Writer(box, sentence, drawing, palette, remarks)
    number = next(iter(by_role.get("number", ())), None)
    said = _said(sentence, claim.title)
    written = [writer.sentence(said, number), *writer.small(by_role.get("note", ()), remarks, number)]
    return writer.body(written, number), said


def plain_text(
    text: Text, box: Box, drawing: Drawing, palette: Palette, *, wrapped: bool = True
) -> tuple[Element, str]:
    """Make the words of a stub or of the legend, and return them."""
    size = max(line.size for line in text.lines)
    lines = [line for line in text.lines if line.size == size]
    writer, said = _Writer(box, lines, drawing, palette), _said(lines)
    return writer.body([writer.sentence(said)], wrapped=wrapped), said


def tab_text(text: Text, box: Box, drawing: Drawing, palette: Palette) -> Element:
    """Make the tab of a reason box, which stands in its upper corner."""
    (line,) = text.lines
    font = drawing.typeface.of(line.weight)
    left, top = line.start.x - box.rect.x, line.start.y - font.ascent * line.size - box.rect.y
    insets = (left - rounded(box), top - rounded(box), 0.0, 0.0)
    share = min(1.0, (box.rect.right - line.start.x) / (line.line.width * line.size * _WIDER))
    run = palette.run(_words(line.line.text, replace(line, size=line.size * share)), drawing.language)
    return text_body([paragraph([run])], insets=insets, anchor="t", wrapped=False)


def rounded(box: Box) -> float:
    """Return how far from its sides a rounded rectangle sets its text: where its corners are halfway round.

    That is 0.29289 of the radius (roundRect in presetShapeDefinitions of ECMA-376, part 1).
    """
    return box.radius * (1 - math.sqrt(0.5))


class _Writer:
    """Writes the words of one card."""

    def __init__(
        self,
        box: Box,
        sentence: Sequence[TextLine],
        drawing: Drawing,
        palette: Palette,
        remarks: Sequence[TextLine] = (),
    ) -> None:
        self.rect, self.lines, self.drawing, self.palette = box.rect, sentence, drawing, palette
        self.within = rounded(box)
        self.rtl = sentence[0].line.rtl
        self.least = max(map(self._reach, remarks), default=0.0) + _EDGE

    def sentence(self, said: str, number: TextLine | None = None) -> Element:
        first = self.lines[0]
        runs = [_words(f"{number.line.text}\t", number)] if number else []
        hanging = self._indent(number)
        return self._paragraph([*runs, _words(said, first)], hanging=hanging)

    def small(
        self, notes: Sequence[TextLine], remarks: Sequence[TextLine], number: TextLine | None
    ) -> Iterator[Element]:
        """Yield the small lines under a sentence; a remark that shares a line with a note stands at its end."""
        indent = self._indent(number)
        for note in notes:
            shared = [remark for remark in remarks if remark.start.y == note.start.y]
            words = [_words(note.line.text, note), *(_words(f"\t{r.line.text}", r) for r in shared)]
            reach = max(map(self._reach, shared), default=-indent)
            yield self._paragraph(words, before_line=indent, tab=reach + indent)
        for remark in remarks:
            if all(note.start.y != remark.start.y for note in notes):
                run = self.palette.run(_words(remark.line.text, remark), self.drawing.language)
                left = self._trailing() if self.rtl else self._leading() - indent
                yield paragraph([run], before_line=max(0.0, remark.start.x - self.rect.x - left))

    def body(self, paragraphs: list[Element], number: TextLine | None = None, *, wrapped: bool = True) -> Element:
        """Make the text, its margins such that it wraps as in the drawing."""
        leading = self._leading() - self._indent(number)
        left, right = (self._trailing(), leading) if self.rtl else (leading, self._trailing())
        insets = (left - self.within, -self.within, right - self.within, -self.within)
        return text_body(paragraphs, insets=insets, anchor="ctr", wrapped=wrapped, shrinking=wrapped)

    def _paragraph(
        self, words: list[Words], *, before_line: float = 0.0, hanging: float = 0.0, tab: float = 0.0
    ) -> Element:
        runs = [self.palette.run(run, self.drawing.language) for run in words]
        return paragraph(runs, rtl=self.rtl, before_line=before_line, hanging=hanging, tab=tab)

    def _indent(self, number: TextLine | None) -> float:
        """Return how far a number moves the sentence."""
        if not number:
            return 0.0
        if self.rtl:
            return number.start.x + number.line.width * number.size - _right(self.lines[0])
        return self.lines[0].start.x - number.start.x

    def _leading(self) -> float:
        """Return how far the sentence is from the edge where it begins."""
        if self.rtl:
            return self.rect.right - max(map(_right, self.lines))
        return min(line.start.x for line in self.lines) - self.rect.x

    def _trailing(self) -> float:
        """Return how far from the other edge lines have to break."""
        return max(_EDGE, self.rect.width - self._leading() - self._width())

    def _reach(self, line: TextLine) -> float:
        """Return how far a line's end is from where the sentence begins."""
        if self.rtl:
            return self.rect.right - line.start.x - self._leading()
        return _right(line) - self.rect.x - self._leading()

    def _width(self) -> float:
        """Return the width at which the sentence wraps as in the drawing, and as much more as leaves that so.

        Text that a machine sets in a wider font then has some room before it needs a further line.
        """
        weight = self.lines[0].weight
        font, em = self.drawing.typeface.of(weight), self.lines[0].size * (_BOLDER if weight else 1.0)
        widest = max(line.line.width for line in self.lines) * em
        most = self.rect.width - self._leading() - _EDGE
        for line, after in pairwise(self.lines):
            longer = font.line(f"{line.line.text} {after.line.text.split()[0]}").width * em
            most = min(most, widest + _SLACK * (longer - widest))
        return max(widest * _ROUNDED, most, self.least)


def _right(line: TextLine) -> float:
    return line.start.x + line.line.width * line.size


def _words(text: str, line: TextLine) -> Words:
    return Words(text, line.size, line.color, bold=bool(line.weight))


def _said(lines: Sequence[TextLine], title: str = "") -> str:
    """Return a sentence that stands on several lines: that of the title if it is, as words may have been broken."""
    texts = [line.line.text for line in lines]
    together = "".join(texts).replace(" ", "")
    sentence = re.sub(r"^\d+\. ", "", title)
    for known in (title, sentence):
        if known.replace(" ", "") == together:
            return known
    said = texts[0]
    for text in texts[1:]:
        said += text if _GLUED.search(said) else f" {text}"
    return said
