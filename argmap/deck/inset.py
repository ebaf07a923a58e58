"""The whole map in little: every claim a plain card, those that a slide shows lit."""

from collections.abc import Collection
from dataclasses import replace

from argmap.colors import mixed
from argmap.deck.sheet import Sheet
from argmap.drawing import ClaimGroup, Drawing
from argmap.shapes import NONE, Box

_UNLIT = 0.45
"""How much of the colour of card borders is in the cards that are not lit."""


def inset(whole: Drawing, lit: Collection[str], sheet: Sheet, *, light: str, dark: str) -> Drawing:
    """Return a drawing of the whole map in little.

    Parameters
    ----------
    lit
        The claims that the slide shows.
    light, dark
        The colours of cards that are lit, and from which that of the others is mixed.
    """
    room = sheet.inset
    scale = min(room.width / whole.width, room.height / whole.height)
    unlit = mixed(dark, whole.ground, _UNLIT)

    def plain(group: ClaimGroup) -> ClaimGroup:
        card = next(shape for shape in group.shapes if isinstance(shape, Box))
        flat = replace(card, fill=light if group.id in lit else unlit, stroke=NONE, dashes=())
        return replace(group, shapes=(flat,), url="", link_label="", continued=())

    claims = tuple(map(plain, whole.claims))
    return replace(whole, prefix=f"{whole.prefix}-inset", scale=scale, inferences=(), claims=claims, legend=())
