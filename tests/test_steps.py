"""The order of the reveal: what is shown at which step."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, View
from argmap.steps import grounded, steps_of
from argmap.views import part_of
from tests.random_maps import Sample, small_samples
from tests.test_reader import argument

LECTURE = """
thesis: moved
claims:
  moved:
    text: The lecture has moved.
    because: [[notice, reliable], {id: sight, premises: seen, unless: far}]
    but: locked
  notice: {text: The notice says so., because: signed}
  reliable: The notice is reliable.
  signed: It is signed.
  seen: The class was seen there.
  far: Anna was far away.
  locked: The room is locked.
"""


def reveal(found: ArgumentMap) -> list[set[str]]:
    """Return what is new at each step."""
    steps = steps_of(found)
    return [{name for name in steps if steps[name] == number} for number in range(1, max(steps.values()) + 1)]


def with_map(steps: str) -> ArgumentMap:
    return argument(f"{LECTURE}steps: {steps}\n")


def with_steps(steps: str) -> list[set[str]]:
    return reveal(with_map(steps))


def test_without_steps_the_argument_unfolds_in_its_order() -> None:
    assert with_steps("[]") == [
        {"moved"},
        {"moved.because.1", "notice", "reliable"},
        {"notice.because.1", "signed"},
        {"sight", "seen"},
        {"sight.unless.1", "far"},
        {"moved.but.1", "locked"},
    ]


def test_the_steps_of_the_map_come_first_and_the_rest_follows() -> None:
    found = with_steps("[moved, locked, seen]")
    assert found[:3] == [{"moved"}, {"moved.but.1", "locked"}, {"sight", "seen"}]
    assert found[3:] == [
        {"moved.because.1", "notice", "reliable"},
        {"notice.because.1", "signed"},
        {"sight.unless.1", "far"},
    ]


def test_a_claim_brings_its_inference_and_its_co_premises() -> None:
    assert with_steps("[moved, reliable]")[1] == {"moved.because.1", "notice", "reliable"}


def test_an_inference_may_be_named_itself() -> None:
    assert with_steps("[moved, sight]")[1] == {"sight", "seen"}
    assert with_steps("[moved, moved.because.1]")[1] == {"moved.because.1", "notice", "reliable"}


def test_claims_of_one_list_are_shown_together() -> None:
    assert with_steps("[[moved, locked, seen]]")[0] == {"moved", "locked", "seen", "moved.but.1", "sight"}
    boxed = {"moved", "notice", "reliable", "moved.because.1"}
    assert with_steps("[[notice, moved]]")[0] == boxed, "also the co-premises, for what it bears on is shown with it"


def test_an_undercutter_comes_with_its_inference_once_that_is_shown() -> None:
    assert with_steps("[moved, seen, far]")[2] == {"sight.unless.1", "far"}


def test_an_arrow_waits_for_both_its_ends() -> None:
    found = with_steps("[signed, moved, notice]")
    assert found[0] == {"signed"}, "what it bears on is not shown yet"
    assert found[1] == {"moved"}
    assert found[2] == {"moved.because.1", "notice", "reliable", "notice.because.1"}


def test_a_step_that_shows_nothing_new_is_no_step() -> None:
    assert with_steps("[moved, notice, reliable, [notice, moved], seen]") == with_steps("[moved, notice, seen]")


def test_a_claim_that_is_used_twice_brings_the_use_that_is_shown() -> None:
    text = (
        "thesis: {id: t, text: T is.}\n"
        "because: [{id: a, text: A is., because: c}, {id: b, text: B is., because: c}]\nclaims: {c: C is.}\n"
    )
    found = reveal(argument(f"{text}steps: [t, b, c, a]\n"))
    assert found == [{"t"}, {"t.because.2", "b"}, {"b.because.1", "c"}, {"t.because.1", "a", "a.because.1"}]


def test_a_part_steps_through_what_it_shows() -> None:
    whole = argument(f"{LECTURE}steps: [moved, locked, signed]\n")
    found = steps_of(part_of(whole, View(name="v", focus="notice")).map)
    assert found == {"signed": 1, "notice": 2, "notice.because.1": 2}


@st.composite
def stepped(draw: st.DrawFn) -> ArgumentMap:
    sample: Sample = draw(small_samples(16))
    names = st.sampled_from([*sample.map.claim, *sample.map.inference])
    groups = draw(st.lists(st.lists(names, max_size=3).map(tuple), max_size=4))
    return sample.map.replaced(steps=tuple(groups))


@given(stepped())
@settings(max_examples=80, deadline=None)
def test_everything_is_shown_once_and_the_steps_have_no_gap(found: ArgumentMap) -> None:
    steps = steps_of(found)
    assert steps.keys() == {*found.claim, *found.inference}
    assert set(steps.values()) == set(range(1, max(steps.values()) + 1))


@given(stepped())
@settings(max_examples=80, deadline=None)
def test_an_inference_is_shown_with_the_last_of_its_premises_and_its_target(found: ArgumentMap) -> None:
    steps = steps_of(found)
    for inference in found.inferences:
        assert steps[inference.id] == max(steps[name] for name in (*inference.premises, inference.target))


def test_an_undercutter_whose_claim_was_shown_comes_with_what_it_undercuts() -> None:
    assert with_steps("[moved, far, seen]")[1:3] == [{"far"}, {"sight", "seen", "sight.unless.1"}]


def test_thousands_of_steps_may_name_a_claim_with_thousands_of_uses() -> None:
    uses = "".join(f"  - {{text: Claim {n} is., because: one}}\n" for n in range(3000))
    found = argument(f"thesis: T is.\nclaims: {{one: It is one.}}\nbecause:\n{uses}steps: [{'one, ' * 3000} one]\n")
    assert len(steps_of(found)) == 2 + 3000 * 3


@given(stepped())
@settings(max_examples=80, deadline=None)
def test_grounded_steps_show_no_claim_before_something_that_it_bears_on(found: ArgumentMap) -> None:
    argument = grounded(found)
    steps = steps_of(argument)
    assert steps_of(found).keys() == steps.keys()
    for group in argument.steps:
        for name in group:
            uses = argument.uses.get(name, ())
            assert not uses or any(steps[use.target] <= steps[name] for use in uses)


def test_what_a_step_names_too_early_comes_in_the_order_of_the_argument() -> None:
    argument = grounded(with_map("[signed, moved, locked]"))
    assert argument.steps == (("moved",), ("locked",))
