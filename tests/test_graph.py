"""What follows from the argument as a graph: roles, sides, depths, cycles."""

import networkx as nx
import pytest
from hypothesis import given, settings

from argmap.graph import Role, Side, depths, graph_of, leading_to, role, sides, support_cycles
from argmap.model import ArgumentMap
from tests.random_maps import TREES, Sample, random_sample, small_samples
from tests.test_reader import argument

DEBATE = argument(
    """
thesis: t
claims:
  t:
    text: The lecture has moved.
    because:
      - [notice, reliable]
      - premises: seen
        unless: {id: party, text: It was at a party., unless: {id: books, text: They had books.}}
    but: locked
  notice: {text: The notice says so., but: old}
  reliable: The notice is reliable.
  old: {text: The notice is old., but: dated}
  dated: It is of today.
  seen: The class was seen there.
  locked: {text: The room is locked., because: tried, but: key}
  tried: Anna tried the door.
  key: They have a key.
"""
)


def roles(found: ArgumentMap) -> dict[str, Role]:
    """Return the role of every inference, by its first premise."""
    return {inference.premises[0]: role(found, inference) for inference in found.inferences}


def knot(*supports: str) -> ArgumentMap:
    """Return an argument for ``a`` from supports written ``premise>target``; all lead to it by some path."""
    reasons: dict[str, list[str]] = {"a": []}
    for support in supports:
        premise, target = support.split(">")
        reasons.setdefault(target, []).append(premise)
        reasons.setdefault(premise, [])
    claims = "".join(f"  {name}: {{text: {name} is., because: [{', '.join(on)}]}}\n" for name, on in reasons.items())
    return argument(f"thesis: a\nclaims:\n{claims}")


def test_claims_and_inferences_are_nodes_and_premises_lead_to_targets() -> None:
    graph = graph_of(
        argument(
            "thesis: {id: t, text: T is.}\n"
            "because: {id: i, premises: [{id: a, text: A is.}], unless: {id: u, text: U is.}}\n"
        )
    )
    assert set(graph.edges) == {("a", "i"), ("i", "t"), ("u", "i.unless.1"), ("i.unless.1", "i")}


def test_what_leads_to_a_claim_is_it_and_all_below() -> None:
    graph = graph_of(DEBATE)
    assert leading_to(graph, "old") == {"old", "dated", "old.but.1"}
    assert leading_to(graph, "dated") == {"dated"}
    assert leading_to(graph, "t") == set(graph)


# roles


def test_an_attack_is_an_objection_and_an_attack_on_that_a_rebuttal() -> None:
    found = roles(DEBATE)
    assert found["locked"] is Role.OBJECTION
    assert found["key"] is Role.REBUTTAL
    assert found["old"] is Role.OBJECTION, "an objection to what supports is no rebuttal"
    assert found["dated"] is Role.REBUTTAL


def test_a_support_stays_a_support_wherever_it_stands() -> None:
    assert roles(DEBATE)["tried"] is Role.SUPPORT
    assert roles(DEBATE)["notice"] is Role.SUPPORT


def test_every_undercut_is_an_undercutter() -> None:
    assert roles(DEBATE)["party"] is Role.UNDERCUTTER
    assert roles(DEBATE)["books"] is Role.UNDERCUTTER


def test_an_attack_on_a_rebuttal_is_a_rebuttal() -> None:
    found = roles(argument("thesis: T is.\nbut: {text: A is., but: {text: B is., but: C is.}}\n"))
    assert list(found.values()) == [Role.OBJECTION, Role.REBUTTAL, Role.REBUTTAL]


# sides


def test_every_attack_and_every_undercut_changes_sides() -> None:
    found = sides(DEBATE)
    assert {name for name in DEBATE.claim if found[name] is Side.FOR} == {
        "t",
        "notice",
        "reliable",
        "seen",
        "dated",
        "books",
        "key",
    }
    assert {name for name in DEBATE.claim if found[name] is Side.AGAINST} == {"old", "party", "locked", "tried"}


def test_an_inference_is_on_the_side_of_its_premises() -> None:
    found = sides(DEBATE)
    for inference in DEBATE.inferences:
        assert {found[premise] for premise in inference.premises} == {found[inference.id]}


def test_a_claim_whose_ways_disagree_is_on_both_sides() -> None:
    found = argument(
        "thesis: T is.\nbecause: {id: a, text: A is., because: {id: c, text: C is., because: D is.}}\n"
        "but: {id: b, text: B is., because: c}\n"
    )
    side = sides(found)
    assert (side["a"], side["b"]) == (Side.FOR, Side.AGAINST)
    assert side["c"] is side["d-is"] is Side.BOTH, "what supports it is on both sides with it"


def test_ways_that_agree_leave_one_side() -> None:
    found = argument(
        "thesis: T is.\nbecause: [{id: a, text: A is., but: c}, {id: b, text: B is., but: c}]\nclaims: {c: C is.}\n"
    )
    assert sides(found)["c"] is Side.AGAINST


def test_mutual_attackers_are_on_two_sides() -> None:
    text = "thesis: t\nclaims:\n  t: {text: T is., because: a, but: b}\n"
    found = sides(argument(f"{text}  a: {{text: A is., but: b}}\n  b: {{text: B is., but: a}}\n"))
    assert (found["a"], found["b"]) == (Side.FOR, Side.AGAINST)
    assert (found["a.but.1"], found["b.but.1"]) == (Side.AGAINST, Side.FOR)


def test_what_does_not_lead_to_the_thesis_has_no_side_and_no_depth() -> None:
    found = argument("thesis: T is.\nbecause: A is.\nclaims: {x: {text: X is., because: Y is.}}\n")
    assert {"x", "y-is", "x.because.1"}.isdisjoint(sides(found))
    assert {"x", "y-is", "x.because.1"}.isdisjoint(depths(found))


# depths


def test_depth_counts_the_inferences_to_the_thesis() -> None:
    found = depths(DEBATE)
    assert {name: found[name] for name in DEBATE.claim} == {
        "t": 0, "notice": 1, "reliable": 1, "seen": 1, "locked": 1, "old": 2, "party": 2, "tried": 2, "key": 2,
        "dated": 3, "books": 3,
    }  # fmt: skip
    assert found["t.because.2"] == 1
    assert found["t.because.2.unless.1"] == 2, "an undercutter is one inference further than what it undercuts"


def test_the_shortest_way_counts() -> None:
    found = depths(knot("b>a", "c>b", "d>c", "d>a"))
    assert (found["c"], found["d"]) == (2, 1)


@given(small_samples(20))
@settings(max_examples=60, deadline=None)
def test_depth_grows_by_at_most_one_along_every_inference(sample: Sample) -> None:
    found = depths(sample.map)
    assert found.keys() == leading_to(graph_of(sample.map), sample.map.thesis)
    for inference in sample.map.inferences:
        assert found[inference.id] == found[inference.target] + 1
        assert all(found[premise] <= found[inference.id] for premise in inference.premises)


@given(small_samples(20))
@settings(max_examples=60, deadline=None)
def test_everything_that_leads_to_the_thesis_has_a_side(sample: Sample) -> None:
    found = sides(sample.map)
    assert found.keys() == leading_to(graph_of(sample.map), sample.map.thesis)
    assert found[sample.map.thesis] in (Side.FOR, Side.BOTH)


def test_in_a_tree_nothing_is_on_both_sides() -> None:
    for seed in range(20):
        assert Side.BOTH not in sides(random_sample(30, seed, TREES).map).values()


# cycles


def test_a_cycle_is_listed_in_the_order_of_support() -> None:
    assert support_cycles(knot("b>a", "c>b", "d>c", "b>d")) == [["b", "d", "c"]], (
        "b supports d, d supports c, c supports b"
    )


def test_a_knot_of_cycles_is_listed_once_by_its_first_claims() -> None:
    assert support_cycles(knot("b>a", "c>b", "b>c", "d>c", "c>d", "d>b")) == [["b", "c"]]


def test_cycles_that_share_no_claim_are_listed_each() -> None:
    assert support_cycles(knot("b>a", "c>b", "b>c", "d>a", "e>d", "d>e")) == [["b", "c"], ["d", "e"]]


@pytest.mark.parametrize("supports", [["b>a", "c>a", "c>b"], ["b>a", "c>b", "d>b", "e>c", "e>d"]])
def test_a_claim_used_twice_makes_no_cycle(supports: list[str]) -> None:
    assert support_cycles(knot(*supports)) == []


def test_attacks_and_undercuts_make_no_cycle_of_supports() -> None:
    attacks = (
        "thesis: a\nclaims:\n  a: {text: A is., but: b}\n  b: {text: B is., because: c}\n  c: {text: C is., but: a}\n"
    )
    assert support_cycles(argument(attacks)) == []
    assert (
        support_cycles(
            argument("thesis: a\nclaims:\n  a: {text: A is., because: {premises: b, unless: a}}\n  b: B is.\n")
        )
        == []
    )


@given(small_samples(20))
@settings(max_examples=40, deadline=None)
def test_there_is_a_cycle_exactly_where_supports_make_one(sample: Sample) -> None:
    supports: nx.DiGraph[str] = nx.DiGraph()
    for inference in sample.map.inferences:
        if inference.relation == "support":
            supports.add_edges_from((premise, inference.target) for premise in inference.premises)
    cycles = support_cycles(sample.map)
    assert bool(cycles) is not nx.is_directed_acyclic_graph(supports)
    for cycle in cycles:
        assert all(supports.has_edge(*step) for step in zip(cycle, [*cycle[1:], cycle[0]], strict=True))
