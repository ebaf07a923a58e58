"""Evenness: cards beside each other about as high as each other, as far as the frame of the drawing allows.

Packing asks for the least room only, and nothing that is added up part by part can tell that a card is much taller than
its neighbours. So when the frame is known, the tallest of unequal siblings are made lower, one after the other, as long
as all still fits the frame and the siblings differ less than before.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Protocol, Self, TypeVar

from argmap.model import ArgumentMap

FAIR = 2.4
"""How many times as tall as its sibling a card may be without being made lower."""
_MOST_TRIES = 4
_MOST_FAILURES = 3
"""How many times it is tried to make a card lower, and how many of these may be in vain."""


class Arrangement(Protocol):
    """Cards arranged in a frame."""

    @property
    def heights(self) -> dict[str, float]:
        """The height of every claim's card, in points of the layout."""
        ...

    def lowered(self, claim: str, height: float) -> Self | None:
        """Return the cards arranged in the same frame, one lower than a height; none if that cannot be."""
        ...


def siblings_of(argument: ArgumentMap, homes: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the claims that stand as equals: the premises of all that bears on one claim or inference."""
    for target in (*argument.claim, *argument.inference):
        uses = [(premise, inference) for inference in argument.on[target] for premise in inference.premises]
        housed = tuple(premise for premise, inference in uses if homes.get(premise) == inference.id)
        if len(housed) > 1:
            yield housed


Arranged = TypeVar("Arranged", bound=Arrangement)


def evened(siblings: Sequence[tuple[str, ...]], arrangement: Arranged) -> Arranged:
    """Return an arrangement in the same frame in which siblings differ less, if there is one.

    What makes a card lower may make others differ more, and the next step make good for it: the best of all is taken.
    """
    best, least = arrangement, _unevenness(siblings, arrangement.heights)
    given_up: set[tuple[str, float]] = set()
    for _ in range(_MOST_TRIES):
        uneven = [pair for pair in _pairs(siblings, arrangement.heights) if pair[:2] not in given_up]
        if not uneven or len(given_up) == _MOST_FAILURES:
            break
        claim, height, lowest = max(uneven, key=lambda pair: pair[1] / pair[2])
        given_up.add((claim, height))
        lowered = _lowered(siblings, arrangement, claim, (height, FAIR * lowest))
        if lowered is None:
            continue
        arrangement, unevenness = lowered, _unevenness(siblings, lowered.heights)
        if unevenness < least:
            best, least = arrangement, unevenness
            given_up.clear()
    return best


def _lowered(
    siblings: Sequence[tuple[str, ...]], arrangement: Arranged, claim: str, heights: Sequence[float]
) -> Arranged | None:
    """Return an arrangement with a card lower than the first of some falling heights, if that fits the frame.

    With one that is lower still, if siblings differ less than before.
    """
    found, least = None, _unevenness(siblings, arrangement.heights)
    for height in heights:
        lowered = arrangement.lowered(claim, height)
        if lowered is None:  # nor can it be still lower
            break
        unevenness = _unevenness(siblings, lowered.heights)
        if found is None or unevenness < least:
            found, least = lowered, min(least, unevenness)
    return found


def _pairs(siblings: Sequence[tuple[str, ...]], heights: dict[str, float]) -> Iterator[tuple[str, float, float]]:
    """Yield every card that is too tall beside a sibling, with both heights."""
    for group in siblings:
        for one, other in combinations(group, 2):
            low, tall = sorted((one, other), key=lambda claim: heights[claim])
            if heights[tall] > FAIR * heights[low]:
                yield tall, heights[tall], heights[low]


def _unevenness(siblings: Sequence[tuple[str, ...]], heights: dict[str, float]) -> float:
    """Return how much siblings differ, above all those that differ most."""
    return sum((tall / low - FAIR) ** 2 for _, tall, low in _pairs(siblings, heights))
