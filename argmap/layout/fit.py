"""The judge: of several placements, the one with the largest text on the slide."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.geometry import Rect, samples
from argmap.layout.cards import TEXT_SIZE, Cards, Wording, make_cards
from argmap.layout.placement import MARGIN, Placement, framed
from argmap.views import Part

MAX_TEXT = 32.0
"""Text is never larger than this on a slide, in points."""
LEGIBLE = 12.0
"""From this size on, text can be read on a slide; sentences that stay below it give way to labels."""
CLEARANCE = 10.0
"""How far a legend stays from everything else."""
_WRAPS = ((60, (86.0, 110.0, 140.0, 170.0, 210.0, 260.0, 330.0)), (200, (110.0, 150.0, 210.0)))
_WRAP_OF_LARGE = (180.0,)


class Words(StrEnum):
    """What may stand on the cards: sentences, labels, or sentences while they are legible."""

    FULL = "full"
    LABEL = "label"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Frame:
    """The slide that a drawing has to fit, in points."""

    width: float = 960.0
    height: float = 540.0
    margin: float = 16.0

    def scale(self, width: float, height: float) -> float:
        """Return by how much a drawing of a size may grow to fill the slide."""
        room = min((self.width - 2 * self.margin) / width, (self.height - 2 * self.margin) / height)
        return min(room, MAX_TEXT / TEXT_SIZE)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A placement with what stands on its cards, and its scale on the slide."""

    placement: Placement
    wording: Wording
    scale: float

    @property
    def text_size(self) -> float:
        """The size of the claims' text on the slide, in points."""
        return TEXT_SIZE * self.scale


Place = Callable[[Cards], Placement]


def fit(
    part: Part,
    place: Place,
    legends: Sequence[tuple[float, float]] = (),
    *,
    words: Words = Words.AUTO,
    wrap: float | None = None,
    frame: Frame | None = None,
) -> Fitted:
    """Return the best placement of a part of a map on a slide.

    Parameters
    ----------
    place
        A way of placing cards.
    legends
        The sizes that the legend can take, in points of the layout.
    wrap
        At how many points of the layout, where text is 12 points, to wrap; several are tried if none is given.
    """
    frame = frame or Frame()
    wraps = (wrap,) if wrap else wraps_for(len(part.map.claims))

    def best(wording: Wording) -> Fitted:
        """Place at every width; add the legend to the most promising first, and stop when none can be better."""
        placed = [place(make_cards(part, wording, width)) for width in wraps]
        placed.sort(key=lambda p: (-round(frame.scale(p.width, p.height), 3), p.height))
        chosen: Fitted | None = None
        for placement in placed:
            if chosen and frame.scale(placement.width, placement.height) <= chosen.scale + 1e-3:
                break
            whole = _with_legend(placement, legends, frame) if legends else placement
            scale = frame.scale(whole.width, whole.height)
            if chosen is None or scale > chosen.scale + 1e-3:
                chosen = Fitted(whole, wording, scale)
        assert chosen is not None
        return chosen

    if words is not Words.AUTO:
        return best(Wording(words.value))
    full = best(Wording.FULL)
    if full.text_size >= LEGIBLE or not any(claim.label for claim in part.map.claims):
        return full
    return max(full, best(Wording.LABEL), key=lambda fitted: fitted.scale)


def wraps_for(claims: int) -> tuple[float, ...]:
    """Return the wrap widths to try for a number of claims: fewer for larger maps."""
    return next((wraps for most, wraps in _WRAPS if claims <= most), _WRAP_OF_LARGE)


def _with_legend(placement: Placement, sizes: Sequence[tuple[float, float]], frame: Frame) -> Placement:
    """Put the legend into a free corner or, if there is none, below in the size that costs least."""
    solid = [card.rect for card in placement.cards] + [box.rect for box in placement.boxes]
    points = [point for route in placement.routes for point in samples(route.curve)]
    for width, height in sizes:
        for corner in _corners(placement, width, height):
            around = corner.grown(CLEARANCE)
            if not any(around.overlaps(rect) for rect in solid) and not any(around.holds(point) for point in points):
                return replace(placement, legend=corner)
    below = [Rect(MARGIN, placement.height - MARGIN + CLEARANCE, width, height) for width, height in sizes]
    cheapest = max(below, key=lambda room: frame.scale(max(placement.width, room.right + MARGIN), room.bottom + MARGIN))
    return framed(placement.cards, placement.boxes, placement.routes, cheapest)


def _corners(placement: Placement, width: float, height: float) -> Iterator[Rect]:
    """Yield the rooms of a size in the corners of a drawing."""
    right, bottom = placement.width - MARGIN - width, placement.height - MARGIN - height
    for y in (MARGIN, bottom):
        for x in (MARGIN, right):
            if x >= MARGIN and y >= MARGIN:
                yield Rect(x, y, width, height)
