"""An argument's outline in indented words, taken apart into nested lists; ``argmap.outline`` says how it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DEEPEST = 8
"""From which depth on items are indented no further: a page has no room for more."""
_BULLET = "- "
_LINE = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<remark>[→…] )?(?P<said>.*)")
"""A line; a remark is said of the drawing and not of the argument."""


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
    opened = [(-1, whole)]
    last = whole
    for match in map(_LINE.fullmatch, outline.splitlines()):
        assert match, "any line matches"
        depth = len(match["indent"]) - (0 if match["item"] else len(_BULLET))
        while len(opened) > 1 and opened[-1][0] >= depth + (not match["item"]):
            opened.pop()
        if match["remark"]:
            opened[-1][1].parts.append(Said("", match["remark"] + match["said"]))
            continue
        if match["item"]:
            last = Item()
            opened[-1][1].parts.append(last)
            if len(opened) <= _DEEPEST:
                opened.append((depth, last))
        elif opened[-1][0] == depth:
            last = opened[-1][1]
        lead, separator, sentence = match["said"].partition(": ")
        led = separator and match["indent"]
        last.parts.append(Said(lead, sentence) if led else Said("", match["said"]))
    return whole
