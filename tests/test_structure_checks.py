"""The checks on the structure of an argument, each from both sides: what it reports, and what it leaves in peace."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.checks import Selection, empty_view, problems_of, step_before_target
from argmap.checks.no_glyph import USUAL
from argmap.checks.subject import Subject
from argmap.links import is_safe_link, link_fault
from argmap.model import View
from argmap.problems import Problem
from argmap.reader import read
from argmap.text import default_font
from argmap.views import part_of
from tests.random_maps import Sample, small_samples

STRUCTURE = (
    "unsafe-link", "same-text", "repeated-inference", "unused-source", "implicit-with-source", "no-source", "no-glyph",
    "empty-view", "step-before-target", "lone-premise", "unanswered-objection", "one-sided",
)  # fmt: skip


def found(code: str, text: str) -> tuple[Problem, ...]:
    """Return what one check says of a map."""
    problems = problems_of(read(text, "map.yaml"), Selection(frozenset({code})))
    return tuple(problem for problem in problems if problem.code == code)


def places(code: str, text: str) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in found(code, text)]


def message(code: str, text: str) -> str:
    (problem,) = found(code, text)
    return problem.message


def hint(code: str, text: str) -> str:
    (problem,) = found(code, text)
    return problem.hint or ""


# unsafe-link

SAFE = [
    "https://example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/",
    "https://example.org:8080/a",
    "https://anna@example.org/a",
    "https://[2001:db8::1]/a",
    "https://müller.example/größe",
    "https://example.org/%20?q=a:b@c\\d",
    "mailto:anna@example.org",
    "mailto:anna@example.org?subject=Notice",
]
UNSAFE = [
    "",
    "notice",
    "/notices/3-may",
    "//example.org/a",
    "www.example.org",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "ftp://example.org",
    "vbscript:x",
    "blob:https://example.org/a",
    "https:",
    "https:example.org",
    "https:/example.org",
    "https://",
    "https:///a",
    "https://?a",
    "https://:80/a",
    "https://anna@/a",
    "https://\\example.org",
    "https://example.org\\@example.com",
    "https://example.org:port",
    "https://example.org/a b",
    " https://example.org",
    "https://example.org\n",
    "java\tscript:alert(1)",
    "https://example.org/\u202egnp.exe",
    "https://exam\u200bple.org",
    "https://example.org/\x00",
    "mailto:",
    "mailto:anna",
    "mailto:?subject=Notice",
    "mailto:anna@?subject=Notice",
]


@pytest.mark.parametrize("url", SAFE)
def test_an_address_of_a_page_or_of_a_mail_may_become_a_link(url: str) -> None:
    assert is_safe_link(url)


@pytest.mark.parametrize("url", UNSAFE)
def test_no_other_address_becomes_a_link(url: str) -> None:
    assert not is_safe_link(url)


@given(st.text(st.sampled_from("htps:/@.\\?#[]a \t\u202e"), max_size=30))
@settings(max_examples=300, deadline=None)
def test_whatever_is_a_link_begins_as_links_do(url: str) -> None:
    for text in (url, f"https://{url}", f"mailto:{url}"):
        assert not is_safe_link(text) or text.startswith(("https://", "http://", "mailto:"))
        assert is_safe_link(text) == (link_fault(text) is None)


def test_a_very_long_address_is_judged_at_once() -> None:
    start = perf_counter()
    for part in ("@", "a", ":", "[", "%", "."):
        is_safe_link("https://" + part * 200_000)
        is_safe_link("mailto:" + part * 200_000)
    assert perf_counter() - start < 2


def test_links_of_claims_and_of_sources_are_looked_at() -> None:
    text = (
        "thesis: {text: A is so., url: 'file:///a'}\nbecause: {text: B is so., source: s}\n"
        "sources:\n  s: {title: S, url: 'data:,a'}\n"
    )
    assert places("unsafe-link", text) == [(1, 31), (4, 22)]


def test_a_claim_without_a_link_has_no_unsafe_one() -> None:
    assert places("unsafe-link", "thesis: {text: A is so., url: ''}\nsources: {s: {title: S, url: }}\n") == []


def test_a_link_is_looked_at_where_its_claim_has_no_text() -> None:
    assert places("unsafe-link", "thesis: a\nclaims:\n  a: {url: 'file:///a'}\n  b: B is so.\n") == [(3, 12)]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("www.example.org/a", 'write "https://" in front of it'),
        ("example.org", 'write "https://" in front of it'),
        ("example.org:8080/a", 'write "https://" in front of it'),
        ("https://example.org/two words", "write a space inside an address as %20"),
        ("javascript:alert(1)", "give the whole address of a page"),
        ("mailto.anna", "give the whole address of a page"),
    ],
)
def test_the_hint_to_a_link_fits_the_slip(url: str, says: str) -> None:
    assert says in hint("unsafe-link", f"thesis: {{text: A is so., url: '{url}'}}\n")


def test_what_nobody_sees_in_a_link_is_not_printed() -> None:
    said = message("unsafe-link", 'thesis: {text: A is so., url: "https://example.org/\\u202egnp"}\n')
    assert "\u202e" not in said
    assert "nobody sees" in said


# same-text


@pytest.mark.parametrize("twin", ["The hall isn’t “small”", 'the hall isn\'t "small"...', "The  Hall isn't «small» !"])
def test_capitals_quotes_and_endings_make_no_other_sentence(twin: str) -> None:
    text = f'thesis: t\nclaims:\n  t: {{text: T is so., because: [a, b]}}\n  a: The hall isn\'t "small".\n  b: {twin}\n'
    assert places("same-text", text) == [(5, 3)]


def test_how_letters_are_composed_makes_no_other_sentence() -> None:
    text = 'thesis: {text: "The caf\\u00e9 is open.", id: a}\nbut: {text: "THE CAFE\\u0301 IS OPEN", id: b}\n'
    assert places("same-text", text) == [(2, 43)]


def test_another_word_makes_another_sentence() -> None:
    assert found("same-text", "thesis: The hall is small.\nbut: The hall is not small.\n") == ()


def test_one_claim_used_twice_is_no_second_sentence() -> None:
    assert found("same-text", "thesis: A is so.\nbecause: [B is so.]\nbut: {text: C is so., because: B is so.}\n") == ()


def test_the_later_in_the_file_is_reported_with_the_line_of_the_first() -> None:
    text = (
        "thesis: t\nclaims:\n  b: The hall is small.\n  a: The hall is small\n  t: {text: T is so., because: [a, b]}\n"
    )
    assert places("same-text", text) == [(4, 3)]
    assert message("same-text", text) == '"a" says the same as "b" (line 3)'


def test_every_further_twin_is_reported_with_the_first() -> None:
    text = "thesis: A is so.\nbecause: [a is so., A is so!]\n"
    assert [problem.message[-8:] for problem in found("same-text", text)] == ["(line 1)", "(line 1)"]


def test_sentences_of_signs_alone_are_not_the_same() -> None:
    assert found("same-text", 'thesis: "!!"\nbecause: "??"\n') == ()


def test_claims_that_could_not_be_read_do_not_say_the_same() -> None:
    assert found("same-text", "thesis: A is so.\nbecause: [x, y]\n") == ()


# repeated-inference


def test_the_order_of_co_premises_makes_no_other_inference() -> None:
    assert places("repeated-inference", "thesis: A is so.\nbut: [[B is., C is.], [C is., B is.]]\n") == [(2, 23)]


@pytest.mark.parametrize(
    "rest",
    [
        "because: [[B is., C is.], [B is., D is.]]",
        "because: [[B is., C is.], B is.]",
        "because: [B is.]\nbut: [C is.]",
        "because: {text: C is., because: B is.}\nbut: [B is.]",
    ],
)
def test_other_premises_another_relation_or_target_make_another_inference(rest: str) -> None:
    assert found("repeated-inference", f"thesis: A is.\n{rest}\n") == ()


def test_a_repeated_undercutter_is_reported() -> None:
    text = "thesis: A is.\nbecause:\n  premises: B is.\n  unless:\n    - C is.\n    - C is.\n"
    assert places("repeated-inference", text) == [(6, 7)]
    assert message("repeated-inference", text).startswith("this undercut of")


def test_the_same_undercutter_may_meet_two_inferences() -> None:
    text = "thesis: A is.\nbecause: [{text: B is., unless: C is.}, {text: D is., unless: C is.}]\n"
    assert found("repeated-inference", text) == ()


def test_reasons_that_could_not_be_read_are_not_the_same() -> None:
    assert found("repeated-inference", "thesis: A is so.\nbecause: [missing, missing]\n") == ()


def test_a_target_may_tell_the_check_of_repeated_inferences_to_be_silent() -> None:
    text = "thesis: {text: A is., ignore: repeated-inference, because: [B is., B is.]}\n"
    assert found("repeated-inference", text) == ()


# unused-source

CITING = "thesis: The lecture has moved.\nbecause: {text: The notice says so., source: notice para 2}\nsources:\n"


def test_a_source_that_no_claim_cites_is_reported_at_its_key() -> None:
    assert places("unused-source", f"{CITING}  plan: A plan\n  notice: A notice\n") == [(4, 3)]


def test_a_source_that_one_claim_cites_is_used() -> None:
    assert found("unused-source", f"{CITING}  notice: A notice\n") == ()


def test_a_citation_that_could_not_be_read_makes_no_source_unused() -> None:
    text = "thesis: {text: A is so., source: notcie para 2}\nsources: {notice: A notice}\n"
    assert found("unused-source", text) == (), "the misspelt key is reported, and probably meant this one"


# implicit-with-source


def test_an_implicit_claim_with_a_source_is_reported_where_it_is_called_implicit() -> None:
    text = "thesis: {text: A is so., source: s, implicit: true}\nsources: {s: A work}\n"
    assert places("implicit-with-source", text) == [(1, 47)]


@pytest.mark.parametrize(
    "keys", ["implicit: true", "source: s", "source: s, implicit: false", "by: Anna, implicit: true"]
)
def test_either_implicit_or_with_a_source_is_in_order(keys: str) -> None:
    assert found("implicit-with-source", f"thesis: {{text: A is so., {keys}}}\nsources: {{s: A work}}\n") == ()


# no-source


def sourced(claim: str, more: str = "") -> str:
    """Return a map that cites a source elsewhere."""
    return (
        f"thesis: t\nsources: {{s: A work}}\nclaims:\n  t: {{text: T is so., because: [cited, a]}}\n"
        f"  cited: {{text: C is so., source: s p. 3}}\n  a: {claim}\n{more}"
    )


def test_a_leaf_from_nowhere_is_reported_in_a_map_that_cites() -> None:
    assert places("no-source", sourced("A is so.")) == [(6, 3)]


def test_a_claim_that_is_only_attacked_comes_from_nowhere_too() -> None:
    text = sourced("{text: A is so., but: b}", "  b: {text: B is so., implicit: true}\n")
    assert places("no-source", text) == [(6, 3)]


@pytest.mark.parametrize(
    "claim",
    [
        "{text: A is so., source: s}",
        "{text: A is so., implicit: true}",
        "{text: A is so., url: 'https://example.org'}",
        "{text: A is so., because: cited}",
        "{text: A is so., ignore: no-source}",
    ],
)
def test_what_is_sourced_supplied_linked_or_argued_for_comes_from_somewhere(claim: str) -> None:
    assert found("no-source", sourced(claim)) == ()


def test_a_map_without_citations_is_left_in_peace() -> None:
    assert found("no-source", "thesis: A is so.\nbecause: B is so.\nsources: {s: A work}\n") == ()


def test_the_thesis_needs_no_source() -> None:
    assert found("no-source", "thesis: A is so.\nbut: {text: B is so., source: s}\nsources: {s: A work}\n") == ()


def test_a_citation_that_could_not_be_read_makes_no_claim_come_from_nowhere() -> None:
    assert found("no-source", sourced("{text: A is so., source: z}")) == ()


# no-glyph


def test_characters_that_the_font_lacks_are_named() -> None:
    said = message("no-glyph", "thesis: The sign says 出口, 出 and 口.\n")
    assert said == 'the drawing\'s font has no "出" (U+51FA) and "口" (U+53E3)'


def test_a_few_of_many_characters_are_named() -> None:
    said = message("no-glyph", "thesis: 蘇格拉底會死。\n")
    assert said.endswith('no "蘇" (U+8607), "格" (U+683C), "拉" (U+62C9) and others')
    assert len(said) <= 160


@pytest.mark.parametrize(
    "sentence",
    [
        "Łukasz said: “Größe, ça, où”… – 3 × 4 ≠ 5 € ½ ′ ″ − →.",
        "Сократ смертен, Σωκράτης θνητός, и й.",
        "An e\u0301 is composed\u00a0of two, an ẋ and a q\u0307 too.",
        "A joiner\u200d, a variation\ufe0f, a mark\u200e, an isolate\u2066 and a soft\u00adhyphen show nothing.",
    ],
)
def test_what_the_font_has_or_shows_as_nothing_is_not_lacking(sentence: str) -> None:
    assert found("no-glyph", f'thesis: "{sentence}"\n') == ()


@pytest.mark.parametrize("sentence", ["שלום", "😀", "\U0001f469\u200d\U0001f52c", "\u05ff", "\ue000", "क्षि", "‑"])
def test_other_scripts_and_pictures_are_lacking(sentence: str) -> None:
    assert len(found("no-glyph", f'thesis: "It reads {sentence} now."\n')) == 1


def test_a_character_that_cannot_be_seen_is_named_by_its_number() -> None:
    assert message("no-glyph", 'thesis: "It reads \\ue000 now."\n').endswith("font has no U+E000")
    assert message("no-glyph", 'thesis: "It reads \\u1dfe now."\n').endswith('no "◌\u1dfe" (U+1DFE)')


def test_sentence_and_label_are_looked_at_each_in_its_place() -> None:
    text = "thesis: {text: It reads 出., label: Reads 口, note: 出口, by: 王}\nbecause: {text: B is so., tags: 出}\ntitle: 出口\n"
    assert places("no-glyph", text) == [(1, 16), (1, 36)]


def test_what_reading_has_replaced_is_not_lacking_as_well() -> None:
    assert found("no-glyph", 'thesis: "It reads \\0 now."\n') == ()
    assert len(found("no-glyph", "thesis: It reads \ufffd now.\n")) == 1, "an author's own sign for a lost character"


@pytest.mark.parametrize("weight", ["", "Semibold"])
def test_the_usual_letters_are_in_the_font(weight: str) -> None:
    usual = [chr(number) for number in range(0x3000) if USUAL.fullmatch(chr(number))]
    assert len(usual) > 400
    assert [character for character in usual if 0 in default_font(weight).line(character).numbers] == []


# empty-view

VIEWED = """
thesis: moved
claims:
  moved: {text: The lecture has moved., tags: x, because: [[notice, reliable], seen]}
  notice: {text: The notice says so., tags: x}
  reliable: {text: The notice is reliable., because: signed}
  signed: {text: The notice is signed., tags: x}
  seen: {text: The class was seen there., tags: y, because: {premises: signed, unless: far}}
  far: {text: The witness was far away., tags: x}
views:
"""


@pytest.mark.parametrize(
    "view",
    [
        "{only: x}",
        "{depth: 0}",
        "{exclude: [x, y]}",
        "{focus: reliable, exclude: x}",
        "{focus: seen, depth: 0, only: x}",
    ],
)
def test_a_view_that_leaves_out_all_that_bears_on_its_focus_is_empty(view: str) -> None:
    assert len(found("empty-view", f"{VIEWED}  v: {view}\n")) == 1


@pytest.mark.parametrize(
    "view",
    ["{only: y}", "{depth: 1}", "{}", "{exclude: x}", "{focus: reliable, only: x}", "{focus: seen, depth: 1, only: x}"],
)
def test_one_inference_is_enough_for_a_view(view: str) -> None:
    assert found("empty-view", f"{VIEWED}  v: {view}\n") == ()


def test_where_nothing_bears_on_the_focus_a_view_leaves_nothing_out() -> None:
    assert found("empty-view", f"{VIEWED}  v: {{focus: signed, depth: 0, only: y}}\n") == ()


def test_an_empty_view_is_reported_at_its_depth_or_its_name() -> None:
    assert places("empty-view", f"{VIEWED}  v: {{depth: 0}}\n  w: {{only: x}}\n") == [(11, 14), (12, 3)]


@pytest.mark.parametrize(
    ("view", "says"),
    [
        ("{depth: 0, only: x}", "a depth of 1"),
        ("{only: x}", 'inference on it a tag that "only" lists'),
        ("{exclude: [x, y]}", 'inference on it no tag that "exclude" lists'),
        ("{only: x, exclude: y}", 'a tag that "only" lists and no tag that "exclude" lists'),
    ],
)
def test_the_hint_to_an_empty_view_fits_its_keys(view: str, says: str) -> None:
    assert says in hint("empty-view", f"{VIEWED}  v: {view}\n")


@st.composite
def views(draw: st.DrawFn) -> tuple[Sample, View]:
    sample: Sample = draw(small_samples(12))
    tags = st.sampled_from([(), ("aside",)])
    focus = draw(st.sampled_from(["", *sample.map.claim]))
    depth = draw(st.one_of(st.none(), st.integers(0, 3)))
    return sample, View(name="v", focus=focus, depth=depth, only=draw(tags), exclude=draw(tags))


@given(views())
@settings(max_examples=60, deadline=None)
def test_a_view_is_called_empty_where_it_leaves_a_single_card_of_more(drawn: tuple[Sample, View]) -> None:
    sample, view = drawn
    argument = sample.map.replaced(views=(view,))
    called = list(empty_view.check(Subject(argument, sample.reading.positions, sample.reading.document)))
    alone = not part_of(argument, view).map.inferences
    assert bool(called) == (alone and bool(argument.on[view.focus or argument.thesis]))


# step-before-target

STEPPED = """
thesis: moved
claims:
  moved: {text: The lecture has moved., because: [[notice, reliable], {id: sight, premises: seen, unless: far}]}
  notice: {text: The notice says so., because: signed}
  reliable: The notice is reliable.
  signed: The notice is signed.
  seen: {text: The class was seen there., but: signed}
  far: The witness was far away.
  loose: {text: The hall is empty., because: The hall is dark.}
"""


@pytest.mark.parametrize(
    ("steps", "columns"),
    [
        ("[moved, signed, notice]", [16]),
        ("[notice]", [9]),
        ("[moved, far, seen]", [16]),
        ("[sight, moved]", [9]),
        ("[[moved, far], seen]", [17]),
        ("[seen, notice, moved]", [9, 15]),
        ("[sight, seen, moved]", [9]),
        ("[signed, signed, moved]", [9]),
    ],
)
def test_a_step_that_shows_what_bears_on_nothing_shown_is_reported(steps: str, columns: list[int]) -> None:
    assert places("step-before-target", f"{STEPPED}steps: {steps}\n") == [(11, column) for column in columns]


@pytest.mark.parametrize(
    "steps",
    [
        "[]",
        "[moved, notice, signed]",
        "[moved, reliable, signed]",
        "[[signed, notice, moved]]",
        "[moved, seen, signed]",
        "[moved, sight, far]",
        "[moved, [far, seen]]",
        "[moved, moved.because.1, signed]",
        "[[sight, moved]]",
        "[moved, loose, the-hall-is-dark]",
        "[the-hall-is-dark, loose, moved]",
    ],
)
def test_a_step_whose_target_is_there_is_in_order(steps: str) -> None:
    assert found("step-before-target", f"{STEPPED}steps: {steps}\n") == ()


def test_what_bears_on_a_claim_shown_too_early_is_not_reported_again() -> None:
    assert places("step-before-target", f"{STEPPED}steps: [notice, signed, moved]\n") == [(11, 9)]


def test_the_hint_to_a_step_names_what_should_come_first() -> None:
    assert hint("step-before-target", f"{STEPPED}steps: [moved, far]\n").startswith('put it after "sight"')


def test_a_thesis_that_bears_on_its_own_objection_may_come_first() -> None:
    text = "thesis: a\nclaims:\n  a: {text: A is so., but: b}\n  b: {text: B is so., but: a}\nsteps: [a, b]\n"
    assert found("step-before-target", text) == ()


def test_a_claim_that_bears_on_a_loose_one_too_waits_for_what_is_drawn() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is so., because: b}\n  a: {text: A is so., because: b}\n  b: B is so.\n"
    assert found("step-before-target", f"{text}steps: [t, b]\n") == ()
    assert places("step-before-target", f"{text}steps: [b, t]\n") == [(6, 9)]
    assert found("step-before-target", f"{text}steps: [a, t, b]\n") == (), "a loose claim is another check's matter"


@given(small_samples(16))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_argument_shows_nothing_too_early(sample: Sample) -> None:
    for names in ([inference.id for inference in sample.map.inferences], list(sample.map.claim)):
        argument = sample.map.replaced(steps=tuple((name,) for name in (sample.map.thesis, *names)))
        subject = Subject(argument, sample.reading.positions, sample.reading.document)
        assert list(step_before_target.check(subject)) == []


# lone-premise


def test_a_single_stated_premise_gets_the_advice_to_look_for_another() -> None:
    assert places("lone-premise", "thesis: A is so.\nbecause:\n  - B is so.\n  - [C is so., D is so.]\n") == [(3, 5)]


@pytest.mark.parametrize(
    "rest",
    [
        "but: B is so.",
        "because: [[B is so., C is so.]]",
        "because: {text: B is so., implicit: true}",
        "because: {text: B is so., scheme: sign}",
        "because: {text: B is so., but: C is so.}",
        "because: {text: B is so., because: [[C is so., D is so.]]}",
        "because: {text: B is so., unless: C is so.}",
        "because: {text: B is so., ignore: lone-premise}",
    ],
)
def test_where_the_map_looks_at_the_step_itself_there_is_no_advice(rest: str) -> None:
    assert found("lone-premise", f"thesis: A is so.\n{rest}\n") == ()


# unanswered-objection


@pytest.mark.parametrize(
    ("rest", "line"),
    [
        ("but: B is so.", 2),
        ("because:\n  premises: B is so.\n  unless: C is so.", 4),
        ("because:\n  text: B is so.\n  but: C is so.", 4),
        ("but:\n  - {text: B is so., but: C is so.}\n  - D is so.", 4),
        ("but:\n  - text: B is so.\n    because: [[C is so., D is so.]]", 3),
        ("but:\n  text: B is so.\n  but:\n    text: C is so.\n    but: D is so.", 6),
    ],
)
def test_what_speaks_against_the_thesis_and_meets_nothing_is_unanswered(rest: str, line: int) -> None:
    (problem,) = found("unanswered-objection", f"thesis: A is so.\n{rest}\n")
    assert problem.line == line


def test_an_objection_and_an_undercutter_are_each_called_so() -> None:
    text = "thesis: {text: A is so., id: a}\nbecause: {text: B is so., unless: {text: C is so., id: c}}\nbut: {text: D is so., id: d}\n"
    assert [problem.message for problem in found("unanswered-objection", text)] == [
        'nothing answers the undercutter "c" to "a.because.1"',
        'nothing answers the objection "d" to "a"',
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "because: B is so.",
        "but: {text: B is so., but: C is so.}",
        "but: {text: B is so., unless: C is so.}",
        "but: [[B is so., {text: C is so., but: D is so.}]]",
        "but: {text: B is so., because: {text: C is so., but: D is so.}}",
        "but: {text: B is so., because: {text: C is so., unless: D is so.}}",
        "because: {premises: B is so., unless: {premises: C is so., unless: D is so.}}",
        "but: {text: B is so., ignore: unanswered-objection}",
    ],
)
def test_an_objection_is_answered_by_anything_against_its_case(rest: str) -> None:
    assert found("unanswered-objection", f"thesis: A is so.\n{rest}\n") == ()


def test_an_answer_needs_no_answer() -> None:
    text = "thesis: A is so.\nbut: {text: B is so., but: C is so., because: {text: D is so., unless: E is so.}}\n"
    assert found("unanswered-objection", text) == ()


def test_what_speaks_for_and_against_the_thesis_is_left_in_peace() -> None:
    text = (
        "thesis: A is so.\nbecause: p\nbut: {text: B is so., because: p}\n"
        "claims: {p: {text: P is so., but: Q is so.}}\n"
    )
    assert found("unanswered-objection", text) == ()


# one-sided


def test_a_map_of_supports_alone_is_one_sided_at_its_thesis() -> None:
    assert places("one-sided", "because: [B is so.]\nthesis: A is so.\n") == [(2, 9)]


@pytest.mark.parametrize(
    "rest",
    ["", "but: B is so.", "because: {text: B is so., unless: C is so.}", "because: {text: B is so., but: C is so.}"],
)
def test_one_objection_anywhere_makes_another_side(rest: str) -> None:
    assert found("one-sided", f"thesis: A is so.\n{rest}\n") == ()


# together

HOSTILE = {
    "one claim named by many steps": (
        "thesis: t\nclaims:\n  t: {text: T is so., because: c}\n  c: C is so.\n  d: D is so.\n"
        "  e: {text: E is so., because: [" + "[c, d], " * 20_000 + "]}\nsteps: [" + "c, " * 20_000 + "]\n"
    ),
    "many views of one large claim": (
        "thesis: T is so.\nbecause: [[" + ", ".join(f"C {i} is so." for i in range(20_000)) + "]]\nviews:\n"
        + "".join(f"  v{i}: {{depth: 0}}\n" for i in range(5_000))
    ),
    "premises shown one by one": (
        "thesis: t\nclaims:\n  t: {text: T is so., because: [[" + ", ".join(f"c{i}" for i in range(6_000)) + "]]}\n"
        + "".join(f"  c{i}: C {i} is so.\n" for i in range(6_000))
        + "steps: [" + ", ".join(f"c{i}" for i in reversed(range(6_000))) + ", t]\n"
    ),
    "every character there is": "thesis: T is so.\nbecause: It reads " + "".join(map(chr, (*range(0x180, 0x2000), *range(0x2070, 0x9FFF)))) + ".\n",
    "very many views": (
        "thesis: T is so.\nbecause: {text: B is so., tags: x}\nviews:\n"
        + "".join(f"  v{i}: {{exclude: x}}\n" for i in range(40_000))
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_map_keeps_these_checks_busy_for_long(text: str) -> None:
    reading = read(text, "map.yaml")
    start = perf_counter()
    problems_of(reading, Selection(frozenset(STRUCTURE)))
    assert perf_counter() - start < 3


@given(small_samples(14))
@settings(max_examples=60, deadline=None)
def test_every_finding_is_one_short_sentence_with_a_hint(sample: Sample) -> None:
    for problem in problems_of(sample.reading, Selection(frozenset(STRUCTURE))):
        assert len(problem.message) <= 160
        assert problem.message[0].islower() or problem.message[0] == '"'
        assert problem.hint
