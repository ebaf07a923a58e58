"""``argmap render``: draw maps."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared import MAP, argument_in, view_of

if TYPE_CHECKING:
    from argmap.drawing import Drawing


@click.command()
@click.argument("maps", nargs=-1, required=True, type=MAP, metavar="MAP...")
@click.option("-o", "--output", metavar="FILE", help="Write here; - writes to standard output. [default: MAP.svg]")
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write into here."
)
@click.option("--view", metavar="NAME", help="Draw this view of the map.")
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
    maps: tuple[Path, ...], output: str | None, folder: Path | None, view: str | None, **options: str | float | None
) -> None:
    """Draw maps as SVG."""
    _refuse_bad_outputs(maps, output, folder)
    _refuse_bad_layout(options)
    failed = False
    for path in maps:
        failed = not _render(path, output, folder, view, options) or failed
    sys.exit(1 if failed else 0)


def _refuse_bad_outputs(maps: tuple[Path, ...], output: str | None, folder: Path | None) -> None:
    """Refuse what would overwrite a map or another drawing, or cannot be written."""
    from argmap.outputs.files import SUFFIXES

    if output and folder:
        raise click.UsageError("use either -o or --to")
    if output and len(maps) > 1:
        raise click.UsageError("-o names one file; use --to DIR for several maps")
    if output and output != "-" and Path(output).suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise click.UsageError(f'"{output}" should end in {known}; that is what argmap can write')
    stems = [path.stem for path in maps]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if folder and twice:
        raise click.UsageError(f'two maps are called "{twice}", and would be written to one file')


def _refuse_bad_layout(options: dict[str, str | float | None]) -> None:
    """Refuse a slide that there is not, and a layout that cannot be had."""
    from argmap.layout.fit import frame_of

    try:
        frame_of(str(options["slide"]))
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None
    if options["layout"] == "packed" and options["direction"] == "left":
        raise click.UsageError("in the packed layout arrows point up; use --layout layered with --direction left")


def _render(
    path: Path, output: str | None, folder: Path | None, view: str | None, options: dict[str, str | float | None]
) -> bool:
    """Draw one map and say how; tell whether it could be done."""
    from argmap.api import draw
    from argmap.engine import EngineError
    from argmap.outputs.files import default_output
    from argmap.svg import to_svg

    argument = argument_in(path)
    if argument is None:
        click.echo(f"{path}: not drawn, for it has errors", err=True)
        return False
    target = Path(output) if output else default_output(path, view or "", folder)
    try:
        drawing = draw(argument, view_of(argument, view), **options)  # type: ignore[arg-type]
    except EngineError as fault:
        click.echo(f"{path}: {fault}", err=True)
        return False
    content = to_svg(drawing).encode()
    if output == "-":
        click.echo(content, nl=False)
    elif not _write(target, content, path):
        return False
    click.echo(f"{output or target}: {_told(drawing)}", err=output == "-")
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


def _told(drawing: "Drawing") -> str:
    """Say what was drawn and how large its text is on a slide."""
    from argmap.reports import counted

    how = "as labels" if drawing.wording == "label" else "in full"
    where = "" if drawing.slide == "none" else f" on a {drawing.slide} slide"
    return f"{counted(len(drawing.claims), 'claim')}, {how}; text is {drawing.text_size:.1f} pt{where}"


def _warn_if_small(drawing: "Drawing", path: Path) -> None:
    """Name the ways out where text is too small for a slide."""
    from argmap.layout.fit import LEGIBLE

    if drawing.text_size < LEGIBLE:
        ways = ["draw a part with --view"]
        if drawing.wording == "full":
            ways.insert(0, "use --words label")
        message = f"text under {LEGIBLE:.0f} pt is hard to read on a slide; {' or '.join(ways)}"
        click.echo(f"{path}: warning: {message}", err=True)
