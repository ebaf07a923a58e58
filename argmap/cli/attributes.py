"""The attributes of a drawing in a document: the options of ``argmap render``, by the same names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.exercises import Exercise
from argmap.cli.render import render
from argmap.cli.views import Choice, claim_named, views_of
from argmap.names import did_you_mean

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_TAKEN = (
    "view", "focus", "depth", "only", "without", "numbers", "sources", "prefix", "steps", "theme", "color_by",
    "transparent", "blank", "answers", "text", "words", "wrap", "layout", "slide", "direction",
)  # fmt: skip
"""The options that a document may set: all that say what is drawn and how, and none that reads or writes a file."""
_VIEW = ("view", "focus", "depth", "only", "without")
_ELSEWHERE = {
    "fragments": "write steps=true, and the steps appear one by one",
    "dim": "leave it out, or draw the steps with: argmap render --steps --dim",
}
"""Options of a reveal that have no place in a document, and what to do instead."""
_TRUE, _FALSE = ("true", "yes", "1", ""), ("false", "no", "0")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the attributes of a drawing say; ``rest`` is for pandoc. A theme that is not named is empty.

    ``faults`` are sentences on the attributes that say nothing; the other fields are without those.
    """

    choice: Choice
    exercise: Exercise
    steps: bool
    transparent: bool
    text: str
    look: dict[str, Any]
    rest: dict[str, str]
    faults: tuple[str, ...] = ()


def wanted(attributes: Mapping[str, str], defaults: Mapping[str, Any]) -> Wanted:
    """Return what attributes say, with defaults for what they do not, and all that is wrong with them."""
    command = click.Command("argmap", params=[option for option in render.params if option.name in _TAKEN])
    options = {_long(option): option for option in command.params if isinstance(option, click.Option)}
    words: list[str] = []
    faults = []
    for name, value in attributes.items():
        try:
            words += _checked(command, options, name, value)
        except click.UsageError as fault:
            faults.append(fault.format_message())
    chosen = dict(command.make_context("argmap", words, default_map={**defaults, "theme": ""}).params)
    view = {name: chosen.pop(name) for name in _VIEW}
    own = {name: chosen.pop(name) for name in ("steps", "transparent", "text")}
    exercise = Exercise(chosen.pop("blank"), chosen.pop("answers"))
    rest = {name: value for name, value in attributes.items() if name not in options}
    return Wanted(Choice(**view), exercise, **own, look=chosen, rest=rest, faults=tuple(faults))


def faults_within(argument: "ArgumentMap", chosen: Wanted) -> Iterator[str]:
    """Yield what is wrong with the names of a view, of claims and of tags that attributes give, for a map."""
    from argmap.blanks import is_kind

    choice = chosen.choice
    for one in (
        Choice(view=choice.view),
        Choice(focus=choice.focus),
        *(Choice(only=(tag,)) for tag in choice.only),
        *(Choice(without=(tag,)) for tag in choice.without),
    ):
        try:
            views_of(argument, one)
        except click.UsageError as fault:
            yield fault.format_message()
    for name in chosen.exercise.blank:
        try:
            is_kind(name) or claim_named(argument, name, "--blank")
        except click.UsageError as fault:
            yield fault.format_message()


def _checked(command: click.Command, options: Mapping[str, click.Option], name: str, value: str) -> list[str]:
    """Return the words of a command line that an attribute stands for; none for one that is pandoc's.

    Raises
    ------
    click.UsageError
        It has a value that its option does not take, or looks like one that is misspelt.
    """
    from argmap.layout.frame import frame_of

    if name in _ELSEWHERE:
        raise click.UsageError(f"{name} is not for documents; {_ELSEWHERE[name]}")
    if name not in options:
        if hint := did_you_mean(name, options):
            raise click.UsageError(f'no attribute is called "{name}"; {hint}')
        return []
    words = _words(options[name], value)
    command.make_context("argmap", list(words))
    if name == "theme":
        _refuse_theme_files(value)
    if name == "slide":
        try:
            frame_of(value)
        except ValueError as fault:
            raise click.UsageError(str(fault)) from None
    return words


def _long(option: click.Option) -> str:
    """Return the name of an option as an attribute has it."""
    return option.opts[0].removeprefix("--")


def _words(option: click.Option, value: str) -> list[str]:
    """Return the words of a command line that an attribute stands for."""
    name = option.opts[0]
    if option.is_flag:
        if value.lower() not in (*_TRUE, *_FALSE):
            raise click.UsageError(f'{_long(option)} is true or false, not "{value}"')
        return [name] if value.lower() in _TRUE else []
    values = value.replace(",", " ").split() if option.multiple else [value]
    return [f"{name}={one}" for one in values]


def _refuse_theme_files(theme: str) -> None:
    """Refuse a theme that would have to be read: a document reads no files but maps."""
    from argmap.theme import THEMES
    from argmap.theme_file import is_theme_file, unknown_theme

    if theme not in THEMES:
        if is_theme_file(theme):
            raise click.UsageError("a document reads no theme files; use: argmap pandoc --theme FILE")
        raise click.UsageError(unknown_theme(theme))
