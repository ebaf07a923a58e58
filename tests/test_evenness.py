"""Evenness: which cards are siblings, and which of them are made lower."""

from dataclasses import dataclass, replace

from argmap.layout.evenness import evened, siblings_of
from argmap.layout.homes import homes_of
from tests.random_maps import because, but, by, sample

TALL, LOW = "tall", "low"


@dataclass(frozen=True)
class Shelf:
    """Cards in a frame, with the heights that they may take instead."""

    heights: dict[str, float]
    lower: dict[str, float]
    others: dict[str, float]

    def lowered(self, claim: str, height: float) -> "Shelf | None":
        """Lower a card, if its lower height fits; that makes some others taller."""
        if not self.lower.get(claim, height) < height:
            return None
        return replace(self, heights=self.heights | self.others | {claim: self.lower[claim]})


def heights_after(before: dict[str, float], lower: dict[str, float], others: dict[str, float]) -> dict[str, float]:
    return evened([tuple(before)], Shelf(before, lower, others)).heights


def test_a_card_much_taller_than_its_sibling_is_made_lower_where_it_fits() -> None:
    assert heights_after({TALL: 90.0, LOW: 30.0}, {TALL: 45.0}, {}) == {TALL: 45.0, LOW: 30.0}


def test_a_card_stays_tall_where_nothing_lower_fits() -> None:
    assert heights_after({TALL: 90.0, LOW: 30.0}, {}, {}) == {TALL: 90.0, LOW: 30.0}


def test_a_card_hardly_taller_than_its_sibling_stays() -> None:
    assert heights_after({TALL: 60.0, LOW: 30.0}, {TALL: 30.0}, {}) == {TALL: 60.0, LOW: 30.0}


def test_a_card_is_not_made_lower_at_the_cost_of_another_sibling() -> None:
    heights = {TALL: 90.0, LOW: 30.0, "third": 60.0}
    assert heights_after(heights, {TALL: 45.0}, {"third": 120.0}) == heights


def test_the_premises_of_all_that_bears_on_one_claim_are_siblings() -> None:
    argument = sample("siblings", {"a": [because("b", "c"), but("d", unless=by("e"))], "b": [because("f")]}).map
    assert list(siblings_of(argument, homes_of(argument))) == [("b", "c", "d")]


def test_a_claim_has_siblings_only_where_its_card_stands() -> None:
    argument = sample("shared", {"a": [because("b"), because("c")], "b": [because("d"), because("c")]}).map
    assert list(siblings_of(argument, homes_of(argument))) == [("b", "c")]
