"""Make the elements of PresentationML and DrawingML: names, places, fills, lines and words.

The names of elements and attributes, and their units, are those of ECMA-376, part 1 (DrawingML: chapter 20, shapes;
chapter 21, text; PresentationML: chapter 19): lengths in English Metric Units (12,700 to a point, 20.1.10.16), sizes
of text in hundredths of a point (20.1.10.72), shares in thousandths of a percent (20.1.10.40).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from argmap.geometry import Rect
from argmap.shapes import NONE
from argmap.theme import Theme

EMU = 12_700
"""English Metric Units to a point (ECMA-376, part 1, 20.1.10.16)."""
WHOLE = 100_000
"""What 100 % is (ECMA-376, part 1, 20.1.10.40)."""
SLIDE_JUMP = "ppaction://hlinksldjump"
"""The action of a link to a slide of the same deck (ECMA-376, part 1, 21.1.2.3.5)."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2, production 2)."""

Attributes = Mapping[str, str | int]
Element = Any
"""An element of lxml, which has no types of its own."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads: the relationship that names the target; ``jump`` if it is a slide of the deck."""

    relationship: str
    jump: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look; what is not given is as the placeholder or the theme has it."""

    text: str
    size: float = 0.0
    color: str = ""
    bold: bool | None = None
    link: Link | None = None


def make(name: str, attributes: Attributes | None = None, *children: Element | None) -> Element:
    """Make an element, its name with the usual prefix; children that are nothing are left out."""
    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key) if ":" in key else key, printable(str(value)))
    element.extend(child for child in children if child is not None)
    return element


def printable(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def emu(points: float) -> int:
    """Return a length in English Metric Units."""
    return round(points * EMU)


def called(identifier: int, name: str, description: str = "", link: Link | None = None) -> Element:
    """Name a shape (ECMA-376, part 1, 19.3.1.12): what the list of shapes and what a screen reader calls it."""
    attributes: dict[str, str | int] = {"id": identifier, "name": name}
    if description:
        attributes["descr"] = description
    return make("p:cNvPr", attributes, clicked(link) if link else None)


def clicked(link: Link) -> Element:
    """Make the click that leads somewhere (ECMA-376, part 1, 21.1.2.3.5)."""
    attributes: dict[str, str | int] = {"r:id": link.relationship}
    attributes |= {"action": SLIDE_JUMP} if link.jump else {}
    attributes |= {"tooltip": link.tip} if link.tip else {}
    return make("a:hlinkClick", attributes)


def place(
    rect: Rect, *, name: str = "a:xfrm", turned: int = 0, flipped: str = "", within: Rect | None = None
) -> Element:
    """Place a shape (20.1.7.6): ``turned`` by so many degrees, ``flipped`` along ``H``, ``V`` or both.

    ``within`` is the room of the members of a group, in their own measure.
    """
    attributes: dict[str, str | int] = {"rot": turned * 60_000} if turned else {}
    attributes |= {f"flip{axis}": 1 for axis in flipped}
    return make(
        name,
        attributes,
        make("a:off", {"x": emu(rect.x), "y": emu(rect.y)}),
        make("a:ext", {"cx": emu(rect.width), "cy": emu(rect.height)}),
        make("a:chOff", {"x": emu(within.x), "y": emu(within.y)}) if within else None,
        make("a:chExt", {"cx": emu(within.width), "cy": emu(within.height)}) if within else None,
    )


def preset(shape: str, **adjustments: float) -> Element:
    """Make a shape that the format knows by name (20.1.9.18), adjusted by shares."""
    guides = (make("a:gd", {"name": key, "fmla": f"val {round(v * WHOLE)}"}) for key, v in adjustments.items())
    return make("a:prstGeom", {"prst": shape}, make("a:avLst", None, *guides))


class Palette:
    """The colours of a theme: what has a place in the scheme of the file is named by it, so that it can be changed.

    The scheme (ECMA-376, part 1, 20.1.6.2) has twelve places; ``dk1`` is always the text, ``lt1`` the ground.
    """

    def __init__(self, theme: Theme) -> None:
        support, attack, undercut = (style.color for style in theme.relations.values())
        self.scheme = {
            "dk1": theme.text,
            "lt1": theme.ground,
            "dk2": theme.quiet,
            "lt2": theme.card,
            "accent1": support,
            "accent2": attack,
            "accent3": undercut,
            "accent4": theme.neutral,
            "accent5": theme.tags[0].color,
            "accent6": theme.tags[1].color,
            "hlink": theme.quiet,
            "folHlink": theme.quiet,
        }
        mapped = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
        self._places = {color: mapped.get(slot, slot) for slot, color in reversed(self.scheme.items())}

    def fill(self, color: str, opacity: float = 1.0) -> Element:
        """Make a fill (20.1.8.54)."""
        if color == NONE:
            return make("a:noFill")
        alpha = make("a:alpha", {"val": round(opacity * WHOLE)}) if opacity < 1 else None
        if color in self._places:
            return make("a:solidFill", None, make("a:schemeClr", {"val": self._places[color]}, alpha))
        return make("a:solidFill", None, make("a:srgbClr", {"val": color.removeprefix("#")}, alpha))

    def line(
        self, color: str, width: float, dashes: tuple[float, ...] = (), *, round_ends: bool = False, head: str = ""
    ) -> Element:
        """Make an outline or a line (20.1.2.2.24); ``head`` is the arrow at its beginning (20.1.10.33)."""
        if color == NONE:
            return make("a:ln", None, make("a:noFill"))
        return make(
            "a:ln",
            {"w": emu(width), "cap": "rnd" if round_ends else "flat"},
            self.fill(color),
            _dashed(dashes, width) if dashes else None,
            make("a:round"),
            make("a:headEnd", {"type": head, "w": "lg", "len": "lg"}) if head else None,
        )

    def run(self, words: Words, language: str, name: str = "a:r") -> Element:
        """Make a run of text (21.1.2.3.8)."""
        attributes: dict[str, str | int] = {"lang": language}
        attributes |= {"sz": round(words.size * 100)} if words.size else {}
        attributes |= {"b": int(words.bold)} if words.bold is not None else {}
        fill = self.fill(words.color) if words.color else None
        properties = make("a:rPr", attributes, fill, clicked(words.link) if words.link else None)
        text = make("a:t")
        text.text = printable(words.text)
        return make(name, None, properties, text)


def _dashed(dashes: tuple[float, ...], width: float) -> Element:
    """Make dashes, which are counted in widths of the line (20.1.8.21, 20.1.8.22)."""
    shares = [round(length / width * WHOLE) for length in dashes]
    pairs = zip(shares[::2], shares[1::2], strict=True)
    return make("a:custDash", None, *(make("a:ds", {"d": on, "sp": off}) for on, off in pairs))


def paragraph(
    runs: Iterable[Element],
    *,
    rtl: bool = False,
    before: float = 0.0,
    before_line: float = 0.0,
    hanging: float = 0.0,
    tab: float = 0.0,
) -> Element:
    """Make a paragraph (21.1.2.2.6), at the right edge where it runs from right to left.

    ``before`` is the room above, ``before_line`` that beside it, ``hanging`` how far its first line stands out,
    ``tab`` where what follows a tabulator ends.
    """
    attributes: dict[str, str | int] = {"algn": "r", "rtl": 1} if rtl else {"algn": "l"}
    attributes |= {"marR" if rtl else "marL": emu(before_line + hanging)} if before_line or hanging else {}
    attributes |= {"indent": -emu(hanging)} if hanging else {}
    space = make("a:spcBef", None, make("a:spcPts", {"val": round(before * 100)})) if before else None
    stops = make("a:tabLst", None, make("a:tab", {"pos": emu(tab), "algn": "r"})) if tab else None
    return make("a:p", None, make("a:pPr", attributes, space, stops), *runs)


def text_body(
    paragraphs: Iterable[Element],
    *,
    insets: tuple[float, float, float, float] | None = None,
    anchor: str = "",
    wrapped: bool = True,
    shrinking: bool = False,
) -> Element:
    """Make the text of a shape (19.3.1.51); ``insets`` are left, top, right, bottom (21.1.2.1.1).

    A text that is ``shrinking`` gets smaller where the font that a machine has for it is too wide (21.1.2.1.3).
    """
    attributes: dict[str, str | int] = {}
    if insets is not None:
        attributes = dict(zip(("lIns", "tIns", "rIns", "bIns"), map(emu, insets), strict=True))
        attributes |= {"wrap": "square" if wrapped else "none", "rtlCol": 0}
    attributes |= {"anchor": anchor} if anchor else {}
    properties = make("a:bodyPr", attributes, make("a:normAutofit") if shrinking else None)
    written = list(paragraphs) or [make("a:p")]
    return make("p:txBody", None, properties, make("a:lstStyle"), *written)
