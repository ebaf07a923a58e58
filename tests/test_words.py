"""The drawing's own words: every language has all of them."""

import dataclasses
import string

import pytest

from argmap.model import Relation
from argmap.scheme_words import PHRASES
from argmap.schemes import SCHEMES
from argmap.words import WORDS, Words, words_for

LANGUAGES = sorted(WORDS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def fields(words: Words) -> dict[str, str]:
    return {field.name: getattr(words, field.name) for field in dataclasses.fields(words)}


def test_words_and_phrases_are_there_for_the_same_languages() -> None:
    assert WORDS.keys() == PHRASES.keys()
    assert {"en", "de", "fr"} <= WORDS.keys()


@every_language
def test_a_language_has_every_word(language: str) -> None:
    assert WORDS[language].language == language
    assert all(word == " ".join(word.split()) != "" for word in fields(WORDS[language]).values())


@every_language
def test_a_language_has_a_phrase_for_every_scheme_and_for_nothing_else(language: str) -> None:
    assert list(PHRASES[language]) == list(SCHEMES)
    assert all(phrase == " ".join(phrase.split()) != "" for phrase in PHRASES[language].values())


@every_language
def test_two_schemes_of_a_language_have_different_phrases(language: str) -> None:
    assert len(set(PHRASES[language].values())) == len(SCHEMES)


@every_language
def test_three_relations_have_three_words(language: str) -> None:
    words = WORDS[language]
    assert len({words.tab(relation.key) for relation in Relation}) == 3
    assert len({words.supports, words.attacks, words.undercuts}) == 3


@every_language
def test_a_number_has_its_place_in_the_words_that_take_one(language: str) -> None:
    numbered = {name: word for name, word in fields(WORDS[language]).items() if "{" in word}
    assert numbered.keys() == {"more", "continues", "blank"}
    for word in numbered.values():
        assert [field for _, field, *_ in string.Formatter().parse(word) if field is not None] == [""]
        assert "7" in word.format(7)


def test_a_scheme_follows_the_word_of_its_relation() -> None:
    assert WORDS["en"].introduce("because", "analogy") == "because, by analogy"
    assert WORDS["de"].introduce("unless", "analogy") == "es sei denn, per Analogie"
    assert WORDS["en"].introduce("but", "") == "but"


def test_a_scheme_that_nobody_knows_says_nothing() -> None:
    assert WORDS["en"].introduce("because", "hearsay") == "because"


@pytest.mark.parametrize(
    ("tag", "language"), [("de", "de"), ("de-AT", "de"), ("DE", "de"), ("uk-UA", "uk"), ("tlh", "en"), ("enm", "en")]
)
def test_a_language_tag_finds_its_words_by_its_first_part(tag: str, language: str) -> None:
    assert words_for(tag).language == language


def test_schemes_are_named_like_ids_and_say_what_they_are() -> None:
    for name, scheme in SCHEMES.items():
        assert scheme.name == name
        assert name == name.lower()
        assert scheme.meaning
