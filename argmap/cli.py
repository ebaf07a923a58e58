"""The command line: each command is a readable line of the pipeline."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap import __version__

if TYPE_CHECKING:
    from argmap.drawing import Drawing
    from argmap.model import ArgumentMap, View
    from argmap.problems import Problem
    from argmap.reader import Reading

MAP = click.Path(exists=True, dir_okay=False, path_type=Path)
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="argmap")
def main() -> None:
    """Draw an argument written in YAML as a diagram fit for a slide, and check it line by line.

    Exit codes: 0 all is well, 1 something is wrong with a map or a file, 2 the command was not understood.
    """


@main.command()
@click.argument("maps", nargs=-1, required=True, type=MAP, metavar="MAP...")
def check(maps: tuple[Path, ...]) -> None:
    """Say what is wrong with maps, line by line."""
    from argmap.problems import has_errors

    failed = False
    for path in maps:
        reading, problems = _read(path)
        _show(problems, reading, err=False)
        click.echo(_summary(reading, problems))
        failed = failed or has_errors(problems)
    sys.exit(1 if failed else 0)


@main.command()
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


@main.command()
@click.argument("map_file", type=MAP, metavar="MAP")
@click.option("--view", metavar="NAME", help="Outline this view of the map.")
def outline(map_file: Path, view: str | None) -> None:
    """Print an argument as indented words."""
    from argmap.outline import outline as in_words
    from argmap.views import part_of

    argument = _argument(map_file)
    if argument is None:
        sys.exit(1)
    part = part_of(argument, _view(argument, view))
    click.echo(in_words(part.map), nl=False)


# what the commands share


def _read(path: Path) -> "tuple[Reading, tuple[Problem, ...]]":
    """Read and check a map; a file that cannot be read ends the run."""
    from argmap.checks import problems_of
    from argmap.reader import read_file

    try:
        reading = read_file(path)
    except OSError as fault:
        raise click.ClickException(f"cannot read {path}: {fault.strerror}") from None
    return reading, problems_of(reading)


def _argument(path: Path) -> "ArgumentMap | None":
    """Return a map without errors, telling of its problems on standard error."""
    from argmap.problems import has_errors

    reading, problems = _read(path)
    _show(problems, reading, err=True)
    return None if has_errors(problems) else reading.map


def _show(problems: "tuple[Problem, ...]", reading: "Reading", *, err: bool) -> None:
    from argmap.reports.text import problem_text

    for problem in problems:
        click.echo(problem_text(problem, reading.document), err=err)


def _summary(reading: "Reading", problems: "tuple[Problem, ...]") -> str:
    """Say in a line what a map holds and how many problems it has."""
    from argmap.problems import Severity

    counts = [
        _count(sum(problem.severity is severity for problem in problems), severity.value) for severity in Severity
    ]
    verdict = ", ".join(count for count in counts if not count.startswith("0 ")) or "no problems"
    argument = reading.map
    if argument is None:
        return f"{reading.document.file}: {verdict}"
    parts = [_count(len(argument.claims), "claim"), _count(len(argument.inferences), "inference")]
    if argument.sources:
        parts.append(_count(len(argument.sources), "source"))
    return f"{reading.document.file}: {', '.join(parts)}; {verdict}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _view(argument: "ArgumentMap", name: str | None) -> "View | None":
    """Return the view of a name; a name that is not there is wrong usage."""
    from argmap.names import did_you_mean

    views = {view.name: view for view in argument.views}
    if name is not None and name not in views:
        hint = did_you_mean(name, views) or (f"the views are {', '.join(views)}" if views else "the map has no views")
        raise click.UsageError(f'no view is called "{name}"; {hint}')
    return views.get(name or "")


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
    from argmap.outputs.files import default_output, write_whole
    from argmap.svg import to_svg

    argument = _argument(path)
    if argument is None:
        click.echo(f"{path}: not drawn, for it has errors", err=True)
        return False
    target = Path(output) if output else default_output(path, view or "", folder)
    try:
        drawing = draw(argument, _view(argument, view), **options)  # type: ignore[arg-type]
        content = to_svg(drawing).encode()
        if output == "-":
            sys.stdout.buffer.write(content)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)
    except EngineError as fault:
        click.echo(f"{path}: {fault}", err=True)
        return False
    except OSError as fault:
        click.echo(f"cannot write {target}: {fault.strerror}", err=True)
        return False
    click.echo(f"{output or target}: {_told(drawing)}", err=output == "-")
    _warn_if_small(drawing, path)
    return True


def _told(drawing: "Drawing") -> str:
    """Say what was drawn and how large its text is on a slide."""
    how = "as labels" if drawing.wording == "label" else "in full"
    where = "" if drawing.slide == "none" else f" on a {drawing.slide} slide"
    return f"{_count(len(drawing.claims), 'claim')}, {how}; text is {drawing.text_size:.1f} pt{where}"


def _warn_if_small(drawing: "Drawing", path: Path) -> None:
    """Name the ways out where text is too small for a slide."""
    from argmap.layout.fit import LEGIBLE

    if drawing.text_size < LEGIBLE:
        ways = ["draw a part with --view"]
        if drawing.wording == "full":
            ways.insert(0, "use --words label")
        message = f"text under {LEGIBLE:.0f} pt is hard to read on a slide; {' or '.join(ways)}"
        click.echo(f"{path}: warning: {message}", err=True)
