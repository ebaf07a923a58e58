"""The words of cards, boxes and stubs as text that wraps by itself where the drawing wraps it."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from argmap.drawing import ClaimGroup, Drawing
from argmap.outputs.pptx_elements import Element, Palette, Words, paragraph, text_body
from argmap.shapes import Box, Text, TextLine

_EDGE = 1.0
"""How near words may come to the border of a card, in points, if the font of the machine is wider."""
_SLACK = 0.8
"""How much of the room is used in which lines break as in the drawing."""
_WIDER = 1.1
"""How much wider the font of a machine may be: Arial is by 5 to 10 %."""
_GLUED = re.compile(r"(?<=\w)[-\u2010\u2013\u2014/]$")


def card_text(
    claim: ClaimGroup, box: Box, texts: Sequence[Text], drawing: Drawing, palette: Palette
) -> tuple[Element, str]:
    """Make the words of a card, and return its sentence with them."""
    by_role = {text.role: text.lines for text in texts}
    size = by_role["text"][0].size
    sentence = [line for line in by_role["text"] if line.size == size]
    remarks = [line for line in by_role["text"] if line.size != size]
    writer = _Writer(box, sentence, drawing, palette)
    number = next(iter(by_role.get("number", ())), None)
    said = _said(sentence, claim.title)
    written = [writer.sentence(said, number), *writer.small(by_role.get("note", ()), remarks)]
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

    def __init__(self, box: Box, sentence: Sequence[TextLine], drawing: Drawing, palette: Palette) -> None:
        self.rect, self.lines, self.drawing, self.palette = box.rect, sentence, drawing, palette
        self.within = rounded(box)
        self.rtl = sentence[0].line.rtl

    def sentence(self, said: str, number: TextLine | None = None) -> Element:
        first = self.lines[0]
        runs = [_words(f"{number.line.text}\t", number)] if number else []
        hanging = self._indent(number)
        return self._paragraph([*runs, _words(said, first)], hanging=hanging)

    def small(self, notes: Sequence[TextLine], remarks: Sequence[TextLine]) -> Iterator[Element]:
        """Yield the small lines under a sentence; a remark that shares a line with a note stands at its end."""
        for note in notes:
            shared = [remark for remark in remarks if remark.start.y == note.start.y]
            words = [_words(note.line.text, note), *(_words(f"\t{r.line.text}", r) for r in shared)]
            yield self._paragraph(words, tab=self._width() if shared else 0.0)
        for remark in remarks:
            if all(note.start.y != remark.start.y for note in notes):
                run = self.palette.run(_words(remark.line.text, remark), self.drawing.language)
                yield paragraph([run], rtl=self.rtl, trailing=True)

    def body(self, paragraphs: list[Element], number: TextLine | None = None, *, wrapped: bool = True) -> Element:
        """Make the text, its margins such that it wraps as in the drawing."""
        leading = self._leading() - self._indent(number)
        trailing = max(_EDGE, self.rect.width - self._leading() - self._width())
        left, right = (trailing, leading) if self.rtl else (leading, trailing)
        insets = (left - self.within, -self.within, right - self.within, -self.within)
        return text_body(paragraphs, insets=insets, anchor="ctr", wrapped=wrapped, shrinking=wrapped)

    def _paragraph(self, words: list[Words], *, hanging: float = 0.0, tab: float = 0.0) -> Element:
        runs = [self.palette.run(run, self.drawing.language) for run in words]
        return paragraph(runs, rtl=self.rtl, hanging=hanging, tab=tab)

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

    def _width(self) -> float:
        """Return the width at which the sentence wraps as in the drawing, and as much more as leaves that so.

        Text that a machine sets in a wider font then has some room before it needs a further line.
        """
        widest = max(line.line.width * line.size for line in self.lines)
        most = self.rect.width - self._leading() - _EDGE
        font = self.drawing.typeface.of(self.lines[0].weight)
        for line, after in pairwise(self.lines):
            longer = font.line(f"{line.line.text} {after.line.text.split()[0]}").width * line.size
            most = min(most, widest + _SLACK * (longer - widest))
        return max(widest + 0.1, most)


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
