"""``argmap render``: draw maps."""

import sys
from pathlib import Path
from typing import Any

import click

from argmap.cli.captions import caption_options
from argmap.cli.drawing import Run
from argmap.cli.exercises import Exercise, exercise_options
from argmap.cli.fonts import refuse_bad_fonts, selection_for, text_options
from argmap.cli.formats import FormatChoice, format_options, writing_for
from argmap.cli.shared import MAP, argument_in
from argmap.cli.steps import Reveal, refuse_bad_reveal, step_options
from argmap.cli.themes import theme_in, theme_options
from argmap.cli.views import Choice, view_options, views_of


@click.command()
@click.argument("maps", nargs=-1, required=True, type=MAP, metavar="MAP...")
@click.option("-o", "--output", metavar="FILE", help="Write here; - writes to standard output. [default: MAP.svg]")
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write into here."
)
@view_options
@click.option("--all-views", is_flag=True, help="Draw every view of the map, each into a file of its own.")
@caption_options
@click.option("--prefix", metavar="NAME", default="", help="Begin every id in the drawing with this.")
@step_options
@exercise_options
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
    reveal: Reveal,
    exercise: Exercise,
    file: FormatChoice,
    theme: str,
    **options: Any,
) -> None:
    """Draw maps as SVG, PNG, PDF or DOT."""
    _refuse_bad_outputs(maps, output, folder)
    writing = writing_for(output, file, str(options.pop("text")), fragments=reveal.fragments)
    refuse_bad_reveal(reveal, writing.format, output)
    _refuse_bad_layout(options)
    refuse_bad_fonts(str(options["font"]), str(options["bold_font"]))
    _refuse_bad_prefix(maps, str(options["prefix"]))
    if all_views:
        _refuse_all_views(output, choice)
    options["theme"] = theme_in(theme)
    if options["theme"] is None:
        sys.exit(1)
    from argmap.scenes import Look

    run = Run(output, folder, writing, reveal, Look(**options), exercise, all_views=all_views)
    part = None if all_views else choice
    done = [_render(path, part, run) for path in maps]
    sys.exit(0 if all(done) else 1)


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
    from argmap.outputs.formats import format_of

    if output and folder:
        raise click.UsageError("use either -o or --to")
    if output and len(maps) > 1:
        raise click.UsageError("-o names one file; use --to DIR for several maps")
    if folder and format_of(folder) and not folder.is_dir():
        raise click.UsageError(f'--to names a folder; to write the file "{folder.name}", use -o')
    stems = [path.stem for path in maps]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if folder and twice:
        raise click.UsageError(f'two maps are called "{twice}", and would be written to one file')


def _refuse_bad_layout(options: dict[str, Any]) -> None:
    """Refuse a slide that there is not, and a layout that cannot be had."""
    from argmap.layout.frame import frame_of

    try:
        frame_of(str(options["slide"]))
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None
    if options["layout"] == "packed" and options["direction"] == "left":
        raise click.UsageError("in the packed layout arrows point up; use --layout layered with --direction left")


def _render(path: Path, choice: Choice | None, run: Run) -> bool:
    """Draw a part of one map, or without a choice all of its views; tell whether it could be done."""
    argument = argument_in(path, selection_for(str(run.look.font)))
    if argument is None:
        click.echo(f"{path}: not drawn, for it has errors", err=True)
        return False
    parts = [(view,) for view in argument.views] if choice is None else [views_of(argument, choice)]
    if not parts:
        click.echo(f"{path}: not drawn, for it has no views", err=True)
    drawn = [run.draw(path, argument, views) for views in parts]
    return all(drawn)
