"""argmap as a library: read a map, check it, draw it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from argmap.captions import Sources, captioned
from argmap.checks import problems_of
from argmap.coloring import ColorBy, Key, coloring_of, tags_of
from argmap.drawing import Drawing
from argmap.drawing import draw as draw_placed
from argmap.engine import Engine
from argmap.layout import layered, packed
from argmap.layout.blocks import Direction
from argmap.layout.cards import Wording, make_card_choices, make_cards
from argmap.layout.fit import Fitted, Place, Words, fit, frame_of
from argmap.layout.placement import Candidate
from argmap.legend import legend_sizes
from argmap.model import ArgumentMap, View
from argmap.outputs.files import write_whole
from argmap.outputs.formats import FORMATS, content, format_of
from argmap.outputs.options import Options
from argmap.problems import Problem, has_errors
from argmap.reader import Reading, read_file
from argmap.text import Typeface, default_typeface, typeface_in
from argmap.theme import Theme
from argmap.theme_file import theme_of
from argmap.views import Part, part_of

RIVALS_UP_TO = 100
"""Up to how many claims both ways of placing are tried; of larger arguments, the packed drawing is larger by far."""


class MapError(Exception):
    """A map has errors; ``problems`` lists them in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        first = next(problem for problem in problems if problem.severity == "error")
        super().__init__(f"{first.file}:{first.line}:{first.column}: {first.message}")


def load(path: str | Path) -> ArgumentMap:
    """Read a map file.

    Raises
    ------
    OSError
        The file cannot be read.
    MapError
        The map has errors.
    """
    reading = read_file(Path(path))
    problems = problems_of(reading)
    if reading.map is None or has_errors(problems):
        raise MapError(problems)
    return reading.map


def check(path: str | Path) -> tuple[Problem, ...]:
    """Return the problems of a map file, in the order of the file.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    return problems_of(read_file(Path(path)))


def draw(
    argument: ArgumentMap,
    view: str | View | Iterable[str | View] | None = None,
    *,
    numbers: bool = False,
    sources: str = "none",
    prefix: str = "",
    theme: str | Path | Theme = "light",
    color_by: str = "relation",
    words: str = "auto",
    wrap: float | None = None,
    layout: str = "auto",
    slide: str = "16:9",
    direction: str = "up",
    engine: str = "builtin",
    font: str | Path | None = None,
    bold_font: str | Path | None = None,
) -> Drawing:
    """Draw a map, or a view of it.

    Parameters
    ----------
    view
        The name of one of the map's views, or a view made on the spot; of several, each narrows the one before it.
    numbers
        Whether every card shows its claim's number in the order of the whole map's argument.
    sources
        Whether the sources of claims stand small under their sentences: ``none``, ``locator`` or ``full``.
    prefix
        What every id of the drawing begins with, instead of ``argmap`` and the map's title; the name of a view follows.
    theme
        The name of a theme, the path of a theme file, or a theme.
    color_by
        What colour tells: the ``relation`` of inferences, the ``side`` that claims are on, or their ``tag``.
    words
        ``full`` sentences, ``label``, or ``auto``: sentences while they are legible on a slide.
    wrap
        The width of the text of a card in points, where text is 12 points; the best of several if not given.
    layout
        ``packed`` or ``layered``, or ``auto``: whichever gives the larger text on the slide. An argument that is
        too far from a tree to be packed is drawn in layers all the same.
    slide
        The slide that the drawing has to fit: ``16:9``, ``4:3``, ``A4``, ``none``, or its size in points, ``960x540``.
    direction
        Where arrows point: ``up`` or, in layers, ``left``.
    engine
        ``builtin`` Graphviz, or the ``system``'s.
    font
        A TrueType or OpenType file to set the words in, instead of Source Sans Pro.
    bold_font
        Another for the thesis and the tabs; by default they are set in ``font``, heavier if it is a variable font.

    Raises
    ------
    OSError
        A font or a theme cannot be read.
    argmap.font_files.FontError
        A file is no font, or one that cannot be drawn with.
    KeyError
        The map has no view of that name, or no claim that is called as the focus of the view.
    ValueError
        There is no such slide, or the packed layout is asked for with arrows that point left.
    argmap.theme_file.ThemeError
        A theme file has errors, or no theme is called that.
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    if layout == "packed" and direction != "up":
        raise ValueError("in the packed layout arrows point up; leave out the layout or the direction")
    part = captioned(_part(argument, view), argument, numbers=numbers, sources=Sources(sources))
    look = theme_of(theme)
    part = replace(part, own_words=look.words)
    coloring = coloring_of(part, look, ColorBy(color_by), tags_of(argument))

    face = _typeface(argument.language, font, bold_font)
    fitted = place(
        part,
        words=words,
        wrap=wrap,
        layout=layout,
        slide=slide,
        direction=direction,
        engine=engine,
        typeface=face,
        keys=coloring.keys,
    )
    return draw_placed(part, fitted, coloring, prefix=prefix, typeface=face)


def place(
    part: Part,
    *,
    words: str = "auto",
    wrap: float | None = None,
    layout: str = "auto",
    slide: str = "16:9",
    direction: str = "up",
    engine: str = "builtin",
    typeface: Typeface | None = None,
    keys: tuple[Key, ...] = (),
) -> Fitted:
    """Place a part of a map as :func:`draw` does."""
    face = typeface or default_typeface(part.map.language)
    frame, legends = frame_of(slide), legend_sizes(part, face, keys)
    ways: list[Place] = []
    if direction == "up" and layout in ("auto", "packed"):
        ways.append(
            lambda wording: packed.candidates(
                part.map, make_card_choices(part, wording, wrap, face), frame.ratio, legends
            )
        )
    widths = (wrap,) if wrap else layered.wraps_for(len(part.map.claims), rivalled=bool(ways))

    def in_layers(wording: Wording) -> Iterator[Candidate]:
        return _layered(part, wording, widths, Direction(direction), Engine(engine), typeface=face)

    if layout == "layered" or not ways or (layout == "auto" and len(part.map.claims) <= RIVALS_UP_TO):
        ways.append(in_layers)
    return fit(part, ways, legends, spare=in_layers, words=Words(words), frame=frame)


def save(
    drawing: Drawing, path: str | Path, *, scale: float = 2.0, transparent: bool = False, author: str = ""
) -> None:
    """Write a drawing into a file, whole or not at all; the suffix says as what: svg, png, pdf or dot.

    Parameters
    ----------
    scale
        Pixels to a point of the slide, for PNG.
    transparent
        Leave the ground out.
    author
        Who made the map, for the properties of a PDF.

    Raises
    ------
    ValueError
        The suffix stands for none of these formats.
    argmap.outputs.options.OutputError
        The drawing cannot be written in this format; a PDF needs the package ``typst``.
    OSError
        The file cannot be written.
    """
    format_name = format_of(path)
    if format_name is None:
        raise ValueError(f'"{path}" should end in .{", .".join(FORMATS)}; that is what argmap can write')
    options = Options(scale=scale, transparent=transparent, author=author)
    write_whole(Path(path), content(drawing, format_name, options))


def _part(argument: ArgumentMap, view: str | View | Iterable[str | View] | None) -> Part:
    """Return the part of a map that views show, which are named or given."""
    named = {known.name: known for known in argument.views}
    views = [view] if view is None or isinstance(view, str | View) else view
    return part_of(argument, *(named[name] if isinstance(name, str) else name for name in views))


def _typeface(language: str, font: str | Path | None, bold: str | Path | None) -> Typeface:
    """Return the typeface of font files, or the usual one."""
    if not font:
        return default_typeface(language)
    return typeface_in(Path(font), Path(bold) if bold else None, language)


def _layered(
    part: Part,
    wording: Wording,
    widths: Iterable[float],
    direction: Direction,
    engine: Engine,
    *,
    typeface: Typeface,
) -> Iterator[Candidate]:
    """Place in layers, at several widths of the cards."""
    for width in widths:
        yield layered.candidate(part.map, make_cards(part, wording, width, typeface), direction, engine)


__all__ = ["Drawing", "MapError", "Reading", "Wording", "check", "draw", "load", "save"]
