"""The judge: of several placements, the one with the largest text on the slide."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain

from argmap.geometry import Rect
from argmap.layout.cards import TEXT_SIZE, Wording
from argmap.layout.crossings import line_length, tangle, winding
from argmap.layout.frame import Frame
from argmap.layout.placement import MARGIN, Candidate, NoRouteError, Placement, framed
from argmap.layout.pockets import cheapest_room
from argmap.views import Part

LEGIBLE = 12.0
"""From this size on, text can be read on a slide; sentences that stay below it give way to labels."""
_AS_LARGE = 0.03
"""By what share text may be smaller and still count as about as large."""
_NEARLY_AS_LARGE = 0.005
"""By what share text may be smaller for the sake of shorter lines."""
_LARGE, _TANGLED = 30, 6
"""From how many cards or crossings on a map is large to the judge: to lead its lines takes longer than all else."""
_MOST_MADE = 6
"""How many placements are made at most."""
_MUCH_CLEARER, _A_LITTLE_SMALLER = 0.5, 0.05
"""What share of the tangle is left where lines are much clearer, and by what share text may be smaller for that."""
_WINDING = 100.0
"""How much longer than they have to be lines may be together, before others are tried, in points of the layout."""
_MOST_OTHERS = 8
_MOST_OTHERS_OF_LARGE = 4
"""How many more are made at most, where lines cross or wind, that differ in how parts are composed."""
_LESS = 0.02
"""By what share lines have to cost less that are led more directly: what crosses another is seldom as clear."""
_CROSSING = 400.0
"""How much way a crossing more has to save, in points of the layout: a long way round is hard to follow, too.

The first has to save twice as much: where no lines cross, none can be mistaken for another.
"""


class Words(StrEnum):
    """What may stand on the cards: sentences, labels, or sentences while they are legible."""

    FULL = "full"
    LABEL = "label"
    AUTO = "auto"


@dataclass(frozen=True)
class Fitted:
    """A placement with what stands on its cards, and its scale on the slide."""

    placement: Placement
    wording: Wording
    scale: float
    slide: str = "16:9"
    handicap: float = 0.0
    """By what share its text has to be larger than that of another to count as large."""

    @property
    def worth(self) -> float:
        """Its scale, as it counts beside that of another."""
        return self.scale * (1 - self.handicap)

    @property
    def text_size(self) -> float:
        """The size of the claims' text on the slide, in points."""
        return TEXT_SIZE * self.scale

    @cached_property
    def tangle(self) -> int:
        """How many times two lines cross, as the judge counts."""
        return tangle(self.placement)

    @cached_property
    def line_length(self) -> float:
        """How long all lines are together, in points of the layout."""
        return line_length(self.placement)

    @property
    def toll(self) -> float:
        """What the lines cost: how long they are, what they cross, and how small they make text."""
        return (self.line_length + _CROSSING * (self.tangle + (self.tangle > 0))) / self.scale

    @property
    def is_large(self) -> bool:
        """Whether it takes so long to make that few others are tried."""
        return len(self.placement.cards) > _LARGE or self.tangle > _TANGLED

    @property
    def is_unclear(self) -> bool:
        """Whether lines cross, or wind around so much that other ways to place are worth a try."""
        return bool(self.tangle) or winding(self.placement) > _WINDING

    def is_clearer(self, other: "Fitted") -> bool:
        """Tell whether fewer lines cross than in another; where none do there, whether the lines cost less here."""
        if other.tangle:
            return (self.tangle, -self.scale) < (other.tangle, -other.scale)
        return not self.tangle and self.toll < other.toll


Place = Callable[[Wording], Iterable[Candidate]]
"""A way of placing: it yields what could be made of a part of a map that is worded in one way."""


def fit(
    part: Part,
    ways: Sequence[Place],
    legends: Sequence[tuple[float, float]] = (),
    *,
    spare: Place | None = None,
    words: Words = Words.AUTO,
    frame: Frame | None = None,
) -> Fitted:
    """Return the best placement of a part of a map on a slide.

    Parameters
    ----------
    ways
        The ways of placing that are compared.
    legends
        The sizes that the legend can take, in points of the layout.
    spare
        The way of placing that is taken where none of the others can.
    """
    frame = frame or Frame()

    judge = _Judge(legends, frame, spare)
    if words is not Words.AUTO:
        wording = Wording(words.value)
        return judge.best(wording, _candidates(ways, wording))
    full = _candidates(ways, Wording.FULL)
    labelled = any(claim.label for claim in part.map.claims)
    hope = max(judge.scale(candidate) for candidate in full)
    sentences = judge.best(Wording.FULL, full) if hope * TEXT_SIZE >= LEGIBLE or not labelled else None
    if sentences and (sentences.text_size >= LEGIBLE or not labelled):
        return sentences
    labels = judge.best(Wording.LABEL, _candidates(ways, Wording.LABEL))
    if labels.scale >= hope:
        return labels
    sentences = sentences or judge.best(Wording.FULL, full)
    return max(sentences, labels, key=lambda fitted: fitted.scale)


def _candidates(ways: Sequence[Place], wording: Wording) -> list[Candidate]:
    return [candidate for way in ways for candidate in way(wording)]


@dataclass(frozen=True, slots=True)
class _Judge:
    """Chooses among candidates for a frame."""

    legends: Sequence[tuple[float, float]]
    frame: Frame
    spare: Place | None = None

    def scale(self, candidate: Candidate) -> float:
        """Return the scale that a candidate reaches at best."""
        return self.frame.scale(candidate.width, candidate.height)

    def worth(self, candidate: Candidate) -> float:
        """Return that scale as it counts beside that of another."""
        return self.scale(candidate) * (1 - candidate.handicap)

    def best(self, wording: Wording, candidates: Sequence[Candidate]) -> Fitted:
        """Return the largest text; where it is about as large, fewer crossings and then shorter lines.

        The most promising candidates are made first, as long as others can still win.
        """
        made: list[Fitted] = []
        kept: list[Candidate] = []
        for candidate in sorted(candidates, key=lambda candidate: -self.worth(candidate)):
            if made and self._is_beaten(candidate, made):
                break
            if fitted := self._made(wording, candidate):
                made.append(fitted)
                kept.append(candidate)
        if not made and self.spare:
            return replace(self, spare=None).best(wording, list(self.spare(wording)))
        best = _preferred(made)
        return self._directed(*self._untangled(best, kept[made.index(best)]))

    def _made(self, wording: Wording, candidate: Candidate) -> Fitted | None:
        """Make a candidate, with the legend; none if that cannot be."""
        try:
            return replace(self._fitted(wording, candidate.make()), handicap=candidate.handicap)
        except NoRouteError:
            return None

    def _fitted(self, wording: Wording, placement: Placement) -> Fitted:
        """Fit a placement to the frame, with the legend."""
        if self.legends and not placement.legend:
            placement = _with_legend(placement, self.legends, self.frame)
        return Fitted(placement, wording, self.frame.scale(placement.width, placement.height), self.frame.name)

    def _directed(self, best: Fitted, candidate: Candidate) -> Fitted:
        """Return a placement with lines led more directly, if that saves much way for every crossing more."""
        try:
            placement = candidate.direct()
        except NoRouteError:
            return best
        if placement is None:
            return best
        other = self._fitted(best.wording, placement)
        is_large = other.scale >= best.scale * (1 - _NEARLY_AS_LARGE)
        return other if is_large and other.toll < best.toll * (1 - _LESS) else best

    def _untangled(self, best: Fitted, candidate: Candidate) -> tuple[Fitted, Candidate]:
        """Return what differs from a placement in a few parts, if it is clearer and text is about as large.

        It is clearer if fewer lines cross or, where none do but some wind around much, if they cost less. Where at most
        half as many cross, text may be a little smaller than that, if it stays legible.
        """
        if candidate.others is None:
            return best, candidate
        first, chosen = best, candidate
        least = LEGIBLE if first.text_size >= LEGIBLE else 0.0
        tries = _MOST_OTHERS_OF_LARGE if best.is_large else _MOST_OTHERS
        others = candidate.others(best.placement)
        while tries and best.is_unclear and (other := next(others, None)):
            if self.scale(other) < first.scale * (1 - _A_LITTLE_SMALLER):
                continue
            tries -= 1
            if not (fitted := self._made(best.wording, other)):
                continue
            further = other.others(fitted.placement) if other.others else iter(())
            is_much_clearer = first.tangle and fitted.tangle <= first.tangle * _MUCH_CLEARER
            smaller = _A_LITTLE_SMALLER if is_much_clearer else _AS_LARGE
            is_large = fitted.scale >= first.scale * (1 - smaller) and fitted.text_size >= least
            if is_large and fitted.is_clearer(best):
                best, chosen, others = fitted, other, further
            else:
                others = chain(others, further)
        return best, chosen

    def _is_beaten(self, candidate: Candidate, made: Sequence[Fitted]) -> bool:
        """Tell whether a candidate can no longer win; where no lines cross, much larger text alone would.

        A large map is made once.
        """
        if made[0].is_large or len(made) >= _MOST_MADE:
            return True
        worth = self.worth(candidate)
        share = worth / max(fitted.worth for fitted in made)
        if share < 1 - _AS_LARGE:
            return True
        return share < 1 - _NEARLY_AS_LARGE and any(
            fitted.worth * (1 - _NEARLY_AS_LARGE) > worth and not fitted.tangle for fitted in made
        )


def _preferred(whole: Sequence[Fitted]) -> Fitted:
    """Return the best of several fitted placements: of those about as large, the one with the fewest crossings."""
    least = max(fitted.worth for fitted in whole) * (1 - _AS_LARGE)
    rivals = [fitted for fitted in whole if fitted.worth >= least]
    if len(rivals) == 1:
        return rivals[0]
    fewest = min(fitted.tangle for fitted in rivals)
    rivals = [fitted for fitted in rivals if fitted.tangle == fewest]
    least = max(fitted.worth for fitted in rivals) * (1 - _NEARLY_AS_LARGE)
    rivals = [fitted for fitted in rivals if fitted.worth >= least]
    return min(rivals, key=lambda fitted: (fitted.line_length, -fitted.worth))


def _with_legend(placement: Placement, sizes: Sequence[tuple[float, float]], frame: Frame) -> Placement:
    """Put the legend where it costs least."""
    legend = cheapest_room(placement, sizes, frame.scale)
    if Rect(0.0, 0.0, placement.width, placement.height).grown(-MARGIN).encloses(legend):
        return replace(placement, legend=legend)
    return framed(placement.cards, placement.boxes, placement.routes, legend)
