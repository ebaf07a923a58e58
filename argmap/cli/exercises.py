"""The options that make an exercise of a map, or its key, and what is wrong with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, View
    from argmap.views import Part

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Exercise:
    """What is to be filled in, and whether the answers are shown."""

    blank: tuple[str, ...] = ()
    answers: bool = False

    def within(self, argument: "ArgumentMap", part: "Part", *, lenient: bool = False) -> tuple[str, ...]:
        """Return what is to be blanked in a part of a map, claims by their ids.

        Parameters
        ----------
        lenient
            Whether to leave out what the part has not, instead of complaining.

        Raises
        ------
        click.UsageError
            The map has no such claim, or the part nothing of the kind.
        """
        from argmap.blanks import BlankError, blanks_of, is_kind
        from argmap.cli.views import claim_named

        found = []
        for name in self._names():
            wanted = name if is_kind(name) else claim_named(argument, name, "--blank")
            try:
                blanks_of(part, (wanted,))
            except BlankError as fault:
                if not lenient:
                    raise click.UsageError(str(fault)) from None
            else:
                found.append(wanted)
        return tuple(found)

    def outlined(self, argument: "ArgumentMap", part: "Part", *, spoken: bool) -> "Part":
        """Return a part of a map as it is told in words: blanks to be heard, or with a line to write on."""
        from argmap.blanks import blanks_of
        from argmap.hiding import LINE, answered, hidden

        blanks = blanks_of(part, self.within(argument, part))
        if self.answers:
            return answered(part, blanks)
        return hidden(part, blanks, part.words.blank if spoken else LINE) if blanks else part

    def file_name(self, views: "tuple[View, ...]", blank: tuple[str, ...]) -> str:
        """Return what is added to the name of a map for a drawing; a blanked focus is not told there either."""
        from argmap.hiding import ANSWERS, BLANK

        names = [view.name for view in views]
        if self.blank and not self.answers:
            names = [view.name.replace(view.focus, "focus", 1) if view.focus in blank else view.name for view in views]
        names += [ANSWERS if self.answers else BLANK] * bool(self.blank)
        return ".".join(names)

    def _names(self) -> Iterator[str]:
        """Yield what is asked for, piece by piece."""
        for written in self.blank:
            yield from filter(None, (name.strip() for name in written.split(",")))


def exercise_options(command: Command) -> Command:
    """Give a command the options of an :class:`Exercise`, and pass it on as ``exercise``."""

    @wraps(command)
    def chosen(*words: object, blank: tuple[str, ...], answers: bool, **options: object) -> object:
        exercise = Exercise(blank, answers)
        _refuse_bad_exercise(exercise)
        return command(*words, exercise=exercise, **options)

    options = (
        click.option(
            "--blank",
            metavar="ID,...",
            multiple=True,
            help="Leave these claims empty, or implicit ones, objections, or N%. Repeatable.",
        ),
        click.option("--answers", is_flag=True, help="With --blank: the key, with the answers filled in."),
    )
    for option in reversed(options):
        chosen = option(chosen)
    return chosen


def _refuse_bad_exercise(exercise: Exercise) -> None:
    """Refuse a key to nothing, and blanks that nobody names."""
    if exercise.answers and not exercise.blank:
        raise click.UsageError("--answers is the key to an exercise; say with --blank what was to be filled in")
    if any(not written.strip(" ,") for written in exercise.blank):
        raise click.UsageError("--blank wants claims by their ids, implicit, objections, or a share like 30%")
