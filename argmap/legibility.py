"""What of a theme stands out too little from what it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.colors import contrast
from argmap.graph import Side
from argmap.model import Relation
from argmap.theme import Theme

TEXT = 4.5
"""The least contrast of text: WCAG 2.2, success criterion 1.4.3."""
LINES = 3.0
"""The least contrast of lines and borders: WCAG 2.2, success criterion 1.4.11."""

Way = tuple[str | int, ...]
"""The keys and numbers of items under which a colour stands in a theme file."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A colour on another one: what it is called, the least contrast, and where both stand in a theme file."""

    name: str
    color: str
    ground: str
    least: float
    ways: tuple[Way, ...]

    @property
    def contrast(self) -> float:
        """The contrast of the two, from 1 to 21."""
        return contrast(self.color, self.ground)


def too_faint(theme: Theme) -> list[Meeting]:
    """Return where a theme has less contrast than it should."""
    return [meeting for meeting in meetings(theme) if meeting.contrast < meeting.least]


def meetings(theme: Theme) -> Iterator[Meeting]:
    """Yield every colour of a theme with all that it stands on."""
    card, ground = ("card",), ("ground",)
    yield Meeting("text on a card", theme.text, theme.card, TEXT, (("text",), card))
    yield Meeting("text on the thesis", theme.on_thesis, theme.thesis, TEXT, (("on-thesis",), ("thesis",)))
    yield Meeting("the legend", theme.quiet, theme.legend_ground, TEXT, (("quiet",), ground, ("neutral",)))
    yield Meeting("a remark on a card", theme.quiet, theme.card, TEXT, (("quiet",), card))
    yield Meeting("the border of a card on the ground", theme.neutral, theme.ground, LINES, (("neutral",), ground))
    yield Meeting("the thesis on the ground", theme.thesis, theme.ground, LINES, (("thesis",), ground))
    for relation in Relation:
        yield from _lines(theme, str(relation), theme.relations[relation].color, (relation.value, "color"))
    for side in Side:
        yield from _cards(theme, f'side "{side.value}"', theme.side(side).fill, ("sides", side.value))
        if side not in theme.sides:  # it has the colour of a relation
            continue
        yield from _lines(theme, f'side "{side.value}"', theme.side(side).color, ("sides", side.value))
    for number, hue in enumerate(theme.tag_hues):
        yield from _cards(theme, f"tag colour {number + 1}", hue.fill, ("tags", number))
        way: Way = ("tags", number)
        name = f"the border of tag colour {number + 1} on the ground"
        yield Meeting(name, hue.color, theme.ground, LINES, (way, ground))


def _lines(theme: Theme, name: str, color: str, way: Way) -> Iterator[Meeting]:
    """Yield what meets where lines have a colour: the ground, and the box with its tab and its stubs."""
    box = theme.box_fill(color)
    yield Meeting(f"the line of {name} on the ground", color, theme.ground, LINES, (way, ("ground",)))
    yield Meeting(f"the tab of {name}", theme.tab(color), box, TEXT, (way, ("ground",), ("text",), ("tint",)))
    yield Meeting(f"a stub in a box of {name}", theme.quiet, box, TEXT, (("quiet",), ("ground",), way, ("tint",)))


def _cards(theme: Theme, name: str, fill: str, way: Way) -> Iterator[Meeting]:
    """Yield the words on a card of a colour."""
    yield Meeting(f"text on a card of {name}", theme.text, fill, TEXT, (("text",), way, ("card",)))
    yield Meeting(f"a remark on a card of {name}", theme.quiet, fill, TEXT, (("quiet",), way, ("card",)))
