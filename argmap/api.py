"""argmap as a library: read a map, check it, draw it."""

from collections.abc import Iterable
from pathlib import Path

from argmap.checks import problems_of
from argmap.drawing import Drawing
from argmap.layout.cards import Wording
from argmap.model import ArgumentMap, View
from argmap.outputs.files import write_whole
from argmap.outputs.formats import FORMATS, content, format_of
from argmap.outputs.options import Options
from argmap.painting import paint
from argmap.problems import Problem, has_errors
from argmap.reader import Reading, read_file
from argmap.scenes import Look, part_named, scene_of
from argmap.theme import Theme


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
    blank: Iterable[str] = (),
    answers: bool = False,
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
    blank
        What to leave empty for an exercise, each with a number: ids of claims, ``implicit`` ones, ``objections``, or a
        share of the claims but the thesis, like ``30%``. All stands where it stands in the drawing without blanks.
    answers
        Whether to draw the key of that exercise: all of it, the answers with their numbers.

    Raises
    ------
    OSError
        A font or a theme cannot be read.
    argmap.font_files.FontError
        A file is no font, or one that cannot be drawn with.
    KeyError
        The map has no view of that name, or no claim that is called as the focus of the view.
    ValueError
        There is no such slide; the packed layout is asked for with arrows that point left, or answers without blanks.
    argmap.blanks.BlankError
        The drawing does not show what is to be blank. It is a ``ValueError``.
    argmap.theme_file.ThemeError
        A theme file has errors, or no theme is called that.
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    look = Look(
        numbers=numbers,
        sources=sources,
        prefix=prefix,
        theme=theme,
        color_by=color_by,
        words=words,
        wrap=wrap,
        layout=layout,
        slide=slide,
        direction=direction,
        engine=engine,
        font=font,
        bold_font=bold_font,
        blank=(blank,) if isinstance(blank, str) else tuple(blank),
        answers=answers,
    )
    return paint(scene_of(argument, part_named(argument, view), look))


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


__all__ = ["Drawing", "MapError", "Reading", "Wording", "check", "draw", "load", "save"]
