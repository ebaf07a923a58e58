"""What colour tells in a drawing: relations, sides or tags."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.graph import Side, sides
from argmap.model import ArgumentMap, Inference, Relation
from argmap.theme import Hue, LineStyle, Theme
from argmap.views import Part


class ColorBy(StrEnum):
    """What colour tells; line, head and mark tell the relation all the same."""

    RELATION = "relation"
    SIDE = "side"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Key:
    """A colour that a legend explains: that of a side, or of the tag of a name."""

    name: str
    hue: Hue


@dataclass(frozen=True, slots=True)
class Coloring:
    """The colours of a part of a map in a theme.

    Parameters
    ----------
    theme
        The theme.
    relations
        How the lines of relations look where nothing else colours them, as in the legend.
    hues
        The claims whose cards have a colour of their own.
    lines
        The inferences whose lines and boxes have one.
    keys
        The colours that the legend explains, besides those of relations.
    """

    theme: Theme
    relations: dict[Relation, LineStyle]
    hues: dict[str, Hue]
    lines: dict[str, str]
    keys: tuple[Key, ...] = ()

    def style(self, inference: Inference) -> LineStyle:
        """Return how the lines of an inference look."""
        style = self.relations[inference.relation]
        return replace(style, color=self.lines[inference.id]) if inference.id in self.lines else style


def coloring_of(part: Part, theme: Theme, by: ColorBy = ColorBy.RELATION, tags: tuple[str, ...] = ()) -> Coloring:
    """Return the colours of a part of a map.

    Parameters
    ----------
    tags
        All tags in the order in which they take the theme's colours; see :func:`tags_of`.
    """
    match by:
        case ColorBy.RELATION:
            return Coloring(theme, dict(theme.relations), {}, {})
        case ColorBy.SIDE:
            return _by_side(part, theme)
        case ColorBy.TAG:
            return _by_tag(part, theme, tags)


def tags_of(argument: ArgumentMap) -> tuple[str, ...]:
    """Return the tags of a map in the order of its argument, so that each has one colour in every view."""
    return tuple(dict.fromkeys(tag for claim in argument.claims for tag in claim.tags))


def _by_side(part: Part, theme: Theme) -> Coloring:
    """Colour cards, boxes and lines by the side that they are on; the thesis is on none."""
    argument, words = part.map, part.words
    known = sides(argument)
    hues = {name: theme.side(side) for name, side in known.items() if name in argument.claim}
    hues.pop(argument.thesis, None)
    lines = {name: theme.side(side).color for name, side in known.items() if name in argument.inference}
    said = {Side.FOR: words.for_thesis, Side.AGAINST: words.against_thesis, Side.BOTH: words.both_sides}
    shown = {side for name, side in known.items() if name != argument.thesis}
    keys = tuple(Key(text, theme.side(side)) for side, text in said.items() if side in shown)
    return Coloring(theme, _neutral(theme), hues, lines, keys)


def _by_tag(part: Part, theme: Theme, tags: tuple[str, ...]) -> Coloring:
    """Colour cards by their tags: of those that have a colour, the first that is given with the claim."""
    colors = dict(zip(tags, theme.tag_hues, strict=False))
    first = dict(_first_tags(part, colors))
    keys = tuple(Key(tag, color) for tag, color in colors.items() if tag in first.values())
    return Coloring(theme, _neutral(theme), {claim: colors[tag] for claim, tag in first.items()}, {}, keys)


def _first_tags(part: Part, colors: dict[str, Hue]) -> Iterator[tuple[str, str]]:
    """Yield the tag that colours each claim but the thesis, which keeps its own look."""
    for claim in part.map.claims:
        tag = next((tag for tag in claim.tags if tag in colors), None)
        if tag is not None and claim.id != part.map.thesis:
            yield claim.id, tag


def _neutral(theme: Theme) -> dict[Relation, LineStyle]:
    """Return the relations without their colours, where colour tells something else."""
    return {relation: replace(style, color=theme.neutral) for relation, style in theme.relations.items()}
