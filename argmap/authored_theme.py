"""The theme file as its author wrote it: one pydantic model for each kind of mapping.

What is not written stays as in the theme that is extended. An error's message says what should stand in its place.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model
from pydantic_core import PydanticCustomError

from argmap.names import normal
from argmap.words import WORDS

LONGEST_WORDS = 60
"""How many characters words of the drawing's have at most, so that legends and tabs keep their measure."""
MOST_DASHES = 8
MOST_TAGS = 24

_COLOR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_NOT_DRAWN = ("language", "argument_map", "reasons", "objections")
"""Words that stand in no drawing, or are no words."""


def _wrong(expected: str) -> PydanticCustomError:
    return PydanticCustomError("wrong-type", "{expected}", {"expected": expected})


def _color(value: Any) -> str:
    """Return a colour as ``#RRGGBB``."""
    if not isinstance(value, str) or not _COLOR.fullmatch(value):
        raise _wrong("a colour, #RGB or #RRGGBB")
    digits = value[1:] if len(value) > 4 else "".join(2 * digit for digit in value[1:])
    return f"#{digits.upper()}"


def _number(low: float, high: float) -> Callable[[Any], float]:
    """Return what reads a number between two others."""

    def read(value: Any) -> float:
        if not isinstance(value, str) or not _NUMBER.fullmatch(value) or not low <= float(value) <= high:
            raise _wrong(f"a number from {low:g} to {high:g}")
        return float(value)

    return read


def _dashes(value: Any) -> tuple[float, ...]:
    """Return the lengths of dashes and gaps in turn, an even number of them, as SVG repeats an odd one."""
    expected = f"a list of at most {MOST_DASHES} numbers from 0 to 60, of dashes and gaps, or an empty one"
    if not isinstance(value, list) or len(value) > MOST_DASHES:
        raise _wrong(expected)
    texts = [item for item in value if isinstance(item, str) and _NUMBER.fullmatch(item)]
    lengths = tuple(float(text) for text in texts)
    if len(texts) < len(value) or any(length > 60 for length in lengths) or (lengths and sum(lengths) < 0.5):
        raise _wrong(expected)
    return lengths * 2 if len(lengths) % 2 else lengths


def _words(template: str) -> Callable[[Any], str]:
    """Return what reads words that have a place for a number where the template has one."""

    def read(value: Any) -> str:
        text = normal(value) if isinstance(value, str) else ""
        if not 0 < len(text) <= LONGEST_WORDS:
            raise _wrong(f"text of at most {LONGEST_WORDS} characters")
        if "{}" in template and (text.count("{}") != 1 or re.search("[{}]", text.replace("{}", ""))):
            raise _wrong('text with "{}" in the place of the number')
        return text

    return read


def _named(value: Any) -> Any:
    """Let a colour alone stand for a mapping."""
    return {"color": value} if isinstance(value, str) else value


def _own(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise _wrong("the name of a theme")
    return value


class _Authored(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, alias_generator=lambda name: name.replace("_", "-")
    )


Color = Annotated[str | None, BeforeValidator(_color)]
Dashes = Annotated[tuple[float, ...] | None, BeforeValidator(_dashes)]
Share = Annotated[float | None, BeforeValidator(_number(0, 1))]
Stroke = Annotated[float | None, BeforeValidator(_number(0.3, 10))]


class AuthoredLine(_Authored):
    """How the inferences of a relation look."""

    color: Color = None
    width: Stroke = None
    dashes: Dashes = None


class AuthoredHue(_Authored):
    """How the cards of a side or a tag look."""

    color: Color = None
    fill: Color = None


HueOrColor = Annotated[AuthoredHue | None, BeforeValidator(_named)]


class AuthoredSides(_Authored):
    """How the sides look."""

    for_: HueOrColor = Field(default=None, alias="for")
    against: HueOrColor = None
    both: HueOrColor = None


AuthoredWords: type[BaseModel] = create_model(
    "AuthoredWords",
    __base__=_Authored,
    **{
        word.name: (Annotated[str | None, BeforeValidator(_words(getattr(WORDS["en"], word.name)))], None)
        for word in fields(WORDS["en"])
        if word.name not in _NOT_DRAWN
    },  # type: ignore[call-overload]
)


class AuthoredTheme(_Authored):
    """A whole theme file."""

    extends: Annotated[str, BeforeValidator(_own)] = "light"
    ground: Color = None
    text: Color = None
    neutral: Color = None
    card: Color = None
    thesis: Color = None
    on_thesis: Color = None
    quiet: Color = None
    tint: Share = None
    border: Stroke = None
    hue_border: Stroke = None
    box_border: Stroke = None
    radius: Annotated[float | None, BeforeValidator(_number(0, 20))] = None
    implicit_dashes: Dashes = None
    stub_dashes: Dashes = None
    stub_line: Stroke = None
    support: AuthoredLine = AuthoredLine()
    attack: AuthoredLine = AuthoredLine()
    undercut: AuthoredLine = AuthoredLine()
    sides: AuthoredSides = AuthoredSides()
    tags: Annotated[list[HueOrColor] | None, Field(min_length=1, max_length=MOST_TAGS)] = None
    words: AuthoredWords = AuthoredWords()


MODELS: dict[str, type[BaseModel]] = {
    "support": AuthoredLine,
    "attack": AuthoredLine,
    "undercut": AuthoredLine,
    "sides": AuthoredSides,
    "words": AuthoredWords,
}
"""The models of the mappings in a theme file, by the keys that they stand under."""
