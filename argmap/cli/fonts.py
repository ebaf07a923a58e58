"""What ``argmap render`` offers about text: how it stands in the file, and in which font."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from argmap.checks import Selection
    from argmap.drawing import Drawing

_Command = TypeVar("_Command", bound=Callable[..., Any])


def font_options(command: _Command) -> _Command:
    """Add the options about fonts to a command."""
    font = click.option("--font", metavar="FILE", default="", help="Set the words in this TrueType or OpenType font.")
    bold = click.option("--bold-font", metavar="FILE", default="", help="Set the thesis and the tabs in this one.")
    return font(bold(command))


def text_options(command: _Command) -> _Command:
    """Add the options about text to a command."""
    form = click.option(
        "--text",
        type=click.Choice(["outlines", "font", "plain"]),
        default="outlines",
        help="Text in SVG: outlines; with its font, for the web; plain, for editing. [outlines]",
    )
    return form(font_options(command))


def refuse_bad_fonts(font: str, bold: str) -> None:
    """End the run where a font cannot be drawn with; one without the other is wrong usage."""
    from argmap.font_files import FontError
    from argmap.text import typeface_in

    if bold and not font:
        raise click.UsageError("--bold-font goes with a font for all else; add --font FILE")
    if not font:
        return
    try:
        typeface_in(Path(font), Path(bold) if bold else None)
    except OSError as fault:
        raise click.ClickException(f"cannot read {fault.filename or font}: {fault.strerror}") from None
    except FontError as fault:
        raise click.ClickException(str(fault)) from None


def selection_for(font: str) -> "Selection | None":
    """Return the checks to run: what the usual font lacks is nothing to one who brings another."""
    from argmap.checks import Selection

    return Selection(without=frozenset({"no-glyph"})) if font else None


def warn_of_lacking(drawing: "Drawing", path: Path) -> None:
    """Name the characters of a drawing that its font lacks."""
    from argmap.checks.no_glyph import listed

    boxed = (line for line in drawing.lines if 0 in line.line.numbers)
    lacking = (drawing.typeface.of(line.weight).lacking(line.line.text) for line in boxed)
    if missing := list(dict.fromkeys(character for characters in lacking for character in characters)):
        message = f"the font has no {listed(missing)}, and shows an empty box for each; give --font one that has it"
        click.echo(f"{path}: warning: {message}", err=True)
