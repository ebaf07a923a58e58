"""What stands in a document for a drawing: pandoc's elements, with HTML or LaTeX where pandoc has none."""

import re
from collections.abc import Sequence
from html import escape

from argmap.drawing import Drawing
from argmap.layout.frame import Frame
from argmap.pandoc.document import Request
from argmap.pandoc.targets import Target
from argmap.pandoc.words import Element, words

_LENGTH = re.compile(r"\d+(\.\d+)?(px|pt|cm|mm|in|em|%)?")
_BELOW_A_FRAME_TITLE = 75.0
"""The part of a page's height, in percent, that pictures of Beamer get: the rest is for the title of the frame."""
_SIZES = ("width", "height")
_FRAGMENT = re.compile(r'(?<=<g )([^<>]* data-fragment-index=")(\d+)(?=")')


def raw(kind: str, form: str, text: str) -> Element:
    """Return a piece of HTML or LaTeX: a ``RawBlock`` or a ``RawInline``."""
    return {"t": kind, "c": [form, text]}


def inline_svg(svg: str, request: Request, target: Target, drawing: Drawing) -> str:
    """Return a drawing as it stands in HTML: never wider than its place, and as large as the author says."""
    given = {name: length for name in _SIZES if (length := _length(request.attributes.get(name, "")))}
    unit = "px" if target.pixels else "pt"
    width = {} if given else {"width": f"{natural_width(drawing, target):.0f}{unit}"}
    rest = {} if "height" in given else {"height": "auto"}
    style = {**width, **given, **({} if "width" in given else {"max-width": "100%"}), **rest}
    told = ";".join(f"{name}:{value}" for name, value in style.items())
    return svg.partition("?>")[2].strip().replace("<svg ", f'<svg style="{told}" ', 1)


def fragments_after(svg: str, shown: int) -> tuple[str, int]:
    """Return a drawing whose fragments come after those shown before in its document, and how many there are then.

    reveal.js numbers the fragments of each slide anew, in this order, so gaps do no harm.

    >>> fragments_after('<g data-step="1" data-fragment-index="0"/>', 4)
    ('<g data-step="1" data-fragment-index="4"/>', 5)
    """
    indices = [int(index) for _, index in _FRAGMENT.findall(svg)]
    moved = _FRAGMENT.sub(lambda found: f"{found[1]}{int(found[2]) + shown}", svg)
    return moved, max((index + 1 for index in indices), default=0) + shown


def natural_width(drawing: Drawing, target: Target) -> float:
    """Return how wide a drawing is to be, in points, for its text not to be larger than fits the page."""
    larger = drawing.text_size / target.text if target.text else 1.0
    return drawing.width * drawing.scale / max(1.0, larger)


def image(path: str, alternative: list[Element], request: Request, target: Target, drawing: Drawing) -> Element:
    """Return a picture with its alternative text."""
    sizes = {name: request.attributes[name] for name in _SIZES if name in request.attributes}
    if target.overlays and not sizes:
        width, height = shares(drawing, target.room)
        sizes = {"width": f"{width:.0f}%", "height": f"{height:.0f}%"}
    elif target.text and not sizes:
        sizes = {"width": f"{natural_width(drawing, target) / 72:.2f}in"}
    others = {name: value for name, value in request.attributes.items() if name not in _SIZES}
    attributes = [request.identifier, list(request.classes), [*map(list, (others | sizes).items())]]
    return {"t": "Image", "c": [attributes, alternative, [path, ""]]}


def overlays(paths: Sequence[str], request: Request, target: Target, drawing: Drawing) -> str:
    """Return LaTeX that shows one picture after the other, all in the same place; the last one stays."""
    width, height = shares(drawing, target.room)
    if given := re.fullmatch(r"(\d+(?:\.\d+)?)%", request.attributes.get("width", "")):
        width, height = float(given[1]), 100.0
    sizes = f"width={width / 100:.3f}\\textwidth,height={height / 100:.3f}\\textheight,keepaspectratio"
    steps = [f"{step}" for step in range(1, len(paths))] + [f"{len(paths)}-"]
    return "%\n".join(f"\\includegraphics<{step}>[{sizes}]{{{path}}}" for step, path in zip(steps, paths, strict=True))


def shares(drawing: Drawing, room: Frame) -> tuple[float, float]:
    """Return which part of a Beamer page a drawing takes, in percent of width and height, as large as it was placed."""
    wide, high = drawing.width * drawing.scale / room.width, drawing.height * drawing.scale / room.height
    return min(100.0, 100.0 * wide), min(_BELOW_A_FRAME_TITLE, _BELOW_A_FRAME_TITLE * high)


def figure(content: Element, request: Request, target: Target, form: str, *, knows_figures: bool) -> list[Element]:
    """Return blocks that show a picture, or what stands for one in HTML or LaTeX, above its caption."""
    caption = list(request.caption)
    if knows_figures and caption:
        attributes = [request.identifier, list(request.classes), []]
        bare = _without_identifier(content)
        return [{"t": "Figure", "c": [attributes, [None, [_plain(caption)]], [_plain([bare])]]}]
    if form == "html":
        mark = f' id="{escape(request.identifier)}"' if request.identifier else ""
        names = escape(" ".join(("argmap-figure", *request.classes)))
        begin, end = (
            raw("RawBlock", "html", f'<figure{mark} class="{names}" style="margin:0 auto">'),
            raw("RawBlock", "html", "</figure>"),
        )
        return [begin, _plain([content]), *_html_caption(caption), end]
    if form == "latex" and caption:
        inlines = [raw("RawInline", "latex", "\\caption{"), *caption, raw("RawInline", "latex", "}")]
        return _within("figure", "\n\\centering", [_plain([content]), _plain(inlines)])
    if target.file == "pdf" and not caption:
        return _within("center", "", [_plain([content])])
    return [_old_figure(content, caption, target)]


def _within(environment: str, more: str, blocks: list[Element]) -> list[Element]:
    """Return blocks within an environment of LaTeX's."""
    begin, end = f"\\begin{{{environment}}}{more}", f"\\end{{{environment}}}"
    return [raw("RawBlock", "latex", begin), *blocks, raw("RawBlock", "latex", end)]


def _html_caption(caption: list[Element]) -> list[Element]:
    if not caption:
        return []
    begin, end = raw("RawBlock", "html", "<figcaption>"), raw("RawBlock", "html", "</figcaption>")
    return [begin, _plain(caption), end]


def _old_figure(content: Element, caption: list[Element], target: Target) -> Element:
    """Return a picture as pandoc 2 has figures: the caption as its text, and what it shows, if at all, as its title."""
    attributes, alternative, (path, _) = content["c"]
    title = "fig:" if caption else ""
    if target.told_by is not None and (caption or not target.told_by):
        title = target.told_by + words(alternative)
        alternative = caption
    return {"t": "Para", "c": [{"t": "Image", "c": [attributes, caption or alternative, [path, title]]}]}


def _without_identifier(content: Element) -> Element:
    """Return a picture without the identifier that its figure has."""
    if content["t"] != "Image":
        return content
    (_, classes, pairs), *rest = content["c"]
    return {"t": "Image", "c": [["", classes, pairs], *rest]}


def _plain(inlines: list[Element]) -> Element:
    return {"t": "Plain", "c": inlines}


def _length(text: str) -> str:
    """Return a length as CSS has it; nothing if it is none."""
    if not (found := _LENGTH.fullmatch(text)):
        return ""
    return text if found[2] else f"{text}px"
