"""An argument's outline in indented words, taken apart into nested lists; ``argmap.outline`` says how it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DEEPEST = 8
"""From which depth on items are indented no further: a page has no room for more."""
_LINE = re.compile(r"(?P<indent> *)(?P<item>- )?(?:(?P<lead>[^:]*): )?(?P<text>.*)")
_REMARK = re.compile(r"(?P<indent> *)(?P<item>- )(?P<lead>(?!))?(?P<text>[→…] .*)")
"""What is said of the drawing and not of the argument: it has no word that leads to it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of an outline: the word that says how it bears, and the sentence."""

    lead: str
    text: str


@dataclass(slots=True)
class Item:
    """An inference: its premises, each with the items that bear on it after it."""

    parts: "list[Said | Item]" = field(default_factory=list)

    def data(self, continued: dict[str, int]) -> list[dict[str, Any]]:
        """Return the parts as data; ``continued`` are the slides to which remarks lead."""
        return [
            {"items": [item.data(continued) for item in part]}
            if isinstance(part, list)
            else {"lead": part.lead, "text": part.text, "slide": continued.get(part.text)}
            for part in self._grouped()
        ]

    def _grouped(self) -> Iterator["Said | list[Item]"]:
        """Yield lines, and items that follow one another together."""
        items: list[Item] = []
        for part in self.parts:
            if isinstance(part, Item):
                items.append(part)
                continue
            if items:
                yield items
                items = []
            yield part
        if items:
            yield items


def outline_list(outline: str) -> Item:
    """Return an outline as one item: what stands at its beginning, with all that bears on it."""
    whole = Item()
    open_items = [(-1, whole)]
    last = whole
    for written in outline.splitlines():
        match = _REMARK.fullmatch(written) or _LINE.fullmatch(written)
        if not match:  # a line of an outline always matches; what it holds is any text
            continue
        depth = len(match["indent"]) - (0 if match["item"] else 2)
        if not match["indent"] and not match["item"]:
            whole.parts.append(Said("", written))
            continue
        while open_items[-1][0] > depth or (match["item"] and open_items[-1][0] == depth):
            open_items.pop()
        if match["item"]:
            last = Item()
            open_items[-1][1].parts.append(last)
            if len(open_items) <= _DEEPEST:
                open_items.append((depth, last))
        elif open_items[-1][0] == depth:
            last = open_items[-1][1]
        last.parts.append(Said(match["lead"] or "", match["text"]))
    return whole
