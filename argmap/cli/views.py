"""The options that choose a part of a map, and what is wrong with them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, View

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """What part of a map was asked for; a ``focus`` may be the number of a claim."""

    view: str | None = None
    focus: str | None = None
    depth: int | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def view_options(command: Command) -> Command:
    """Give a command the options of a :class:`Choice`, and pass it on as ``choice``."""

    @wraps(command)
    def chosen(
        *words: object,
        view: str | None,
        focus: str | None,
        depth: int | None,
        only: tuple[str, ...],
        without: tuple[str, ...],
        **options: object,
    ) -> object:
        return command(*words, choice=Choice(view, focus, depth, only, without), **options)

    options = (
        click.option("--view", metavar="NAME", help="Take this view of the map."),
        click.option("--focus", metavar="ID", help="Take what bears on this claim, by its id or its number."),
        click.option("--depth", metavar="N", type=click.IntRange(0), help="Go so many inferences from the focus."),
        click.option("--only", metavar="TAG", multiple=True, help="Take claims with this tag. Repeatable."),
        click.option("--without", metavar="TAG", multiple=True, help="Leave out claims with this tag. Repeatable."),
    )
    for option in reversed(options):
        chosen = option(chosen)
    return chosen


def views_of(argument: "ArgumentMap", choice: Choice) -> "tuple[View, ...]":
    """Return the views that a choice names or makes, each of which narrows the one before it.

    Raises
    ------
    click.UsageError
        The map has no such view, claim or tag, or the view does not show the focus.
    """
    from argmap.views import part_of, view_made

    views = (view_named(argument, choice.view),) if choice.view is not None else ()
    focus = claim_named(argument, choice.focus) if choice.focus is not None else ""
    if focus and views and focus not in part_of(argument, *views).map.claim:
        raise click.UsageError(f'the view "{choice.view}" does not show the claim "{focus}"; leave out --view')
    tags = {tag: None for claim in argument.claims for tag in claim.tags}
    for tag in (*choice.only, *choice.without):
        if tag not in tags:
            raise click.UsageError(f'no claim has the tag "{tag}"; {_hint(tag, tags, "tag")}')
    made = view_made(argument, focus=focus, depth=choice.depth, only=choice.only, without=choice.without)
    return (*views, made) if made else views


def view_named(argument: "ArgumentMap", name: str) -> "View":
    """Return the view of a name.

    Raises
    ------
    click.UsageError
        The map has no such view.
    """
    views = {view.name: view for view in argument.views}
    if name not in views:
        raise click.UsageError(f'no view is called "{name}"; {_hint(name, views, "view")}')
    return views[name]


def claim_named(argument: "ArgumentMap", name: str, option: str = "--focus") -> str:
    """Return the id of a claim that an option names by it, or by its number.

    Raises
    ------
    click.UsageError
        The map has no such claim.
    """
    if name.isdecimal():
        if not 0 < int(name) <= len(argument.claims):
            raise click.UsageError(f"no claim has the number {name}; the map has {len(argument.claims)} claims")
        return argument.claims[int(name) - 1].id
    if name not in argument.claim:
        if name in argument.inference:
            which = "the claim on which it bears" if option == "--focus" else "its premises"
            raise click.UsageError(f'"{name}" is an inference; name {which} with {option}')
        raise click.UsageError(f'no claim is called "{name}"; {_hint(name, argument.claim, "claim", option)}')
    return name


def _hint(name: str, known: Iterable[str], what: str, option: str = "") -> str:
    """Name the nearest known name or, where none is near, where to look."""
    from argmap.names import did_you_mean

    names = list(known)
    if near := did_you_mean(name, names):
        return near
    if not names:
        return f"the map has no {what}s"
    if what == "claim":
        return f"argmap outline --numbers lists the claims, and {option} takes a number too"
    return f"the {what}s are {', '.join(names)}"
