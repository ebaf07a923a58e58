"""The tree against the schema: every fault is found in one run, and none hides or breeds another."""

import time

import pytest

from argmap.authored import AuthoredClaim
from argmap.source import parse
from argmap.validation import Authored, is_stand_in, validate


def validated(text: str) -> Authored:
    document = parse(text, "map.yaml")
    assert document.problems == ()
    return validate(document.root, "map.yaml")


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the lines and columns where they stood."""
    parts = marked.split("¶")
    before = ["".join(parts[:number]) for number in range(1, len(parts))]
    return "".join(parts), [(text.count("\n") + 1, len(text) - text.rfind("\n")) for text in before]


def assert_problems(marked: str, *codes: str) -> None:
    """Assert that a map has problems of these codes where the marks stand, and no others."""
    text, places = unmarked(marked)
    found = sorted((problem.line, problem.column, problem.code) for problem in validated(text).problems)
    assert found == [(*place, code) for place, code in zip(places, codes, strict=True)]


def messages(text: str) -> list[str]:
    return [problem.message for problem in validated(text).problems]


def test_a_sound_map_has_no_problem() -> None:
    authored = validated("thesis: moved\nclaims:\n  moved: {text: It moved., because: [[a, b], c]}\n")
    assert authored.problems == ()
    assert authored.map.thesis == "moved"


def test_nothing_at_all_is_an_empty_map() -> None:
    assert_problems("")
    assert_problems("# a comment\n")


@pytest.mark.parametrize("text", ["¶- a", "¶It moved.", "¶[]"])
def test_a_file_that_is_no_mapping_is_one_problem(text: str) -> None:
    assert_problems(text, "wrong-type")


@pytest.mark.parametrize("key", ["because", "but", "title", "sources", "claims", "views", "steps", "ignore"])
def test_a_key_without_a_value_is_absent(key: str) -> None:
    text = f"thesis: It moved.\n{key}:\n"
    assert_problems(text)
    assert validated(text).map == validated("thesis: It moved.").map


def test_a_single_item_needs_no_list() -> None:
    one = validated("thesis: a\nbecause: b\nignore: c\nsteps: a\nclaims: {a: {text: It is., tags: t, source: s}}\n")
    listed = validated(
        "thesis: a\nbecause: [b]\nignore: [c]\nsteps: [a]\nclaims: {a: {text: It is., tags: [t], source: [s]}}\n"
    )
    assert one.map == listed.map


def test_faults_of_different_kinds_are_all_found() -> None:
    assert_problems(
        "title: ¶[]\nthesis: a\n¶foo: 1\nclaims:\n  ¶2: It moved.\n  a: {text: ¶[], implicit: ¶x, tags: ¶t u}\n",
        "wrong-type", "unknown-key", "bad-id", "wrong-type", "wrong-type", "bad-id",
    )  # fmt: skip


def test_a_fault_deep_inside_is_found_beside_one_around_it() -> None:
    text = "thesis: {¶txt: x, because: [{text: A b., but: {premises: [{text: C d., ¶sorce: e}]}, ¶foo: f}]}\n"
    assert_problems(text, *["unknown-key"] * 3)


def test_what_is_left_is_kept() -> None:
    authored = validated("thesis: moved\nclaims:\n  moved: {text: It moved., foo: 1, tags: [a, b c]}\n  x: {by: me}\n")
    moved, other = authored.map.claims["moved"], authored.map.claims["x"]
    assert isinstance(moved, AuthoredClaim)
    assert isinstance(other, AuthoredClaim)
    assert (moved.text, moved.tags, other.by) == ("It moved.", ["a"], "me")
    assert is_stand_in(other.text)


def test_a_sentence_of_the_author_is_never_a_stand_in() -> None:
    assert not is_stand_in("… and so on.")
    assert not is_stand_in("")


def test_the_tree_has_the_shape_of_what_was_read() -> None:
    authored = validated("thesis: [a]\nfoo: 1\nbecause: [b, {}, [c, {}]]\n")
    assert list(authored.root.by_key) == ["thesis", "because"]
    assert len(authored.map.because) == 3


@pytest.mark.parametrize("item", ["[[¶[A b.]]]", "{premises: [¶[A b.]]}", "{text: A b., unless: [[¶[C d.]]]}"])
def test_an_inference_without_its_faulty_premise_is_not_at_fault_as_well(item: str) -> None:
    assert_problems(f"thesis: E f.\nbecause: {item}\n", "wrong-type")


@pytest.mark.parametrize(
    "claim",
    ["{¶txt: It moved.}", "{¶sentence: It moved.}", "{¶He said: so}", "{¶premises: [It moved.]}", "{¶<<: {text: a}}"],
)
def test_a_text_under_a_wrong_key_is_not_missed_as_well(claim: str) -> None:
    assert_problems(f"thesis: a\nclaims: {{a: {claim}}}\n", "unknown-key")


def test_a_text_is_missed_beside_a_misspelt_key_of_another_meaning() -> None:
    assert_problems("thesis: a\nclaims: {¶a: {¶sorce: b}}\n", "missing-text", "unknown-key")


def test_text_beside_premises_is_one_fault() -> None:
    text = "thesis: It moved.\nbecause: {premises: [a], ¶text: b, label: c, by: d, scheme: sign}\n"
    assert_problems(text, "unknown-key")
    assert "one with" in messages(text.replace("¶", ""))[0]


def test_a_claim_key_in_an_inference_is_unknown() -> None:
    assert_problems("thesis: It moved.\nbecause: {premises: [a], ¶label: c}\n", "unknown-key")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("thesis: a\nfoo: 1", "of a map"),
        ("thesis: {text: A b., scheme: sign}", "of a claim"),
        ("thesis: a\nclaims: {a: {text: A b., id: a}}", "of a claim"),
        ("thesis: a\nbecause: {text: A b., foo: 1}", "of a claim"),
        ("thesis: a\nbecause: [[{text: A b., unless: c}, d]]", "of a claim among co-premises"),
        ("thesis: a\nbecause: {premises: b, foo: 1}", "of an inference"),
        ("thesis: a\nsources: {s: {foo: 1}}", "of a source"),
        ("thesis: a\nviews: {v: {foo: 1}}", "of a view"),
    ],
)
def test_an_unknown_key_says_of_what_it_is_no_key(text: str, noun: str) -> None:
    assert [message.partition(" is not a key ")[2] for message in messages(text)] == [noun]


@pytest.mark.parametrize("key", ["<claim>", "<<", "[key]", r"\<claim>", "<sentence>"])
@pytest.mark.parametrize("value", ["1", "{x: {y: z}}", "[a, [b]]", "{text: It moved.}"])
def test_a_key_may_look_like_a_mark_of_the_schema(key: str, value: str) -> None:
    assert_problems(f"thesis: A b.\n¶'{key}': {value}\n", "unknown-key")
    assert_problems(f"thesis: a\nclaims: {{a: {{text: A b., ¶'{key}': {value}}}}}\n", "unknown-key")
    assert_problems(f"thesis: a\nclaims: {{¶'{key}': {{text: A b., ¶foo: 1}}}}\n", "bad-id", "unknown-key")
    assert messages(f"thesis: A b.\n'{key}': {value}\n") == [f'"{key}" is not a key of a map']


@pytest.mark.parametrize("name", ["text", "premises", "thesis", "because", "claims"])
def test_a_view_or_a_source_may_have_the_name_of_a_key(name: str) -> None:
    assert_problems(f"thesis: A b.\nviews: {{{name}: {{}}}}\nsources: {{{name}: A work}}\n")
    assert_problems(f"thesis: A b.\nviews: {{{name}: ¶x}}\nsources: {{{name}: ¶[]}}\n", "wrong-type", "wrong-type")


def test_a_claim_with_a_bad_id_is_still_looked_into() -> None:
    text = "thesis: a\nclaims:\n  ¶2nd: {text: A b., ¶foo: 1}\n  id-3-3: A c.\n"
    assert_problems(text, "bad-id", "unknown-key")
    assert len(validated(text.replace("¶", "")).map.claims) == 2


@pytest.mark.parametrize(("key", "lost"), [("claims", "claims"), ("claim", "claims"), ("soruces", "sources")])
def test_it_is_known_when_claims_or_sources_are_lost_as_a_whole(key: str, lost: str) -> None:
    assert validated(f"thesis: a\n{key}: [b]\n").lost == {lost}


def test_nothing_is_lost_with_a_key_of_no_consequence() -> None:
    assert validated("thesis: a\nfoo: 1\ntitle: []\nclaims: {a: []}\n").lost == frozenset()


def test_what_an_alias_repeats_is_at_fault_once() -> None:
    text = "thesis: A b.\nbecause:\n  - &x {text: C d., ¶foo: 1}\n  - [*x, *x]\n  - {premises: *x}\n"
    assert_problems(text, "unknown-key")


def test_a_long_text_is_cut_in_a_message() -> None:
    (message,) = messages(f"thesis: A b.\nlanguage: {'very ' * 100}long\n")
    assert len(message) < 160
    assert "…" in message


@pytest.mark.parametrize("value", ["yes", "true", "True", "on", "no", "false", "off"])
def test_truth_is_written_as_yaml_does(value: str) -> None:
    authored = validated(f"thesis: a\nclaims: {{a: {{text: A b., implicit: {value}}}}}\n")
    claim = authored.map.claims["a"]
    assert isinstance(claim, AuthoredClaim)
    assert claim.implicit is (value.lower() in ("yes", "true", "on"))


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "sr-Latn-RS"])
def test_a_language_is_a_tag(tag: str) -> None:
    assert_problems(f"thesis: A b.\nlanguage: {tag}\n")


@pytest.mark.parametrize("depth", ["-1", "1.5", "many", "''", "[1]", "9" * 5000])
def test_a_depth_is_a_whole_number(depth: str) -> None:
    assert_problems(f"thesis: A b.\nviews: {{v: {{depth: ¶{depth}}}}}\n", "wrong-type")


def test_ten_thousand_faults_are_found_in_a_moment() -> None:
    text = "thesis: A b.\nbecause:\n" + "  - {text: C d., ¶lable: e}\n" * 10_000
    start = time.perf_counter()
    assert len(validated(text.replace("¶", "")).problems) == 10_000
    assert time.perf_counter() - start < 10
