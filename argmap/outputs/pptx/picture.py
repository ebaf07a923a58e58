"""A drawing as a picture on a slide: an SVG, and a PNG for programs that know no SVG.

In the file, the picture is the PNG, and an extension of it names the SVG: MS-ODRAWXML, section 2.26.3.1 (CT_SVGBlip,
with its namespace) and 5.24 (its schema). Both are parts that a relationship of the type ``image`` leads to, as
ECMA-376, part 1, 15.2.14 has it; the content type of the SVG is the one that W3C has registered for it.
"""

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.package import Package
from pptx.parts.slide import SlidePart

from argmap.drawing import Drawing
from argmap.geometry import Rect
from argmap.outputs.options import Options
from argmap.outputs.png import to_png
from argmap.outputs.pptx.elements import Element, make, place, preset
from argmap.svg import to_svg

SVG_TYPE = "image/svg+xml"
PIXELS = 2 * 96 / 72
"""How many pixels the PNG has to a point: twice those of a slide at 96 to the inch, which is how Windows counts."""
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""By what PowerPoint knows the extension of a picture that names its SVG."""
_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class Pictures:
    """The pictures of a presentation; those that are alike share their parts, so that the file stays small."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, tuple[Part, Part]] = {}

    def picture(self, drawing: Drawing, rect: Rect, slide: SlidePart, called: Element) -> Element:
        """Make the picture of a drawing on a slide (ECMA-376, part 1, 19.3.1.37)."""
        png, svg = (slide.relate_to(part, RELATIONSHIP_TYPE.IMAGE) for part in self._parts(drawing))
        return make(
            "p:pic",
            None,
            make("p:nvPicPr", None, called, make("p:cNvPicPr", None, _locked()), make("p:nvPr")),
            make("p:blipFill", None, _blip(png, svg), make("a:stretch", None, make("a:fillRect"))),
            make("p:spPr", None, place(rect), preset("rect")),
        )

    def _parts(self, drawing: Drawing) -> tuple[Part, Part]:
        svg = to_svg(drawing)
        if svg not in self._known:
            png = to_png(drawing, Options(scale=PIXELS))
            self._known[svg] = self._part("png", "image/png", png), self._part("svg", SVG_TYPE, svg.encode())
        return self._known[svg]

    def _part(self, suffix: str, kind: str, content: bytes) -> Part:
        name = PackURI(f"/ppt/media/drawing{len(self._known) + 1}.{suffix}")
        return Part(name, kind, self._package, content)


def _locked() -> Element:
    return make("a:picLocks", {"noChangeAspect": 1})


def _blip(png: str, svg: str) -> Element:
    """Make what names the parts of a picture by their relationships (ECMA-376, part 1, 20.1.8.13)."""
    vector = etree.Element(etree.QName(_NAMESPACE, "svgBlip"), nsmap={"asvg": _NAMESPACE})
    vector.set(qn("r:embed"), svg)
    return make("a:blip", {"r:embed": png}, make("a:extLst", None, make("a:ext", {"uri": _EXTENSION}, vector)))
