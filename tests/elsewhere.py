"""Other programs that show a drawing: each paints it in pixels, with no fonts on the machine but some."""

import re
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image
from playwright.sync_api import Browser

from tests.browser import inline, open_page
from tests.office import printed_together
from tests.programs import program

PIXELS = 2
"""How many pixels a point of the layout has in all pictures; being whole, it leaves no program anything to round."""
_SLIDE = (793.701, 446.457)
"""The size of a slide in Impress, 28 cm × 15.75 cm, in points."""
_SLIDES = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:body><office:presentation><draw:page>
<draw:frame svg:x="0pt" svg:y="0pt" svg:width="{width}pt" svg:height="{height}pt">
<draw:image draw:mime-type="image/svg+xml"><office:binary-data>{svg}</office:binary-data></draw:image>
</draw:frame></draw:page></office:presentation></office:body></office:document>
"""


def size_of(svg: str) -> tuple[int, int]:
    """Return how large the pictures of a drawing are, in pixels."""
    box = re.search(r' viewBox="0 0 (\d+(?:\.\d)?) (\d+(?:\.\d)?)"', svg)
    assert box
    return round(float(box[1]) * PIXELS), round(float(box[2]) * PIXELS)


def in_pixels(svg: str) -> str:
    """Return a drawing with its size in pixels: programs round points, each in a way of its own.

    Its view box holds as many points, so that none has to fit a box into pixels of another shape.
    """
    width, height = size_of(svg)
    svg = re.sub(r' viewBox="[^"]*"', f' viewBox="0 0 {width / PIXELS:g} {height / PIXELS:g}"', svg, count=1)
    return re.sub(r' width="[\d.]+pt" height="[\d.]+pt"', f' width="{width}" height="{height}"', svg, count=1)


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")


@cache
def by_resvg(svg: str) -> Image.Image:
    """Paint a drawing with resvg."""
    return opened(bytes(resvg_py.svg_to_bytes(svg_string=in_pixels(svg), dpi=96, skip_system_fonts=True)))


def by_librsvg(svg: str, env: dict[str, str]) -> Image.Image:
    """Paint a drawing with librsvg, as GNOME's programs do."""
    command = [program("rsvg-convert")]
    return opened(
        subprocess.run(command, input=in_pixels(svg).encode(), env=env, capture_output=True, check=True).stdout
    )


def by_chromium(svg: str, browser: Browser, *, as_image: bool) -> Image.Image:
    """Paint a drawing with Chromium: as a picture in a page, or as part of the page."""
    width, height = size_of(svg)
    if as_image:
        source = f"data:image/svg+xml;base64,{b64encode(in_pixels(svg).encode()).decode()}"
        shown = f'<img src="{source}" style="display:block;width:{width}px;height:{height}px">'
    else:
        shown = f"<style>svg {{display:block;width:{width}px;height:{height}px}}</style>{inline(in_pixels(svg))}"
    with open_page(browser, f'<!doctype html><body style="margin:0">{shown}', width, height) as page:
        return opened(page.screenshot())


def by_impress(svgs: Mapping[str, str], env: dict[str, str], folder: Path) -> dict[str, Image.Image]:
    """Paint slides, on each of which a drawing is inserted, with Impress, by way of a PDF; by the names of drawings."""
    slides = [_slide(svg, folder / f"{name}.fodp") for name, svg in svgs.items()]
    written = printed_together(slides, folder, env=env)
    return {name: _by_poppler(pdf, svgs[name]) for name, pdf in zip(svgs, written, strict=True)}


def _slide(svg: str, path: Path) -> Path:
    width, height = (length * _scale(svg) for length in size_of(svg))
    data = b64encode(in_pixels(svg).encode()).decode()
    path.write_text(_SLIDES.format(width=width, height=height, svg=data), encoding="utf-8")
    return path


def _by_poppler(pdf: Path, svg: str) -> Image.Image:
    width, height = map(str, size_of(svg))
    paint = [program("pdftocairo"), "-png", "-singlefile", "-r", str(72 / _scale(svg))]
    crop = ["-x", "0", "-y", "0", "-W", width, "-H", height]
    return opened(subprocess.run([*paint, *crop, str(pdf), "-"], capture_output=True, check=True).stdout)


def _scale(svg: str) -> float:
    width, height = size_of(svg)
    return min(_SLIDE[0] / width, _SLIDE[1] / height)
