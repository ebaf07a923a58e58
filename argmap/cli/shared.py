"""What the commands share: reading maps, telling of problems."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from argmap.checks import Selection
    from argmap.model import ArgumentMap
    from argmap.problems import Problem
    from argmap.reader import Reading
    from argmap.source import Document

MAP = click.Path(exists=True, dir_okay=False, path_type=Path)
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
