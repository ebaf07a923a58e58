"""The placeholders of masters and layouts, and the styles of what stands in them."""

from collections.abc import Iterator

from pptx.oxml.ns import qn

from argmap.geometry import Rect
from argmap.outputs.pptx.elements import Attributes, Element, called, make, place, preset

NUMBER_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
"""The identity of the slide number's field, which may be any (ECMA-376, part 1, 21.1.2.2.4)."""


def placeholder(
    identifier: int,
    name: str,
    kind: Attributes,
    *,
    room: Rect | None = None,
    anchor: str = "",
    align: str = "l",
    size: float = 0.0,
) -> Element:
    """Make a placeholder (ECMA-376, part 1, 19.3.1.36); without a room it is as that of the master."""
    body = make("a:bodyPr")
    if room:
        edges: Attributes = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
        body = make("a:bodyPr", {**edges, "anchor": anchor}, make("a:normAutofit"))
    level = make("a:lvl1pPr", {"marL": 0, "indent": 0, "algn": align}, make("a:buNone"), _plain(size)) if size else None
    return make(
        "p:sp",
        None,
        make(
            "p:nvSpPr",
            None,
            called(identifier, name),
            make("p:cNvSpPr", None, make("a:spLocks", {"noGrp": 1})),
            make("p:nvPr", None, make("p:ph", kind)),
        ),
        make("p:spPr", None, *([place(room), preset("rect")] if room else [])),
        make("p:txBody", None, body, make("a:lstStyle", None, level), _prompt(kind, name)),
    )


def _plain(size: float) -> Element:
    return make("a:defRPr", {"sz": round(size * 100)})


def _prompt(kind: Attributes, name: str) -> Element:
    """Make what stands in a placeholder on the master: its name, or the field of the slide's number."""
    text = make("a:t")
    if kind["type"] == "sldNum":
        text.text = "‹#›"
        return make("a:p", None, make("a:fld", {"id": NUMBER_FIELD, "type": "slidenum"}, make("a:rPr"), text))
    text.text = name
    return make("a:p", None, make("a:r", None, make("a:rPr"), text))


def style_levels(style: Element, size: float, *, bold: bool = False) -> None:
    """Set the style of titles or of words, without bullets, on every level that it has."""
    for level in _levels(style):
        level.set("algn", "l")
        for key in ("marL", "indent"):
            level.set(key, "0")
        for bullet in ("a:buFont", "a:buChar"):
            for found in level.findall(qn(bullet)):
                found.getparent().replace(found, make("a:buNone")) if bullet == "a:buChar" else level.remove(found)
        look = level.find(qn("a:defRPr"))
        look.set("sz", str(round(size * 100)))
        look.set("b", str(int(bold)))


def _levels(style: Element) -> Iterator[Element]:
    return (level for level in style if level.find(qn("a:defRPr")) is not None)
