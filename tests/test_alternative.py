"""The text for those who can't see the drawing: a sentence, and the argument at length."""

import pytest

from argmap.alternative import LONGEST, counted, long_alternative, short_alternative
from argmap.model import View
from argmap.outline import outline
from argmap.views import part_of
from argmap.words import WORDS
from tests.test_reader import argument

DEBATE = """
title: Why the lecture moved
thesis: The lecture has moved.
because:
  - [The notice says so., The notice is reliable.]
  - {text: The class was seen there., unless: It was at a party.}
but: The room is locked.
views: {near: {title: From near, depth: 1}}
"""


def test_a_sentence_says_what_it_is_its_thesis_and_how_much_is_in_it() -> None:
    assert short_alternative(part_of(argument(DEBATE))) == (
        "Argument map “Why the lecture moved”; thesis: “The lecture has moved”; 2 reasons and 2 objections."
    )


def test_a_view_tells_of_what_it_shows() -> None:
    whole = argument(DEBATE)
    assert short_alternative(part_of(whole, whole.views[0])) == (
        "Argument map “From near”; thesis: “The lecture has moved”; 2 reasons and 1 objection."
    )


def test_without_a_title_or_reasons_nothing_is_said_of_them() -> None:
    assert short_alternative(part_of(argument("thesis: T is.\n"))) == "Argument map; thesis: “T is”."


def test_the_title_of_a_focus_is_not_said_twice() -> None:
    whole = argument(DEBATE)
    view = View(name="v", title="The room is locked.", focus="the-room-is-locked")
    assert short_alternative(part_of(whole, view)) == "Argument map; thesis: “The room is locked”."


@pytest.mark.parametrize("language", WORDS)
def test_it_speaks_the_language_of_the_map(language: str) -> None:
    told = short_alternative(part_of(argument(f"language: {language}\n{DEBATE}")))
    words = WORDS[language]
    assert told.startswith(words.argument_map)
    assert words.thesis in told
    assert "2" in told
    assert "{}" not in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 reasons", "1 reason", "2 reasons", "21 reasons"]),
        ("de", ["0 Gründe", "1 Grund", "2 Gründe", "21 Gründe"]),
        ("fr", ["0 raison", "1 raison", "2 raisons", "21 raisons"]),
        ("pl", ["0 racji", "1 racja", "2 racje", "21 racji", "5 racji", "12 racji", "22 racje"]),
        ("ru", ["0 доводов", "1 довод", "2 довода", "21 довод", "5 доводов", "12 доводов", "22 довода", "11 доводов"]),
        ("uk", ["0 доводів", "1 довід", "3 доводи", "21 довід", "14 доводів", "111 доводів"]),
    ],
)
def test_a_noun_takes_the_form_of_its_number(language: str, said: list[str]) -> None:
    forms = WORDS[language].reasons
    assert [counted(forms, int(text.split()[0]), language) for text in said] == said


def test_the_long_text_is_the_outline() -> None:
    part = part_of(argument(DEBATE))
    assert long_alternative(part) == outline(part)


def test_a_long_argument_is_told_less_deep_and_says_so() -> None:
    rows = "".join(
        f"  - {{text: Reason {n} is given here at some length., because: Ground {n} lies below it., but: No {n} is.}}\n"
        for n in range(50)
    )
    told = long_alternative(part_of(argument(f"thesis: T is.\nbecause:\n{rows}")))
    assert len(told) <= LONGEST
    assert "Reason 49" in told
    assert "Ground" not in told
    assert told.count("… 2 more") == 50


def test_what_cannot_be_told_shorter_is_told() -> None:
    rows = "".join(f"  - Reason {n} is given here at some length for all to read.\n" for n in range(200))
    told = long_alternative(part_of(argument(f"thesis: T is.\nbecause:\n{rows}")))
    assert "Reason 199" in told
