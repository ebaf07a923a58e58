"""Which strings are ids, what id a sentence gets, and which known name a misspelt one is nearest to."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.names import SLUG_LIMIT, did_you_mean, is_id, nearest, normal, slug, unused


@pytest.mark.parametrize("text", ["a", "moved", "moved-2", "Moved_to_12", "größe", "φύσις", "земля", "真理", "a-", "א"])
def test_an_id_is_a_letter_of_any_script_then_letters_digits_and_hyphens(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "2nd", "-a", "_a", "a b", "a.b", "It moved.", "a:b", "1984", "a\n", "😀", "a'"])
def test_any_other_string_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_text_is_composed_and_its_white_space_collapsed() -> None:
    assert normal("  cafe\u0301 \n\t is\u00a0closed ") == "caf\u00e9 is closed"
    assert normal("") == ""


@given(st.text())
def test_normal_text_stays_as_it_is(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert "  " not in once


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The notice says so.", "the-notice-says-so"),
        ("It's 5 o'clock!", "it-s-5-o-clock"),
        ("Große Straßen", "große-straßen"),
        ("Земля вращается.", "земля-вращается"),
        ("snake_case & co", "snake-case-co"),
        ("1984 was a novel.", "claim-1984-was-a-novel"),
        ("…?!", "claim"),
        ("😀", "claim"),
    ],
)
def test_a_slug_is_the_words_of_a_sentence(sentence: str, expected: str) -> None:
    assert slug(sentence) == expected


def test_a_slug_is_cut_at_a_word_before_forty_characters() -> None:
    assert slug("Russia intervenes in order to keep its borderlands in friendly hands.") == (
        "russia-intervenes-in-order-to-keep-its"
    )
    assert slug("a" * 20 + " " + "b" * 18) == "a" * 20 + "-" + "b" * 18, "39 characters are before 40"
    assert slug("a" * 20 + " " + "b" * 19) == "a" * 20


def test_a_slug_of_one_very_long_word_is_cut_within_it() -> None:
    assert slug("x" * 100) == "x" * (SLUG_LIMIT - 1)


@given(st.text())
def test_a_slug_is_a_short_id(text: str) -> None:
    found = slug(normal(text))
    assert is_id(found)
    assert len(found) <= SLUG_LIMIT + len("claim-")


def test_a_taken_name_gets_a_number() -> None:
    assert unused("notice", {}) == "notice"
    assert unused("notice", {"notice"}) == "notice-2"
    assert unused("notice", {"notice", "notice-2", "notice-3"}) == "notice-4"


def test_a_misspelt_name_is_near_the_one_that_was_meant() -> None:
    known = ["notice-says", "notice-reliable", "seen-there"]
    assert nearest("notice-say", known) == "notice-says"
    assert nearest("seenthere", known) == "seen-there"
    assert nearest("Notice-Says", known) == "notice-says"
    assert did_you_mean("notice-reliabel", known) == 'did you mean "notice-reliable"?'


def test_of_equally_near_names_the_first_is_meant() -> None:
    assert nearest("note-3", ["note-1", "note-2"]) == "note-1"


def test_nothing_is_near_to_a_name_unlike_all() -> None:
    assert nearest("timetable", ["notice-says", "seen-there"]) is None
    assert nearest("timetable", []) is None
    assert did_you_mean("timetable", ["notice-says"]) is None


def test_a_name_is_nearest_to_itself() -> None:
    assert nearest("but", ["because", "but", "unless"]) == "but"


def test_near_names_are_found_among_thousands() -> None:
    start = time.perf_counter()
    assert nearest("claim-numbr-1789", [f"claim-number-{n}" for n in range(5000)]) == "claim-number-1789"
    assert time.perf_counter() - start < 2
