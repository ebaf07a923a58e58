"""What PDF files hold, for tests: their structure, their words and where those stand, where links lead."""

import html
import io
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from argmap.geometry import Rect
from tests.programs import program

Places = dict[str, list[list[float]]]
"""The boxes of each word on a page: left, top, right, bottom, in points from the upper left corner."""


def reader_of(written: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(written))


def root_of(written: bytes) -> Any:
    return reader_of(written).trailer["/Root"]


def standards_in(written: bytes) -> str:
    """Return what the file says of the standards that it keeps to."""
    return str(root_of(written)["/Metadata"].get_data().decode())


def elements(node: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the elements of a structure tree in the order of reading."""
    node = node.get_object()
    if isinstance(node, Sequence):
        for child in node:
            yield from elements(child)
    elif isinstance(node, Mapping):
        yield node
        if "/K" in node:
            yield from elements(node["/K"])


def places_of_words(written: bytes) -> list[Places]:
    """Return page by page where poppler finds each word."""
    boxes = subprocess.run(
        [program("pdftotext"), "-bbox", "-", "-"], input=written, capture_output=True, check=True
    ).stdout.decode()
    pages = []
    for page in boxes.split("<page ")[1:]:
        found: Places = {}
        for *edges, word in re.findall(r'<word xMin="(.*)" yMin="(.*)" xMax="(.*)" yMax="(.*)">(.*)</word>', page):
            found.setdefault(html.unescape(word), []).append([float(edge) for edge in edges])
        pages.append(found)
    return pages


@dataclass(frozen=True)
class Link:
    """A link on a page: its room, and the page, counted from 1, or the address to which it leads."""

    rect: Rect
    page: int | None
    url: str


def links_on(reader: PdfReader, number: int) -> list[Link]:
    """Return the links on a page, counted from 1."""
    page: Any = reader.pages[number - 1]
    height = float(page.mediabox.height)
    found = []
    for annotation in page.get("/Annots", ()):
        link = annotation.get_object()
        left, low, right, high = map(float, link["/Rect"])
        goal = reader.named_destinations.get(str(link.get("/Dest")))
        leads_to = None if goal is None else (reader.get_destination_page_number(goal) or 0) + 1
        url = str(link["/A"]["/URI"]) if "/A" in link else ""
        found.append(Link(Rect(left, height - high, right - left, high - low), leads_to, url))
    return found


@dataclass(frozen=True)
class Bookmark:
    """A bookmark: its words, how deep it stands, and the page, counted from 1, to which it leads."""

    title: str
    depth: int
    page: int


def bookmarks(reader: PdfReader, outline: Any = None, depth: int = 1) -> Iterator[Bookmark]:
    """Yield the bookmarks from top to bottom."""
    for item in reader.outline if outline is None else outline:
        if isinstance(item, list):
            yield from bookmarks(reader, item, depth + 1)
        else:
            yield Bookmark(str(item.title), depth, (reader.get_destination_page_number(item) or 0) + 1)
