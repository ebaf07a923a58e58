"""Draw the contact sheet: every map, view and theme as a small PNG, in one page (``make gallery``)."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap import draw, load
from argmap.alternative import short_alternative
from argmap.model import ArgumentMap, View
from argmap.svg import to_svg
from argmap.theme import THEMES
from argmap.views import part_of, view_made

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "gallery"
MAPS = sorted((ROOT / "maps").glob("*.yaml"))

SHOWN = ROOT / "maps" / "putin-on-two-fronts.yaml"
"""The map on which the options are shown."""
COLORS = 256
"""How many colours a picture has: as many as a byte can tell; fewer change the tints."""
DPI = 72
"""A slide is then 960 pixels wide."""

INTRODUCTION = """\
# Gallery

Every map of `maps/`, whole and in each of its views, in every theme, and below what the options of a drawing do. Each
picture has the size that the drawing has on a slide, one pixel to a point. The command under a picture draws it; `make
gallery` draws them all anew.
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the page: what is drawn, how, and the command that draws it."""

    name: str
    argument: ArgumentMap = field(repr=False)
    view: View | None
    options: dict[str, Any]
    caption: str
    command: str

    @property
    def path(self) -> Path:
        """Where the picture is."""
        return PICTURES / f"{self.name}.png"

    @property
    def markdown(self) -> str:
        """The picture with its caption."""
        told = short_alternative(part_of(self.argument, self.view))
        return f"**{self.caption}**\n\n![{told}](gallery/{self.name}.png)\n\n`{self.command}`\n"

    def png(self) -> bytes:
        """Draw it, with few colours."""
        import resvg_py
        from PIL import Image

        svg = to_svg(draw(self.argument, self.view, **self.options))
        picture = resvg_py.svg_to_bytes(svg_string=svg, dpi=DPI, skip_system_fonts=True)
        image = Image.open(io.BytesIO(bytes(picture))).convert("RGB")
        image = image.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        written = io.BytesIO()
        image.save(written, "PNG", optimize=True)
        return written.getvalue()


def in_themes(path: Path, argument: ArgumentMap, view: View | None) -> Iterator[Picture]:
    """Yield a map, or a view of it, in every theme."""
    name = f"{path.stem}.{view.name}" if view else path.stem
    chosen = f" --view {view.name}" if view else ""
    for theme in THEMES:
        command = f"argmap render maps/{path.name}{chosen} --theme {theme}"
        yield Picture(f"{name}.{theme}", argument, view, {"theme": theme}, theme.capitalize(), command)


OPTIONS: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("numbers", "narrative", "Numbers to talk about, the same in every view", "--numbers", {"numbers": True}),
    ("locators", "narrative", "Sources by key and locator", "--sources locator", {"sources": "locator"}),
    ("sources", "narrative", "Sources in full", "--sources full", {"sources": "full"}),
    ("labels", "narrative", "Labels instead of sentences", "--words label", {"words": "label"}),
    ("side", "narrative", "Colour by side", "--color-by side", {"color_by": "side"}),
    ("tag", "hindsight", "Colour by tag", "--color-by tag", {"color_by": "tag"}),
    ("layered", "narrative", "In layers", "--layout layered", {"layout": "layered"}),
    ("left", "narrative", "In layers, from right to left", "--direction left", {"direction": "left"}),
)
"""What is shown of the options: a name, a view, a caption, how it is typed, and what it is called in Python."""


def in_ways() -> Iterator[Picture]:
    """Yield a view with each option, and parts made on the spot."""
    argument = load(SHOWN)
    start = f"argmap render maps/{SHOWN.name}"
    views = {view.name: view for view in argument.views}
    for name, shown, caption, typed, options in OPTIONS:
        yield Picture(f"option.{name}", argument, views[shown], options, caption, f"{start} --view {shown} {typed}")
    focus = view_made(argument, focus="no-war", depth=1)
    yield Picture("option.focus", argument, focus, {}, "A part made on the spot", f"{start} --focus no-war --depth 1")
    tagged = view_made(argument, without=["hindsight", "narrative"])
    typed = f"{start} --without hindsight --without narrative"
    yield Picture("option.without", argument, tagged, {}, "Without some tags", typed)


def sections() -> Iterator[tuple[str, tuple[Picture, ...]]]:
    """Yield the headings of the page, each with its pictures."""
    for path in MAPS:
        argument = load(path)
        yield f"## {argument.title}", tuple(in_themes(path, argument, None))
        for view in argument.views:
            yield f"### {argument.title}: {view.title or view.name}", tuple(in_themes(path, argument, view))
    yield "## Options", tuple(in_ways())


def page() -> str:
    """Return the page."""
    parts = [INTRODUCTION]
    for heading, pictures in sections():
        parts += [heading + "\n", *(picture.markdown for picture in pictures)]
    return "\n".join(parts)


def main() -> None:
    """Draw all pictures, write the page, and take away the pictures that are no more."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    drawn = [picture for _, pictures in sections() for picture in pictures]
    for picture in drawn:
        picture.path.write_bytes(picture.png())
    for path in set(PICTURES.glob("*.png")) - {picture.path for picture in drawn}:
        path.unlink()
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
