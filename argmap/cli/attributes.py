"""The attributes of a drawing in a document: the options of ``argmap render``, by the same names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from argmap.cli.exercises import Exercise
from argmap.cli.render import render
from argmap.cli.views import Choice
from argmap.names import did_you_mean

_TAKEN = (
    "view", "focus", "depth", "only", "without", "numbers", "sources", "prefix", "steps", "theme", "color_by",
    "transparent", "blank", "answers", "text", "words", "wrap", "layout", "slide", "direction",
)  # fmt: skip
"""The options that a document may set: all that say what is drawn and how, and none that reads or writes a file."""
_VIEW = ("view", "focus", "depth", "only", "without")
_TRUE, _FALSE = ("true", "yes", "1", ""), ("false", "no", "0")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the attributes of a drawing say; ``rest`` is for pandoc. A theme that is not named is empty."""

    choice: Choice
    exercise: Exercise
    steps: bool
    transparent: bool
    text: str
    look: dict[str, Any]
    rest: dict[str, str]


def wanted(attributes: Mapping[str, str], defaults: Mapping[str, Any]) -> Wanted:
    """Return what attributes say, with defaults for what they do not.

    Raises
    ------
    click.UsageError
        An attribute has a value that its option does not take, or looks like one that is misspelt.
    """
    command = click.Command("argmap", params=[option for option in render.params if option.name in _TAKEN])
    options = {_long(option): option for option in command.params if isinstance(option, click.Option)}
    words = [word for name, value in attributes.items() if name in options for word in _words(options[name], value)]
    rest = {name: value for name, value in attributes.items() if name not in options}
    for name in rest:
        if hint := did_you_mean(name, options):
            raise click.UsageError(f'no attribute is called "{name}"; {hint}')
    chosen = dict(command.make_context("argmap", words, default_map={**defaults, "theme": ""}).params)
    _refuse_theme_files(attributes.get("theme"))
    view = {name: chosen.pop(name) for name in _VIEW}
    own = {name: chosen.pop(name) for name in ("steps", "transparent", "text")}
    exercise = Exercise(chosen.pop("blank"), chosen.pop("answers"))
    return Wanted(Choice(**view), exercise, **own, look=chosen, rest=rest)


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


def _refuse_theme_files(theme: str | None) -> None:
    """Refuse a theme that would have to be read: a document reads no files but maps."""
    from argmap.theme import THEMES
    from argmap.theme_file import is_theme_file, unknown_theme

    if theme is not None and theme not in THEMES:
        if is_theme_file(theme):
            raise click.UsageError("a document reads no theme files; use: argmap pandoc --theme FILE")
        raise click.UsageError(unknown_theme(theme))
