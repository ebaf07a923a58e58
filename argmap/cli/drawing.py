"""Draw a part of a map into a file or, step by step, into several, and say how."""

from collections.abc import Iterator
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
        name = self.exercise.file_name(argument, views, blank)
        target = self.output or str(default_output(path, name, self.folder, self.writing.format))
        if self.exercise.blank and not blank:
            click.echo(f"{target}: not drawn, for the view has nothing to blank", err=True)
            return True
        look = replace(self.look, blank=blank, answers=self.exercise.answers)
        try:
            drawings = self.reveal.drawings(scene_of(argument, part, look))
            files = self._files(target, len(drawings))
            if not self._write(files, self.writing.contents(drawings, argument.author), path):
                return False
        except (EngineError, OutputError) as fault:
            click.echo(f"{path}: {fault}", err=True)
            return False
        named = target if len(files) == 1 else f"{files[0]} to {Path(files[-1]).name}"
        self._tell(path, named, drawings[-1])
        return True

    def _files(self, target: str, steps: int) -> list[str]:
        """Return the files that are to be written: one for every step, unless the steps are pages of one."""
        from argmap.outputs.files import step_output

        if not self.reveal.steps or self.writing.paged:
            return [target]
        return [str(step_output(Path(target), step, steps)) for step in range(1, steps + 1)]

    def _write(self, files: list[str], contents: Iterator[bytes], path: Path) -> bool:
        """Write files, each as soon as it is made; tell whether it could be done."""
        with progress("steps", len(files)) as done:
            for file, content in zip(files, contents, strict=True):
                if file == "-":
                    click.echo(content, nl=False)
                elif not write(Path(file), content, path):
                    return False
                done()
        return True

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
