"""``argmap render``: draw maps."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.fonts import refuse_bad_fonts, selection_for, text_options, warn_of_lacking
from argmap.cli.formats import FormatChoice, Writing, format_options, writing_for
from argmap.cli.shared import MAP, argument_in
from argmap.cli.themes import theme_in, theme_options
from argmap.cli.views import Choice, view_options, views_of

if TYPE_CHECKING:
    from argmap.drawing import Drawing
    from argmap.model import ArgumentMap, View


@click.command()
@click.argument("maps", nargs=-1, required=True, type=MAP, metavar="MAP...")
@click.option("-o", "--output", metavar="FILE", help="Write here; - writes to standard output. [default: MAP.svg]")
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write into here."
)
@view_options
@click.option("--all-views", is_flag=True, help="Draw every view of the map, each into a file of its own.")
@click.option("--numbers", is_flag=True, help="Give every claim a number, the same in every view.")
@click.option(
    "--sources",
    type=click.Choice(["none", "locator", "full"]),
    default="none",
    help="What stands small under a sentence of where it is made. [none]",
)
@click.option("--prefix", metavar="NAME", default="", help="Begin every id in the drawing with this.")
@theme_options
@format_options
@text_options
@click.option(
    "--words", type=click.Choice(["auto", "full", "label"]), default="auto", help="What stands on the cards. [auto]"
)
@click.option("--wrap", metavar="PT", type=click.FloatRange(40, 2000), help="Wrap the text of cards at this width.")
@click.option(
    "--layout", type=click.Choice(["auto", "packed", "layered"]), default="auto", help="How to place the cards. [auto]"
)
@click.option("--slide", metavar="SIZE", default="16:9", help="16:9, 4:3, A4, none, or WxH in points. [16:9]")
@click.option("--direction", type=click.Choice(["up", "left"]), default="up", help="Where arrows point. [up]")
@click.option(
    "--engine", type=click.Choice(["builtin", "system"]), default="builtin", help="Which Graphviz to use. [builtin]"
)
def render(
    maps: tuple[Path, ...],
    output: str | None,
    folder: Path | None,
    *,
    choice: Choice,
    all_views: bool,
    file: FormatChoice,
    theme: str,
    **options: Any,
) -> None:
    """Draw maps as SVG, PNG, PDF or DOT."""
    _refuse_bad_outputs(maps, output, folder)
    writing = writing_for(output, file, str(options.pop("text")))
    _refuse_bad_layout(options)
    refuse_bad_fonts(str(options["font"]), str(options["bold_font"]))
    _refuse_bad_prefix(maps, str(options["prefix"]))
    if all_views:
        _refuse_all_views(output, choice)
    options["theme"] = theme_in(theme)
    if options["theme"] is None:
        sys.exit(1)
    part = None if all_views else choice
    failed = False
    for path in maps:
        failed = not _render(path, output, folder, part, writing=writing, options=options) or failed
    sys.exit(1 if failed else 0)


def _refuse_all_views(output: str | None, choice: Choice) -> None:
    """Refuse to draw all views into one file, or to choose among them."""
    if output:
        raise click.UsageError("-o names one file, and --all-views writes several; use --to DIR")
    if choice != Choice():
        raise click.UsageError("use either --all-views or --view, --focus, --depth, --only and --without")


def _refuse_bad_prefix(maps: tuple[Path, ...], prefix: str) -> None:
    """Refuse a prefix that several drawings would share, or that is no name."""
    from argmap.names import is_id

    if prefix and len(maps) > 1:
        raise click.UsageError("--prefix is for one map; ids that begin alike cannot stand in one page")
    if prefix and not is_id(prefix):
        raise click.UsageError(f'"{prefix}" cannot begin an id; take a letter, then letters, digits, "-" and "_"')


def _refuse_bad_outputs(maps: tuple[Path, ...], output: str | None, folder: Path | None) -> None:
    """Refuse what would overwrite a map or another drawing, or cannot be written."""
    if output and folder:
        raise click.UsageError("use either -o or --to")
    if output and len(maps) > 1:
        raise click.UsageError("-o names one file; use --to DIR for several maps")
    stems = [path.stem for path in maps]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if folder and twice:
        raise click.UsageError(f'two maps are called "{twice}", and would be written to one file')


def _refuse_bad_layout(options: dict[str, Any]) -> None:
    """Refuse a slide that there is not, and a layout that cannot be had."""
    from argmap.layout.fit import frame_of

    try:
        frame_of(str(options["slide"]))
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None
    if options["layout"] == "packed" and options["direction"] == "left":
        raise click.UsageError("in the packed layout arrows point up; use --layout layered with --direction left")


def _render(
    path: Path,
    output: str | None,
    folder: Path | None,
    choice: Choice | None,
    *,
    writing: Writing,
    options: dict[str, Any],
) -> bool:
    """Draw a part of one map, or without a choice all of its views; tell whether it could be done."""
    from argmap.outputs.files import default_output

    argument = argument_in(path, selection_for(str(options["font"])))
    if argument is None:
        click.echo(f"{path}: not drawn, for it has errors", err=True)
        return False
    parts = [(view,) for view in argument.views] if choice is None else [views_of(argument, choice)]
    if not parts:
        click.echo(f"{path}: not drawn, for it has no views", err=True)
    done = True
    for views in parts:
        name = ".".join(view.name for view in views)
        target = output or str(default_output(path, name, folder, writing.format))
        done = _draw(path, argument, views, target, writing=writing, options=options) and done
    return done


def _draw(
    path: Path,
    argument: "ArgumentMap",
    views: "tuple[View, ...]",
    output: str,
    *,
    writing: Writing,
    options: dict[str, Any],
) -> bool:
    """Draw a part of a map and say how; tell whether it could be done."""
    from argmap.api import draw
    from argmap.engine import EngineError
    from argmap.outputs.options import OutputError

    try:
        drawing = draw(argument, views, **options)
        content = writing.content(drawing, argument.author)
    except (EngineError, OutputError) as fault:
        click.echo(f"{path}: {fault}", err=True)
        return False
    if output == "-":
        click.echo(content, nl=False)
    elif not _write(Path(output), content, path):
        return False
    click.echo(f"{output}: {_told(drawing, placed=writing.placed)}", err=output == "-")
    if options["font"] or options["theme"].words:
        warn_of_lacking(drawing, path)
    if writing.placed:
        _warn_if_small(drawing, path)
    return True


def _write(target: Path, content: bytes, source: Path) -> bool:
    """Write a drawing; tell whether it could be done."""
    from argmap.outputs.files import write_whole

    try:
        if target.exists() and target.samefile(source):
            click.echo(f"cannot write {target}: it leads to the map itself", err=True)
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content)
    except OSError as fault:
        click.echo(f"cannot write {target}: {fault.strerror}", err=True)
        return False
    return True


def _told(drawing: "Drawing", *, placed: bool) -> str:
    """Say what was drawn and, if it was placed, how large its text is on a slide."""
    from argmap.reports import counted

    if not placed:
        return counted(len(drawing.claims), "claim")
    how = "as labels" if drawing.wording == "label" else "in full"
    where = "" if drawing.slide == "none" else f" on a {drawing.slide} slide"
    return f"{counted(len(drawing.claims), 'claim')}, {how}; text is {drawing.text_size:.1f} pt{where}"


def _warn_if_small(drawing: "Drawing", path: Path) -> None:
    """Name the ways out where text is too small for a slide."""
    from argmap.layout.fit import LEGIBLE

    if drawing.text_size < LEGIBLE:
        ways = ["draw a part with --view or --focus"]
        if drawing.wording == "full":
            ways.insert(0, "use --words label")
        message = f"text under {LEGIBLE:.0f} pt is hard to read on a slide; {' or '.join(ways)}"
        click.echo(f"{path}: warning: {message}", err=True)
