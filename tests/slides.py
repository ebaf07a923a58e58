"""Presentations, taken apart: what is on their slides, and what Impress makes of them."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree
from PIL import Image
from pptx import Presentation

from argmap.deck.slides import Deck, Page, Slide
from tests.office import printed_together
from tests.programs import program

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
FEW_PIXELS = 1 / 4
"""How many pixels a PNG has to a point where nobody looks at them: painting takes most of the time of a deck."""
EMBED = f"{{{NAMES['r']}}}embed"
LINKED = f"{{{NAMES['r']}}}id"


def opened(written: bytes) -> Any:
    """Open a presentation with python-pptx."""
    return Presentation(BytesIO(written))


def files_in(written: bytes) -> dict[str, bytes]:
    """Return the files of a package by their names."""
    with ZipFile(BytesIO(written)) as package:
        return {name: package.read(name) for name in package.namelist()}


def leaves_of(deck: Deck) -> list[tuple[Slide, Page | None]]:
    """Return what a file has a slide for: every page of a slide that is built up, or the whole of it."""
    return [
        (slide, page) for slide in deck.slides for page in ((slide.pages if deck.paged else slide.pages[-1:]) or [None])
    ]


def found(element: Any, path: str) -> list[Any]:
    """Return what an XPath finds, with the usual prefixes."""
    return list(etree._Element.xpath(element, path, namespaces=NAMES))


def relationships(files: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield the source, the type and the target of every relationship within a package (ECMA-376, part 2, 9.3)."""
    for name, content in files.items():
        if not name.endswith(".rels"):
            continue
        folder = dirname(dirname(name))
        for relation in etree.fromstring(content):
            if relation.get("TargetMode") != "External":
                yield name, relation.get("Type"), normpath(join(folder, relation.get("Target"))).lstrip("/")


def by_impress(decks: Mapping[str, bytes], folder: Path, env: Mapping[str, str] | None = None) -> dict[str, Path]:
    """Let Impress, started once, print presentations; return the PDFs by the names that the presentations have."""
    for name, written in decks.items():
        (folder / f"{name}.pptx").write_bytes(written)
    return dict(zip(decks, printed_together([folder / f"{name}.pptx" for name in decks], folder, env=env), strict=True))


def pages_of(pdf: Path) -> list[Image.Image]:
    """Return the pages of a PDF, two pixels to a point."""
    pages = pdf.with_suffix("")
    subprocess.run([program("pdftoppm"), "-r", "144", "-png", pdf, pages], check=True, timeout=300)
    return [Image.open(path).convert("RGB") for path in sorted(pdf.parent.glob(f"{pages.name}-*.png"))]


def words_of(pdf: Path) -> list[list[tuple[str, tuple[float, float, float, float]]]]:
    """Return the words on every page of a PDF, with their boxes in points."""
    command = [program("pdftotext"), "-bbox", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    word = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
    pages = told.split("<page ")[1:]
    return [
        [(m[5], (float(m[1]), float(m[2]), float(m[3]), float(m[4]))) for m in word.finditer(page)] for page in pages
    ]
