"""Map files as arguments: however it is spelt, the same argument is an equal map."""

import pytest

from argmap.checks import problems_of
from argmap.model import ArgumentMap, Citation, Claim, Inference, Relation, Source, View
from argmap.problems import Place, Problem
from argmap.reader import Reading, read, read_file
from tests.test_bad_maps import BAD


def reading(text: bytes | str) -> Reading:
    return read(text, "map.yaml")


def argument(text: bytes | str) -> ArgumentMap:
    """Return the map of a text that has no problems."""
    found = reading(text)
    assert found.problems == ()
    assert found.map is not None
    return found.map


def problems(text: str) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in reading(text).problems]


def shape(found: ArgumentMap) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(i.id, i.relation.key, i.premises, i.target) for i in found.inferences]


# spellings

FLAT = """
argmap: 1
title: Why the lecture moved
language: en
thesis: moved
sources:
  notice: {title: Notice of 3 May, author: Registry, date: 2021-05-03, url: "https://example.org/notice"}
claims:
  moved:
    text: The lecture has moved to room 12.
    label: Moved to room 12
    because:
      - [notice-says, notice-reliable]
      - seen-there
      - premises: [same-day, last-year]
        id: precedent
        scheme: analogy
        unless: timetable-changed
    but: room-locked
  notice-says: {text: The notice says so., source: notice para 2}
  notice-reliable: {text: The notice is reliable., implicit: true}
  seen-there: {text: The class was seen there., by: Anna, because: anna-there}
  anna-there: Anna was there.
  same-day: It is the same day of the week.
  last-year: It moved last year.
  timetable-changed: {text: The timetable has changed., tags: [hindsight]}
  room-locked: {text: Room 12 is locked., but: [key-given, {premises: [porter-there, porter-helpful]}]}
  key-given: The class was given a key.
  porter-there: The porter is there.
  porter-helpful: {text: The porter is helpful., note: Ask them!}
views:
  main-line: {title: Only the main line, focus: moved, depth: 2, exclude: [hindsight]}
steps: [moved, notice-says, [room-locked, key-given]]
"""
NESTED = """
title: Why the lecture moved
sources:
  notice:
    title: Notice of 3 May
    author: Registry
    date: 2021-05-03
    url: https://example.org/notice
thesis:
  id: moved
  text: The lecture has moved to room 12.
  label: Moved to room 12
  because:
    - - {id: notice-says, text: The notice says so., source: [notice para 2]}
      - {id: notice-reliable, text: The notice is reliable., implicit: yes}
    - id: seen-there
      text: The class was seen there.
      by: Anna
      because: {id: anna-there, text: Anna was there.}
    - id: precedent
      scheme: analogy
      premises:
        - {id: same-day, text: It is the same day of the week.}
        - {id: last-year, text: It moved last year.}
      unless:
        - {id: timetable-changed, text: The timetable has changed., tags: hindsight}
  but:
    - id: room-locked
      text: Room 12 is locked.
      but:
        - {id: key-given, text: The class was given a key.}
        - - {id: porter-there, text: The porter is there.}
          - {id: porter-helpful, text: The porter is helpful., note: Ask them!}
views:
  main-line:
    title: Only the main line
    focus: moved
    depth: 2
    exclude: hindsight
steps:
  - moved
  - [notice-says]
  - [room-locked, key-given]
"""
MIXED = (
    """
title: Why the lecture moved
thesis: moved
because:
  - [notice-says, {id: notice-reliable, text: The notice is reliable., implicit: true}]
  - seen-there
  - {id: precedent, premises: [same-day, last-year], scheme: analogy, unless: timetable-changed}
"""
    + FLAT[FLAT.index("sources:") : FLAT.index("    because:")]
    + FLAT[FLAT.index("    but: room-locked") :].replace(
        "  notice-reliable: {text: The notice is reliable., implicit: true}\n", ""
    )
)


@pytest.mark.parametrize("text", [NESTED, MIXED], ids=["nested", "mixed"])
def test_nested_and_flat_spellings_of_one_argument_are_equal(text: str) -> None:
    assert argument(text) == argument(FLAT)


def test_the_whole_argument_is_read() -> None:
    found = argument(FLAT)
    assert (found.title, found.language, found.thesis) == ("Why the lecture moved", "en", "moved")
    assert shape(found) == [
        ("moved.because.1", "because", ("notice-says", "notice-reliable"), "moved"),
        ("moved.because.2", "because", ("seen-there",), "moved"),
        ("seen-there.because.1", "because", ("anna-there",), "seen-there"),
        ("precedent", "because", ("same-day", "last-year"), "moved"),
        ("precedent.unless.1", "unless", ("timetable-changed",), "precedent"),
        ("moved.but.1", "but", ("room-locked",), "moved"),
        ("room-locked.but.1", "but", ("key-given",), "room-locked"),
        ("room-locked.but.2", "but", ("porter-there", "porter-helpful"), "room-locked"),
    ]
    assert found.inference["precedent"].scheme == "analogy"
    assert found.claim["notice-says"].citations == (Citation(source="notice", locator="para 2"),)
    assert found.claim["notice-reliable"].implicit
    assert found.claim["seen-there"].by == "Anna"
    assert found.claim["porter-helpful"].note == "Ask them!"
    assert found.claim["timetable-changed"].tags == ("hindsight",)
    url = "https://example.org/notice"
    assert found.sources == (
        Source(key="notice", title="Notice of 3 May", author="Registry", date="2021-05-03", url=url),
    )
    assert found.views == (
        View(name="main-line", title="Only the main line", focus="moved", depth=2, exclude=("hindsight",)),
    )
    assert found.steps == (("moved",), ("notice-says",), ("room-locked", "key-given"))


def test_a_beginner_needs_no_ids() -> None:
    found = argument("thesis: Socrates is mortal.\nbecause:\n  - - Socrates is a man.\n    - All men are mortal.\n")
    assert found == ArgumentMap(
        thesis="socrates-is-mortal",
        claims=(
            Claim(id="socrates-is-mortal", text="Socrates is mortal."),
            Claim(id="socrates-is-a-man", text="Socrates is a man."),
            Claim(id="all-men-are-mortal", text="All men are mortal."),
        ),
        inferences=(
            Inference(
                id="socrates-is-mortal.because.1",
                relation=Relation.SUPPORT,
                premises=("socrates-is-a-man", "all-men-are-mortal"),
                target="socrates-is-mortal",
            ),
        ),
    )


@pytest.mark.parametrize(
    "item",
    ["B c.", "[B c.]", "[[B c.]]", "{text: B c.}", "[{text: B c.}]", "[[{text: B c.}]]", "{premises: B c.}",
     "[{premises: [B c.]}]", "[{premises: {text: B c.}}]", "b-c", "[b-c]", "[[b-c]]", "{premises: b-c}"],
)  # fmt: skip
def test_one_premise_may_be_written_in_many_ways(item: str) -> None:
    written = "\nclaims: {b-c: B c.}" if "b-c" in item else ""
    expected = argument("thesis: a-is-so\nclaims:\n  a-is-so: {text: A is so., because: b-c}\n  b-c: B c.\n")
    assert argument(f"thesis: A is so.\nbecause: {item}{written}\n") == expected


def test_reasons_of_the_thesis_stand_at_the_top_or_at_its_claim() -> None:
    at_top = argument("thesis: moved\nbecause: B c.\nbut: D e.\nclaims: {moved: It moved.}\n")
    assert at_top == argument("thesis: moved\nclaims:\n  moved: {text: It moved., because: B c., but: D e.}\n")
    assert at_top == argument("thesis: {id: moved, text: It moved., because: B c.}\nbut: D e.\n")


def test_reasons_keep_the_order_of_the_file_wherever_they_stand() -> None:
    found = argument("but: D e.\nthesis: {id: moved, text: It moved., because: B c.}\n")
    assert [inference.id for inference in found.inferences] == ["moved.but.1", "moved.because.1"]


def test_a_bare_sentence_in_claims_is_a_claim() -> None:
    assert argument("thesis: a\nclaims: {a: It moved.}\n") == argument("thesis: a\nclaims: {a: {text: It moved.}}\n")


# undercutters

UNDERCUT_FLAT = """
thesis: bird-flies
claims:
  bird-flies:
    text: Tweety flies.
    because:
      - id: birds-fly
        premises: [is-bird]
        unless:
          - premises: [is-penguin]
            id: penguins
            unless:
              - premises: [has-jet, jet-works]
                unless: no-fuel
          - broken-wing
  is-bird: Tweety is a bird.
  is-penguin: {text: Tweety is a penguin., because: black-and-white}
  black-and-white: Tweety is black and white.
  has-jet: Tweety has a jet pack.
  jet-works: Jet packs work.
  no-fuel: There is no fuel.
  broken-wing: Tweety has a broken wing.
"""
UNDERCUT_NESTED = """
thesis: {id: bird-flies, text: Tweety flies.}
because:
  premises: {id: is-bird, text: Tweety is a bird.}
  id: birds-fly
  unless:
    - id: penguins
      premises:
        - {id: is-penguin, text: Tweety is a penguin., because: {id: black-and-white, text: Tweety is black and white.}}
      unless:
        premises: [{id: has-jet, text: Tweety has a jet pack.}, {id: jet-works, text: Jet packs work.}]
        unless: {id: no-fuel, text: There is no fuel.}
    - {id: broken-wing, text: Tweety has a broken wing.}
"""


def test_undercutters_of_undercutters_are_equal_nested_and_flat() -> None:
    assert argument(UNDERCUT_NESTED) == argument(UNDERCUT_FLAT)


def test_an_undercutter_has_the_inference_as_its_target() -> None:
    assert shape(argument(UNDERCUT_FLAT)) == [
        ("birds-fly", "because", ("is-bird",), "bird-flies"),
        ("penguins", "unless", ("is-penguin",), "birds-fly"),
        ("is-penguin.because.1", "because", ("black-and-white",), "is-penguin"),
        ("penguins.unless.1", "unless", ("has-jet", "jet-works"), "penguins"),
        ("penguins.unless.1.unless.1", "unless", ("no-fuel",), "penguins.unless.1"),
        ("birds-fly.unless.2", "unless", ("broken-wing",), "birds-fly"),
    ]


def test_a_claim_in_place_carries_the_scheme_and_the_undercutter_of_its_inference() -> None:
    short = argument(
        "thesis: A b.\nbecause: {text: C d., scheme: sign, unless: {text: E f., scheme: bias, unless: G h.}}\n"
    )
    long = argument(
        "thesis: A b.\nbecause:\n  premises: C d.\n  scheme: sign\n"
        "  unless: {premises: E f., scheme: bias, unless: {premises: [G h.]}}\n"
    )
    assert short == long
    assert [inference.scheme for inference in short.inferences] == ["sign", "bias", ""]


# claims and ids


def test_the_same_bare_sentence_is_one_claim() -> None:
    found = argument("thesis: It rains.\nbecause: [[It is wet., It is cold.]]\nbut: [It   is wet. ]\n")
    assert [claim.id for claim in found.claims] == ["it-rains", "it-is-wet", "it-is-cold"]
    assert found.uses["it-is-wet"] == found.inferences


@pytest.mark.parametrize(
    "written",
    ["claims: {wet: It is wet.}", "claims: {wet: {text: It is wet., note: x}}", "but: {text: It is wet., id: wet}"],
)
def test_a_bare_sentence_that_is_written_out_elsewhere_is_that_claim(written: str) -> None:
    found = argument(f"thesis: It rains.\nbecause: [It is wet.]\n{written}\n")
    assert [claim.id for claim in found.claims] == ["it-rains", "wet"]


def test_two_claims_that_are_written_out_are_two_even_with_one_text() -> None:
    found = argument("thesis: It rains.\nbecause: [{text: It is wet., by: Anna}, {text: It is wet., by: Ben}]\n")
    assert [(claim.id, claim.by) for claim in found.claims[1:]] == [("it-is-wet", "Anna"), ("it-is-wet-2", "Ben")]


def test_a_bare_sentence_is_the_first_of_the_claims_that_have_its_text() -> None:
    found = argument(
        "thesis: It rains.\nbecause: [{text: It is wet., id: x}, {text: It is wet., id: y}]\nbut: It is wet.\n"
    )
    assert found.inferences[-1].premises == ("x",)


def test_an_id_that_nobody_wrote_comes_from_the_label_and_else_from_the_text() -> None:
    found = argument("thesis: {text: It rains., label: Rain}\nbecause: {text: It is wet., label: ''}\n")
    assert [claim.id for claim in found.claims] == ["rain", "it-is-wet"]


def test_written_ids_go_first_wherever_they_stand() -> None:
    found = argument("thesis: It rains.\nbecause: [It is wet., {text: Not so., id: it-is-wet}, {text: It rains!}]\n")
    assert [claim.id for claim in found.claims] == ["it-rains", "it-is-wet-2", "it-is-wet", "it-rains-2"]


def test_an_inference_that_nobody_named_counts_those_of_its_relation_on_its_target() -> None:
    found = argument("thesis: {id: a, text: A b.}\nbecause: [B c., {premises: C d., id: x}, D e.]\nbut: [E f.]\n")
    assert [inference.id for inference in found.inferences] == ["a.because.1", "x", "a.because.3", "a.but.1"]


def test_an_id_may_be_of_any_script() -> None:
    found = argument(
        "thesis: земля\nclaims:\n  земля: {text: Земля вращается., because: größe}\n  größe: Sie ist groß.\n"
    )
    assert [claim.id for claim in found.claims] == ["земля", "größe"]


@pytest.mark.parametrize("text", ["No", "1984", "2022-01", "~", "null", "1.10", "0o17", "12:30", "=", "off"])
def test_every_value_is_the_text_that_was_written(text: str) -> None:
    found = argument(f"title: {text}\ndate: {text}\nthesis: {{text: {text}}}\nsources: {{s: {{date: {text}}}}}\n")
    assert (found.title, found.date, found.claims[0].text, found.sources[0].date) == (text, text, text, text)


def test_text_is_composed_and_its_white_space_collapsed() -> None:
    composed = argument("thesis: {text: Le caf\u00e9 est ferm\u00e9., by: A b}\n")
    assert composed == argument("thesis: {text: '  Le cafe\u0301  est\n\n  ferme\u0301. ', by: 'A\u00a0 b'}\n")
    folded = argument("thesis:\n  text: >\n    It has\n    moved.\n")
    assert folded.claims[0].text == "It has moved."


def test_an_id_is_the_same_however_its_letters_are_composed() -> None:
    found = argument("thesis: cafe\u0301\nclaims: {caf\u00e9: It is closed.}\n")
    assert [claim.id for claim in found.claims] == ["caf\u00e9"]


# order


def test_claims_are_ordered_by_first_mention_from_the_thesis() -> None:
    text = (
        "thesis: a\nclaims:\n  d: D is.\n  c: C is.\n  b: {text: B is., because: d}\n"
        "  a: {text: A is., because: [b, c]}\n"
    )
    assert [claim.id for claim in argument(text).claims] == ["a", "b", "d", "c"]


def test_what_does_not_lead_to_the_thesis_comes_last_in_the_order_of_the_file() -> None:
    text = (
        "claims:\n  z: {text: Z is., because: y}\n  a: {text: A is., because: b}\n  y: Y is.\n  b: B is.\nthesis: a\n"
    )
    assert [claim.id for claim in argument(text).claims] == ["a", "b", "z", "y"]


# aliases


def test_an_alias_of_a_claim_mentions_the_same_claim() -> None:
    found = argument("thesis: A b.\nbecause: &x {text: C d., because: E f.}\nbut: [[*x, G h.]]\n")
    assert [claim.id for claim in found.claims] == ["a-b", "c-d", "e-f", "g-h"]
    assert len(found.inferences) == 3


def test_an_alias_of_a_list_repeats_the_inferences() -> None:
    text = (
        "thesis: a\nclaims:\n  a: {text: A b., because: &r [C d., [E f., G h.]], but: b}\n"
        "  b: {text: B c., because: *r}\n"
    )
    assert [inference.premises for inference in argument(text).on["b"]] == [("c-d",), ("e-f", "g-h")]


def test_an_alias_of_a_sentence_is_that_sentence() -> None:
    assert argument("thesis: A b.\nbecause: &x C d.\nbut: [[*x, E f.]]\n") == argument(
        "thesis: A b.\nbecause: C d.\nbut: [[C d., E f.]]\n"
    )


# what is wrong


def test_a_missing_thesis_is_reported_where_its_key_stands() -> None:
    assert problems("title: A b\nbecause: C d.\n") == ["1:1 no-thesis"]
    assert problems("title: A b\nthesis:\nbecause: C d.\n") == ["2:1 no-thesis"]


def test_an_unknown_thesis_is_not_taken_for_another_claim() -> None:
    text = (
        "thesis: mvoed\nbecause: notice\nclaims:\n  moved: {text: It moved., because: notice}\n  notice: It says so.\n"
    )
    assert problems(text) == ["1:9 unknown-claim"]


def test_without_a_readable_claim_there_is_no_map() -> None:
    for text in ("", "- a\n", "title: A b\n", "thesis: {by: me}\n", "thesis: moved\n", "a: [b: c\n"):
        assert reading(text).map is None
        assert len(reading(text).problems) == 1


def test_with_errors_there_still_is_a_map_of_the_rest() -> None:
    found = reading(
        "thesis: moved\nclaims:\n  moved: {text: It moved., because: [[notice, seen]]}\n  seen: It was seen.\n"
    )
    assert found.map is not None
    assert len(found.map.inferences[0].premises) == 2
    assert [problem.code for problem in found.problems] == ["unknown-claim"]


def test_a_claim_keeps_a_name_that_an_inference_has_as_well() -> None:
    text = (
        "thesis: a\nclaims:\n  a: {text: A b., because: {id: a, premises: b, unless: a}}\n"
        "  b: {text: B c., because: a}\n"
    )
    found = reading(text)
    assert [problem.code for problem in found.problems] == ["duplicate-id"]
    assert found.map is not None
    assert [inference.id for inference in found.map.inferences] == ["a-2", "b.because.1", "a-2.unless.1"]


def test_two_inferences_of_one_name_stay_two() -> None:
    found = reading("thesis: A b.\nbecause: [{id: x, premises: C d.}, {id: x, premises: E f.}]\n").map
    assert found is not None
    assert [(inference.id, inference.premises) for inference in found.inferences] == [
        ("x", ("c-d",)),
        ("x-2", ("e-f",)),
    ]


def test_a_renamed_claim_takes_no_name_that_is_written() -> None:
    text = "thesis: A b.\nbecause: [{id: x, text: C d.}, {id: x, text: E f.}, {id: x-2, text: G h.}]\n"
    assert problems(text) == ["2:37 duplicate-id"]
    found = reading(text).map
    assert found is not None
    assert [(claim.id, claim.text) for claim in found.claims[1:]] == [("x", "C d."), ("x-3", "E f."), ("x-2", "G h.")]


def test_reasons_given_at_two_places_do_not_share_a_name() -> None:
    found = reading("thesis: {id: a, text: A b., because: C d.}\nbecause: E f.\n")
    assert [problem.code for problem in found.problems] == ["duplicate-key"]
    assert found.map is not None
    assert [inference.id for inference in found.map.inferences] == ["a.because.1", "a.because.1-2"]


@pytest.mark.parametrize("mention", ["but: moved-on", "but: [[moved-on, moved-on]]", "because: moved-on"])
def test_nothing_follows_from_a_claim_that_is_not_there(mention: str) -> None:
    found = problems_of(reading(f"thesis: A moved.\nbecause: C d.\nclaims: {{x: {{text: E f., {mention}}}}}\n"))
    assert {problem.code for problem in found} == {"unknown-claim"}


def test_nothing_follows_from_claims_and_sources_that_could_not_be_read() -> None:
    text = (
        "thesis: moved\nbecause: {text: A b., source: notice p. 1}\nviews: {v: {focus: seen, only: x}}\nsteps: [seen]\n"
    )
    assert problems(f"{text}sources: [notice]\nclaims: [moved, seen]\n") == ["5:10 wrong-type", "6:9 wrong-type"]


def test_a_step_that_names_nothing_is_left_out_of_the_map() -> None:
    found = reading("thesis: {id: t, text: T is.}\nsteps: [t, [x, t], y]\n").map
    assert found is not None
    assert found.steps == (("t",), ("t",), ())


def test_problems_come_in_the_order_of_the_file() -> None:
    found = read_file(BAD / "wrong-type-and-many-other-faults.yaml").problems
    assert len(found) > 10
    assert list(found) == sorted(found, key=lambda problem: (problem.line, problem.column))


def test_what_an_alias_repeats_is_reported_once() -> None:
    assert problems("thesis: A b.\nbecause: &r [missing]\nbut: {text: C d., because: *r}\n") == ["2:14 unknown-claim"]


# places


def place_of(words: str) -> Place:
    """Return where some words first stand in the flat spelling."""
    before = FLAT[: FLAT.index(words)]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    ("owner", "part", "number", "words"),
    [
        ("moved", "", 0, "moved:"),
        ("moved", "label", 0, "Moved to room 12"),
        ("seen-there", "", 0, "seen-there: {"),
        ("seen-there", "by", 0, "Anna,"),
        ("anna-there", "text", 0, "Anna was"),
        ("notice-says", "source", 0, "notice para"),
        ("timetable-changed", "tags", 0, "hindsight"),
        ("moved.because.1", "", 0, "[notice-says, "),
        ("moved.because.1", "premise", 1, "notice-reliable]"),
        ("moved.because.2", "", 0, "seen-there\n"),
        ("moved.because.2", "premise", 0, "seen-there\n"),
        ("precedent", "", 0, "precedent\n"),
        ("precedent", "scheme", 0, "analogy"),
        ("precedent", "premise", 1, "last-year]"),
        ("precedent.unless.1", "", 0, "timetable-changed\n"),
        ("source notice", "", 0, "notice: {"),
        ("source notice", "url", 0, '"https'),
        ("view main-line", "", 0, "main-line"),
        ("view main-line", "depth", 0, "2, ex"),
        ("view main-line", "exclude", 0, "hindsight]}\nsteps"),
    ],
)  # fmt: skip
def test_positions_stand_beside_the_map(owner: str, part: str, number: int, words: str) -> None:
    assert reading(FLAT).positions.of(owner, part, number) == place_of(words)


def test_a_part_that_is_not_written_is_where_its_owner_is() -> None:
    positions = reading(FLAT).positions
    assert positions.of("seen-there", "label") == positions.of("seen-there")
    assert positions.of("nobody") == Place(1, 1)


def test_the_same_map_is_read_from_every_encoding() -> None:
    text = "thesis: Il fait déjà nuit.\r\nbecause: [Le soleil est couché.]\r\n"
    found = argument(text)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert argument(text.encode(encoding)) == found


def test_a_problem_knows_its_file() -> None:
    (problem,) = read("thesis: moved\n", "maps/lecture.yaml").problems
    assert isinstance(problem, Problem)
    assert problem.file == "maps/lecture.yaml"


def test_claims_may_be_nested_fifty_deep() -> None:
    def chain(depth: int) -> str:
        return (
            "thesis: " + "".join(f"{{text: Domino {n} falls., because: " for n in range(depth)) + "A b." + "}" * depth
        )

    assert len(argument(chain(50)).claims) == 51
    assert [problem.code for problem in reading(chain(51)).problems] == ["too-large"]
    assert len(reading(chain(90)).problems) == 1


def test_a_flat_chain_may_be_of_any_length() -> None:
    claims = "".join(f"  c{n}: {{text: Domino {n} falls., because: c{n + 1}}}\n" for n in range(3000))
    assert len(argument(f"thesis: c0\nclaims:\n{claims}  c3000: It falls.\n").claims) == 3001
