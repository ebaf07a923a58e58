"""A theme file to a theme: what it changes of the theme that it extends, every fault at its line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from argmap.authored_theme import MODELS, MOST_TAGS, AuthoredHue, AuthoredLine, AuthoredTheme
from argmap.graph import Side
from argmap.legibility import Way, too_faint
from argmap.model import Relation
from argmap.names import did_you_mean
from argmap.problems import Place, Problem, Severity, error, has_errors
from argmap.slips import quoted
from argmap.source import Document, parse
from argmap.theme import THEMES, Hue, LineStyle, Theme
from argmap.tree import Mapping, Node, Scalar, Sequence

THEME_SUFFIXES = (".yaml", ".yml")
"""How the name of a theme file ends."""

_EXPECTED = {
    "list_type": "a list of colours",
    "too_short": "a list of one colour at least",
    "too_long": f"a list of at most {MOST_TAGS} colours",
}
_MAPPING = "a mapping of keys to values"
_HINTED = 200
"""For how many faults the nearest known key is looked for, at most: a hint is not worth a wait."""


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """What reading a theme file gave: the theme (none where there are errors) and the problems."""

    document: Document
    theme: Theme | None
    problems: tuple[Problem, ...]


class ThemeError(Exception):
    """A theme file has errors, or no theme is called as asked; ``problems`` lists those of the file."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        self.problems = problems
        super().__init__(message)


def theme_of(theme: str | Path | Theme) -> Theme:
    """Return the theme of a name, or that in a file.

    Raises
    ------
    OSError
        The file cannot be read.
    ThemeError
        No theme is called that, or the file has errors.
    """
    if isinstance(theme, Theme):
        return theme
    if str(theme) in THEMES:
        return THEMES[str(theme)]
    if isinstance(theme, str) and not is_theme_file(theme):
        raise ThemeError(unknown_theme(theme))
    reading = read_theme_file(Path(theme))
    if reading.theme is None:
        first = next(problem for problem in reading.problems if problem.severity is Severity.ERROR)
        raise ThemeError(f"{first.file}:{first.line}:{first.column}: {first.message}", reading.problems)
    return reading.theme


def is_theme_file(name: str) -> bool:
    """Tell whether what was asked for is a file rather than the name of a theme that comes with argmap."""
    return name not in THEMES and (name.lower().endswith(THEME_SUFFIXES) or "/" in name or "\\" in name)


def unknown_theme(name: str) -> str:
    """Say that no theme is called so, and what there is."""
    hint = did_you_mean(name, THEMES) or f"the themes are {', '.join(THEMES)}; a file ends in .yaml"
    return f"no theme is called {quoted(name)}; {hint}"


def read_theme_file(path: Path) -> ThemeReading:
    """Read a theme file.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    return read_theme(path.read_bytes(), str(path))


def read_theme(content: bytes | str, file: str) -> ThemeReading:
    """Read a theme; every fault becomes a problem, none an exception."""
    document = parse(content, file)
    root = document.root
    if root is None and document.problems:
        return ThemeReading(document, None, document.problems)
    if root is None or (isinstance(root, Scalar) and root.empty):
        root = Mapping(Place())
    theme, problems = _theme(root, file)
    problems = tuple(sorted(dict.fromkeys((*document.problems, *problems)), key=lambda problem: problem.order))
    return ThemeReading(document, None if has_errors(problems) else theme, problems)


def _theme(root: Node, file: str) -> tuple[Theme | None, tuple[Problem, ...]]:
    """Make the theme, or tell why it cannot be made."""
    if not isinstance(root, Mapping):
        hint = 'begin with "extends: light", and write below it what is to change'
        return None, (error("wrong-type", file, root.place, "a theme is a mapping of keys to values", hint),)
    try:
        authored = AuthoredTheme.model_validate(_plain(root))
    except ValidationError as fault:
        faults = enumerate(fault.errors(include_url=False))
        return None, tuple(_problem(details, root, file, hinted=number < _HINTED) for number, details in faults)
    if authored.extends not in THEMES:
        place = root.by_key["extends"].value.place
        hint = did_you_mean(authored.extends, THEMES) or f"the themes are {', '.join(THEMES)}"
        return None, (error("unknown-theme", file, place, f"no theme is called {quoted(authored.extends)}", hint),)
    theme = _extended(authored, THEMES[authored.extends], Path(file).stem)
    return theme, tuple(_faint(theme, root, file))


def _plain(node: Node) -> Any:
    """Turn a tree into dicts, lists and strings; nothing written becomes the empty string."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {entry.key.value: _plain(entry.value) for entry in node.entries}


def _extended(authored: AuthoredTheme, base: Theme, name: str) -> Theme:
    """Return a theme with all that is written in the place of what it extends."""
    nested = {*MODELS, "extends", "tags"}
    plain = {key: value for key, value in authored if value is not None and key not in nested}
    lines = {Relation.SUPPORT: authored.support, Relation.ATTACK: authored.attack, Relation.UNDERCUT: authored.undercut}
    given = {Side.FOR: authored.sides.for_, Side.AGAINST: authored.sides.against, Side.BOTH: authored.sides.both}
    sides = {side: _hue(hue, base.side(side).color) for side, hue in given.items() if hue}
    tags = tuple(_hue(hue, base.neutral) for hue in authored.tags or () if hue)
    return replace(
        base,
        name=name,
        relations={relation: _style(line, base.relations[relation]) for relation, line in lines.items()},
        sides={**base.sides, **sides},
        tags=tags or base.tags,
        words=_written(authored.words),
        **plain,
    )


def _style(line: AuthoredLine, base: LineStyle) -> LineStyle:
    return replace(base, **_written(line))


def _hue(hue: AuthoredHue, color: str) -> Hue:
    return Hue(hue.color or color, hue.fill or "")


def _written(model: BaseModel) -> dict[str, Any]:
    return {key: value for key, value in model if value is not None}


def _problem(details: ErrorDetails, root: Mapping, file: str, *, hinted: bool) -> Problem:
    """Say in the author's words what pydantic found."""
    key, value, place = _look_up(root, details["loc"])
    if details["type"] == "extra_forbidden":
        model = _model_of(details["loc"])
        known = [str(field.alias) for field in model.model_fields.values()]
        near = did_you_mean(key, known) if hinted else None
        known_hint = near or f"the keys here are {', '.join(known)}"
        return error("unknown-key", file, place, f"{quoted(key)} is not a key of a theme in this place", known_hint)
    expected = details["msg"] if details["type"] == "wrong-type" else _EXPECTED.get(details["type"], _MAPPING)
    nothing = isinstance(value, Scalar) and value.empty
    hint = "put the colour in quotes, for # begins a comment" if nothing and "colour" in expected else None
    place = place if nothing else value.place
    found = "" if isinstance(value, Sequence) and expected.startswith("a list") else f", not {_found(value)}"
    return error("wrong-type", file, place, f"{quoted(key)} must be {expected}{found}", hint)


def _look_up(root: Mapping, way: Way) -> tuple[str, Node, Place]:
    """Follow a way as far as it goes; return the last key, what stands there, and the place of its key."""
    key, place = "", root.place
    found: Node = root
    for step in way:
        if isinstance(found, Mapping) and isinstance(step, str) and step in found.by_key:
            entry = found.by_key[step]
            key, found, place = step, entry.value, entry.key.place
        elif isinstance(found, Sequence) and isinstance(step, int):
            found = found.items[step]
            place = found.place
    return key, found, place


def _model_of(way: Way) -> type[BaseModel]:
    """Return the model of the mapping in which the last key of a way stands."""
    if len(way) == 1:
        return AuthoredTheme
    return AuthoredHue if len(way) > 2 else MODELS[str(way[0])]


def _found(node: Node) -> str:
    """Name what stands in the file."""
    if isinstance(node, Scalar):
        return quoted(node.value) if node.value else "nothing"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _faint(theme: Theme, root: Mapping, file: str) -> Iterator[Problem]:
    """Warn of what stands out too little, where the file itself says so; what it extends is as it is."""
    told: set[tuple[Place, str | int]] = set()
    for meeting in sorted(too_faint(theme), key=lambda meeting: meeting.contrast / meeting.least):
        place = next((place for way in meeting.ways if (place := _written_at(root, way))), None)
        if place and (place, meeting.ways[0][0]) not in told:
            told.add((place, meeting.ways[0][0]))
            what = f"{meeting.name}: {meeting.color} on {meeting.ground} has a contrast of {meeting.contrast:.1f}:1"
            hint = f"{'text' if meeting.least > 4 else 'a line'} needs {meeting.least:g}:1, by WCAG 2.2"
            yield Problem("low-contrast", Severity.WARNING, file, place.line, place.column, what, hint)


def _written_at(root: Mapping, way: Way) -> Place | None:
    """Return where a colour is written, or nothing if it is not."""
    found: Node = root
    for step in way:
        if isinstance(found, Mapping) and step in found.by_key:
            found = found.by_key[str(step)].value
        elif isinstance(found, Sequence) and isinstance(step, int) and step < len(found.items):
            found = found.items[step]
        elif isinstance(found, Scalar) and len(way) > 1 and step == "color":
            break
        else:
            return None
    return found.place
