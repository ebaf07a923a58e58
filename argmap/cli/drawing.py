"""Draw a part of a map into a file or, step by step, into several, and say how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.exercises import Exercise
from argmap.cli.fonts import warn_of_lacking
from argmap.cli.formats import Writing
from argmap.cli.progress import progress
from argmap.cli.steps import Reveal
from argmap.cli.writing import write

if TYPE_CHECKING:
    from argmap.drawing import Drawing
    from argmap.model import ArgumentMap, View
    from argmap.scenes import Look


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for in a run: where and how to write, what to reveal, how all is to look, what to leave empty."""

    output: str | None
    folder: Path | None
    writing: Writing
    reveal: Reveal
    look: "Look"
    exercise: Exercise
    all_views: bool = False

    def draw(self, path: Path, argument: "ArgumentMap", views: "tuple[View, ...]") -> bool:
        """Draw a part of a map; tell whether it could be done."""
        from argmap.engine import EngineError
        from argmap.outputs.files import default_output
        from argmap.outputs.options import OutputError
        from argmap.scenes import part_named, scene_of

        part = part_named(argument, views)
        blank = self.exercise.within(argument, part, lenient=self.all_views)
        name = self.exercise.file_name(views, blank)
        target = self.output or str(default_output(path, name, self.folder, self.writing.format))
        if self.exercise.blank and not blank:
            click.echo(f"{target}: not drawn, for the view has nothing to blank", err=True)
            return True
        look = replace(self.look, blank=blank, answers=self.exercise.answers)
        try:
            drawings = self.reveal.drawings(scene_of(argument, part, look))
            for output, content in self._contents(target, drawings, argument.author):
                if output == "-":
                    click.echo(content, nl=False)
                elif not write(Path(output), content, path):
                    return False
        except (EngineError, OutputError) as fault:
            click.echo(f"{path}: {fault}", err=True)
            return False
        self._tell(path, self._named(target, len(drawings)), drawings[-1])
        return True

    def _contents(self, target: str, drawings: "Sequence[Drawing]", author: str) -> Iterator[tuple[str, bytes]]:
        """Yield each file that is to be written with its content."""
        from argmap.outputs.files import step_output

        if not self.reveal.steps:
            yield target, self.writing.content(drawings[0], author)
            return
        with progress("steps", len(drawings)) as done:
            for step, drawing in enumerate(drawings, 1):
                yield str(step_output(Path(target), step, len(drawings))), self.writing.content(drawing, author)
                done()

    def _named(self, target: str, steps: int) -> str:
        """Return how the file, or the files, are told of."""
        from argmap.outputs.files import step_output

        if not self.reveal.steps:
            return target
        first, last = (step_output(Path(target), step, steps) for step in (1, steps))
        return f"{first} to {last.name}" if steps > 1 else str(first)

    def _tell(self, path: Path, files: str, drawing: "Drawing") -> None:
        """Say what was drawn, and what should be known of it."""
        from argmap.theme_file import theme_of

        placed = self.writing.placed
        click.echo(f"{files}: {_told(drawing, placed=placed)}", err=self.output == "-")
        if self.look.font or theme_of(self.look.theme).words:
            warn_of_lacking(drawing, path)
        if placed:
            _warn_if_small(drawing, path)


def _told(drawing: "Drawing", *, placed: bool) -> str:
    """Say what was drawn and, if it was placed, how large its text is on a slide."""
    from argmap.reports import counted

    if not placed:
        return counted(len(drawing.claims), "claim")
    how = "as labels" if drawing.wording == "label" else "in full"
    where = "" if drawing.slide == "none" else f" on a {drawing.slide} slide"
    empty = sum("blank" in claim.classes for claim in drawing.claims)
    how += f", {empty} of them blank" if empty else ""
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
