"""The result of placing: cards, reason boxes and routes, positioned; all that a drawing needs to know of layout."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.geometry import Curve, Point, Rect, bounds, extremes, samples
from argmap.layout.cards import Card
from argmap.text import Line

MARGIN = 2.0
"""Room around everything for the strokes, in points of the layout."""
END_ROOM = 4.0
"""Further room around the ends of lines, for heads and badges."""
_SIGN_ROOM = 9.0
"""Further room beside the beginnings of lines that run round everything, for their signs."""
_BEGINNING = 60.0
"""How far from its start the sign of a line stands, in points, if it can."""
_STRAIGHT = 10.0
"""How far a line runs straight for a sign to stand beside it there."""


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card where it stands. A stub keeps the place of a claim whose card is elsewhere, in the box of an inference."""

    card: Card
    rect: Rect
    box: str = ""
    stub: bool = False


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A reason box where it stands, with its tab."""

    inference: str
    rect: Rect
    tab: Line
    tab_rect: Rect


@dataclass(frozen=True, slots=True)
class Route:
    """The line of an inference, or the plain line from a claim's card to its stub in a reason box.

    ``curve`` runs from the premises to the target; for a stub, from the card to the stub.
    """

    inference: str
    curve: Curve
    stub: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Everything placed, in a frame whose upper left corner is the origin."""

    width: float
    height: float
    cards: tuple[PlacedCard, ...]
    boxes: tuple[PlacedBox, ...]
    routes: tuple[Route, ...]
    legend: Rect | None = None


class NoRouteError(Exception):
    """A line finds no way between the cards: the argument is too far from a tree for this way of placing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A placement that could be made: ``make`` makes it, and it will not be smaller than ``width`` and ``height``.

    Making it raises :class:`NoRouteError` where it turns out that it cannot be made. ``others`` prepares what differs
    from the placement that was made in how one part is composed, beginning with the parts whose lines cross others; it
    is missing where that would take too long.
    ``direct`` makes it with lines that rather cross others than go a long way round, if that may differ.
    ``handicap`` is by what share its text has to be larger than that of another to count as large.
    """

    width: float
    height: float
    make: Callable[[], Placement]
    others: Callable[[Placement], Iterator["Candidate"]] | None = None
    direct: Callable[[], Placement | None] = lambda: None
    handicap: float = 0.0


def framed(
    cards: tuple[PlacedCard, ...], boxes: tuple[PlacedBox, ...], routes: tuple[Route, ...], legend: Rect | None = None
) -> Placement:
    """Move everything so that the frame just holds it, with a margin for the strokes and room for signs at the edge."""
    rects = [card.rect for card in cards] + [box.rect for box in boxes] + ([legend] if legend else [])
    inside = bounds(rects, ()).grown(1.0)
    outside = (
        point for route in routes if not route.stub for point in _beginning(route.curve) if not inside.holds(point)
    )
    rects += [Rect(*point, 0, 0).grown(_SIGN_ROOM) for point in outside]
    rects += [Rect(*route.curve[-1], 0, 0).grown(END_ROOM) for route in routes]
    around = bounds(rects, (point for route in routes for point in extremes(route.curve))).grown(MARGIN)
    dx, dy = -around.x, -around.y
    return Placement(
        around.width,
        around.height,
        tuple(replace(card, rect=card.rect.moved(dx, dy)) for card in cards),
        tuple(replace(b, rect=b.rect.moved(dx, dy), tab_rect=b.tab_rect.moved(dx, dy)) for b in boxes),
        tuple(replace(route, curve=tuple(point.moved(dx, dy) for point in route.curve)) for route in routes),
        legend and legend.moved(dx, dy),
    )


def _beginning(curve: Curve) -> Iterator[Point]:
    """Yield points along a line, from its start on, if it does not leave straight: else its sign has room there."""
    way = 0.0 if curve[0].distance(curve[3]) < _STRAIGHT else _BEGINNING
    for before, point in pairwise(samples(curve, 4)):
        way += before.distance(point)
        if way > _BEGINNING:
            return
        yield point
