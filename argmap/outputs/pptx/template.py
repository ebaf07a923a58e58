"""An empty presentation in the look of a deck: its theme, its master, a layout for each kind of slide.

It begins with the empty file that comes with python-pptx, of which hardly more than the frame is kept.
"""

from typing import TYPE_CHECKING

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from argmap.deck.sheet import NUMBER_SIZE, PATH_SIZE, TEXT_SIZE, TITLE_SIZE, Sheet
from argmap.deck.slides import Deck
from argmap.geometry import Rect
from argmap.outputs.pptx.elements import Element, Palette, emu, make, printable
from argmap.outputs.pptx.master import placeholder, style_levels

if TYPE_CHECKING:
    from pptx.presentation import Presentation as PresentationObject

HEADING_SIZE = 36.0
"""The largest size of the title on the title slide."""
PATH = 13
"""The index of the placeholder of the path: one that no usual layout has."""
NUMBER_KIND: dict[str, str | int] = {"type": "sldNum", "sz": "quarter", "idx": 12}
"""What makes a placeholder that of the slide's number, its index as in the layouts of PowerPoint."""
LAYOUTS = {0: "Title", 5: "Drawing", 1: "Words"}
"""The layouts that are kept, by their place in the empty file, and what they are called."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""Where the types of relationships are (ECMA-376, part 1, 9.2)."""
_STALE = ("/extended-properties", "/thumbnail", "/printerSettings")
"""What of the empty file speaks of another file: relationships by their ends."""
_ALWAYS_HEBREW, _ALWAYS_ARABIC = "א", "ا"


def heading_room(sheet: Sheet) -> tuple[Rect, Rect]:
    """Return the rooms of the title on the title slide and of what stands below it."""
    room, share = sheet.picture, 0.38
    inner = room.grown(-0.05 * room.width)
    upper = Rect(inner.x, room.y, inner.width, room.height * share)
    return upper, Rect(inner.x, upper.bottom + 18, inner.width, room.bottom - upper.bottom - 18)


def template_of(deck: Deck, palette: Palette) -> "PresentationObject":
    """Return a presentation without slides."""
    shown = Presentation()
    shown.slide_width, shown.slide_height = Emu(emu(deck.sheet.width)), Emu(emu(deck.sheet.height))
    del shown.part._element.find(qn("p:sldSz")).attrib["type"]
    _leave_out_what_is_stale(shown)
    _dress(shown, deck, palette)
    _set_master(shown, deck)
    _set_layouts(shown, deck)
    _tell(shown, deck)
    return shown


def _leave_out_what_is_stale(shown: "PresentationObject") -> None:
    for holder in (shown.part, shown.part.package):
        relations = holder._rels
        for name in [name for name in relations if relations[name].reltype.endswith(_STALE)]:
            relations.pop(name)


def _tell(shown: "PresentationObject", deck: Deck) -> None:
    """Say what the deck is and who made it, but not when (ECMA-376, part 2, 11.1)."""
    told = shown.core_properties
    told.title, told.author, told.language = printable(deck.title)[:255], printable(deck.author)[:255], deck.language
    told.last_modified_by = told.author
    for name in ("dcterms:created", "dcterms:modified", "cp:revision", "cp:keywords"):
        for element in told._element.findall(qn(name)):
            told._element.remove(element)


def _dress(shown: "PresentationObject", deck: Deck, palette: Palette) -> None:
    """Put colours and fonts into the theme (ECMA-376, part 1, 14.2.7)."""
    part = shown.slide_master.part.part_related_by(f"{_OFFICE}/theme")
    theme = etree.fromstring(part.blob)
    theme.set("name", f"argmap {printable(deck.theme.name)}")
    for slot, color in palette.scheme.items():
        holder = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{slot}')}")
        holder[:] = [make("a:srgbClr", {"val": color.removeprefix("#")})]
    family = deck.typeface.regular.family or "Arial"
    covers_more = not list(deck.typeface.regular.lacking(_ALWAYS_HEBREW)) or not list(
        deck.typeface.regular.lacking(_ALWAYS_ARABIC)
    )
    for latin in theme.iter(qn("a:latin")):
        latin.set("typeface", printable(family))
        latin.set("pitchFamily", "34")  # a variable width, without serifs: for where the font has to be replaced
        if covers_more:
            latin.getparent().find(qn("a:cs")).set("typeface", printable(family))
    part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_master(shown: "PresentationObject", deck: Deck) -> None:
    """Set the placeholders of all slides, and the styles of their text (ECMA-376, part 1, 19.3.1.42, 19.3.1.52)."""
    sheet, master = deck.sheet, shown.slide_master._element
    _replace(
        master,
        placeholder(2, "Title", {"type": "title"}, room=sheet.title, anchor="ctr"),
        placeholder(3, "Words", {"type": "body", "idx": 1}, room=sheet.picture, anchor="t"),
        placeholder(
            4, "Slide number", NUMBER_KIND | {"idx": 4}, room=sheet.number, anchor="b", align="r", size=NUMBER_SIZE
        ),
    )
    styles = master.find(qn("p:txStyles"))
    style_levels(styles.find(qn("p:titleStyle")), TITLE_SIZE, bold=True)
    style_levels(styles.find(qn("p:bodyStyle")), TEXT_SIZE)


def _set_layouts(shown: "PresentationObject", deck: Deck) -> None:
    """Keep a layout for each kind of slide, and set it (ECMA-376, part 1, 19.3.1.39)."""
    sheet = deck.sheet
    kept = {number: shown.slide_layouts[number] for number in LAYOUTS}
    for layout in list(shown.slide_layouts):
        if layout not in kept.values():
            shown.slide_layouts.remove(layout)
    upper, lower = heading_room(sheet)
    title = placeholder(2, "Title", {"type": "title"})
    placeholders: dict[int, tuple[Element, ...]] = {
        0: (
            placeholder(2, "Title", {"type": "ctrTitle"}, room=upper, anchor="b", size=HEADING_SIZE),
            placeholder(3, "Words", {"type": "subTitle", "idx": 1}, room=lower, anchor="t"),
        ),
        5: (
            title,
            placeholder(3, "Path", {"type": "body", "idx": PATH}, room=sheet.path, anchor="ctr", size=PATH_SIZE),
        ),
        1: (title, placeholder(3, "Words", {"type": "body", "idx": 1}, room=sheet.picture, anchor="t")),
    }
    for place_in_file, layout in kept.items():
        element = layout._element
        element.find(qn("p:cSld")).set("name", LAYOUTS[place_in_file])
        if "type" in element.attrib and place_in_file:
            del element.attrib["type"]
        copies = [_copied(part) for part in placeholders[place_in_file]]
        _replace(element, *copies, placeholder(5, "Slide number", NUMBER_KIND))


def _copied(element: Element) -> Element:
    """Return an element for one more place: a tree holds it only once."""
    return element.__deepcopy__(None)


def _replace(holder: Element, *shapes: Element) -> None:
    """Give a master or a layout these shapes and no others."""
    tree = holder.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    tree[2:] = list(shapes)  # after the names and the place of the tree itself
