"""What the commands share: reading maps, telling of problems."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from argmap.checks import Selection
    from argmap.model import ArgumentMap
    from argmap.problems import Problem
    from argmap.reader import Reading
    from argmap.source import Document


class _MapFile(click.Path):
    """A map that is there; for one that is not, the error names a file beside it that may be meant."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path of a map."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as fault:
            meant = _meant_file(Path(value))
            raise click.BadParameter(f"{fault.message} {meant}".rstrip(), ctx, param) from None


def _meant_file(path: Path) -> str:
    """Return which file is probably meant by a path at which there is none, as a question."""
    from argmap.names import nearest

    try:
        there = sorted(file.name for file in path.parent.iterdir() if file.suffix in (".yaml", ".yml"))
    except OSError:
        return ""
    own = next((name for name in there if Path(name).stem == path.name), None)
    near = own or nearest(path.name, there)
    return f'Did you mean "{path.with_name(near)}"?' if near else ""


MAP = _MapFile()
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def read(path: Path, selection: "Selection | None" = None) -> "tuple[Reading, tuple[Problem, ...]]":
    """Read and check a map; a file that cannot be read ends the run."""
    from argmap.checks import USUAL, problems_of
    from argmap.reader import read_file

    try:
        reading = read_file(path)
    except OSError as fault:
        raise click.ClickException(f"cannot read {path}: {fault.strerror}") from None
    return reading, problems_of(reading, selection or USUAL)


def argument_in(path: Path, selection: "Selection | None" = None) -> "ArgumentMap | None":
    """Return a map without errors, telling of its problems on standard error."""
    from argmap.problems import has_errors

    reading, problems = read(path, selection)
    show(problems, reading.document, err=True)
    return None if has_errors(problems) else reading.map


def show(problems: "tuple[Problem, ...]", document: "Document", *, err: bool) -> None:
    """Tell of problems as text."""
    from argmap.reports.text import problem_text

    for problem in problems:
        click.echo(problem_text(problem, document), err=err)
