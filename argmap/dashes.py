"""How lines are dashed, and where they are whole all the same: where dashes would leave crumbs or loose ends."""

from collections.abc import Iterable, Iterator

from argmap.geometry import Curve, Point, length, stretch, way_to
from argmap.lines import BADGE_RADIUS
from argmap.theme import LineStyle

_STRETCH = 1.4
"""By how much dashes are made longer or shorter at most, to begin and end with one."""
_WHOLE, _OVERLAP = 0.6, 0.5
"""What share of a dash is taken for one, and how far one that begins a line reaches into the next, in points."""
_TO_CORNER = 7
"""How many points of a line lead round its first corner: a straight piece, and the corner."""
_FEW_DASHES = 2.6
"""How many dashes are few."""
_TO_SHAFT = 4
"""How many points of a line its last straight piece has."""


def fitted_dashes(style: LineStyle, way: float, *, joins: bool) -> tuple[tuple[float, ...], float]:
    """Return the dashes of a line that is so long, and how far into them it begins: a dash leads into its head.

    The line also begins with a dash, if they need only be made a little longer or shorter for that. If it joins others
    on their way to one head, they keep their length, for its dashes to lie on those of the others.
    """
    period = sum(style.dashes)
    if not period:
        return style.dashes, 0.0
    last_gap = style.dashes[-1]
    least = max(1, round((way + last_gap) / period)) * period - last_gap
    if joins or not 0 < least / _STRETCH <= way <= least * _STRETCH:
        return style.dashes, (period - last_gap - way) % period
    return tuple(dash * way / least for dash in style.dashes), 0.0


def solid_beginning(style: LineStyle, dashes: tuple[float, ...], phase: float) -> float:
    """Return how far a line with dashes is to be solid, for it to begin on its card with a dash and no crumb of one.

    The dashes are those of the line, and ``phase`` is how far into them it begins. Dots need none of that.
    """
    if not dashes or dashes[0] < style.width:
        return 0.0
    twice, left = dashes * 2, phase  # an odd number of them changes places with the gaps the second time
    for number, dash in enumerate(twice):
        if left < dash:
            rest = dash - left
            if number % 2:
                return rest + _OVERLAP
            return 0.0 if rest >= _WHOLE * dash else rest + twice[number - len(twice) + 1] + _OVERLAP
        left -= dash
    return 0.0  # as it begins


def solid_branch(style: LineStyle, curve: Curve) -> float:
    """Return how far a line with dashes that joins others is solid: up to their way, if that is only a few dashes away.

    A loose dash would hang together with nothing. Dots need none of that.
    """
    if len(curve) < _TO_CORNER or not style.is_dashed:
        return 0.0
    branch = length(curve[:_TO_CORNER])
    return branch if branch < _FEW_DASHES * sum(style.dashes) else 0.0


def solid_ending(style: LineStyle, curve: Curve) -> float:
    """Return how far a line with dashes is solid before its end: from ahead of its last corner, if that is near.

    Else a piece so short hangs together with nothing, be it a shaft or, seen backwards, what leaves a card. Dots need
    none of that.
    """
    if len(curve) < _TO_CORNER or not style.is_dashed:
        return 0.0
    period, shaft, ending = sum(style.dashes), length(curve[-_TO_SHAFT:]), length(curve[-_TO_CORNER:])
    return ending + style.dashes[0] / 2 if shaft < period and ending < _FEW_DASHES * period else 0.0


def solid_at_badges(style: LineStyle, curve: Curve, badges: Iterable[Point]) -> Iterator[Curve]:
    """Yield the pieces of a line with dashes that are solid, for there are badges on it: a dash on both sides of each.

    A piece reaches to an end of the line that is not far. Dots need none of that.
    """
    if not style.is_dashed:
        return
    way, period = length(curve), sum(style.dashes)
    for badge in badges:
        at, reach = way_to(curve, badge), BADGE_RADIUS + style.dashes[0]
        start, end = at - reach, at + reach
        yield stretch(curve, start if start > period else 0.0, end if end < way - period else way)
