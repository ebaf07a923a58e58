"""The colours of a page that can be light or dark: each by its name in a theme, so that both are one drawing.

A drawing knows what colours it has, not why. Here each is given back the name that it has in its theme, by the role
of what it paints, and written as a variable of CSS; the values of the variables are the deck's theme or its
counterpart.
"""

from collections.abc import Iterator
from dataclasses import replace

from argmap.colors import contrast
from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.graph import Side
from argmap.shapes import NONE, Shape, Text
from argmap.theme import DARK, LIGHT, Hue, Theme

_PLAIN = ("ground", "text", "neutral", "card", "thesis", "on_thesis", "quiet")

_USUAL = {
    "ground": ("ground",),
    "card": ("card", "neutral"),
    "text": ("text", "quiet"),
    "number": ("quiet",),
    "note": ("quiet",),
    "stub": ("neutral",),
    "stub-text": ("quiet",),
    "stub-line": ("neutral",),
    "head": ("ground",),
    "gap": ("ground",),
    "mark": ("ground",),
    "sample": ("card", "neutral"),
    "legend-ground": ("neutral",),
    "legend-text": ("quiet",),
}
"""The names that come first for what has a role, where several colours of a theme are alike."""
_ON_THESIS = {"card": ("thesis",), "text": ("on_thesis",), "number": ("on_thesis",), "note": ("on_thesis",)}


class Palette:
    """The colours of a theme and of its counterpart, by one set of names."""

    def __init__(self, theme: Theme) -> None:
        self.theme, self.other = theme, counterpart(theme)
        self.own_colors, self.other_colors = dict(_named(theme)), dict(_named(self.other, like=theme))
        self.names: dict[str, list[str]] = {}
        for name, color in self.own_colors.items():
            self.names.setdefault(color.upper(), []).append(name)

    def variables(self, *, other: bool = False) -> str:
        """Return the declarations of CSS that give the variables their values."""
        colors = self.other_colors if other else self.own_colors
        theme = self.other if other else self.theme
        scheme = "dark" if is_dark(theme) else "light"
        return "".join([f"color-scheme:{scheme};", *(f"--{name}:{color};" for name, color in colors.items())])

    def variable(self, color: str, *first: str) -> str:
        """Return a colour by its name, as CSS has it, of several names the first that is given; else the colour."""
        names = self.names.get(color.upper(), [])
        name = next((name for name in first if name in names), names[0] if names else "")
        return f"var(--{name})" if name else color

    def named(self, drawing: Drawing) -> Drawing:
        """Return a drawing in which all colours have their names."""
        return replace(
            drawing,
            ground=self.variable(drawing.ground, "ground"),
            claims=tuple(map(self._claim, drawing.claims)),
            inferences=tuple(map(self._inference, drawing.inferences)),
            legend=tuple(self._shape(shape, _USUAL.get(shape.role, ())) for shape in drawing.legend),
        )

    def _claim(self, group: ClaimGroup) -> ClaimGroup:
        usual = _USUAL | _ON_THESIS if "thesis" in group.classes else _USUAL
        return replace(group, shapes=tuple(self._shape(shape, usual.get(shape.role, ())) for shape in group.shapes))

    def _inference(self, group: InferenceGroup) -> InferenceGroup:
        own = (group.relation, f"{group.relation}-tab")
        shapes = (self._shape(shape, (*_USUAL.get(shape.role, ()), *own)) for shape in group.shapes)
        return replace(group, shapes=tuple(shapes))

    def _shape(self, shape: Shape, first: tuple[str, ...]) -> Shape:
        if isinstance(shape, Text):
            lines = (replace(line, color=self.variable(line.color, *first)) for line in shape.lines)
            return replace(shape, lines=tuple(lines))
        fill, stroke = (
            color if color == NONE else self.variable(color, *first) for color in (shape.fill, shape.stroke)
        )
        return replace(shape, fill=fill, stroke=stroke)


def counterpart(theme: Theme) -> Theme:
    """Return the theme for the other light: dark for a light one; without colours for one that has none."""
    other = LIGHT if is_dark(theme) else DARK
    if len({style.color for style in theme.relations.values()}) > 1:
        return other
    relations = {relation: replace(style, color=other.text) for relation, style in other.relations.items()}
    return replace(other, relations=relations)


def is_dark(theme: Theme) -> bool:
    """Tell whether the ground of a theme is nearer to the dark than to the light one."""
    return contrast(theme.ground, LIGHT.ground) > contrast(theme.ground, DARK.ground)


def _named(theme: Theme, like: Theme | None = None) -> Iterator[tuple[str, str]]:
    """Yield the colours of a theme by their names; tags as many as another theme has."""
    for name in _PLAIN:
        yield name, getattr(theme, name)
    yield "neutral-tab", theme.tab(theme.neutral)
    for relation, style in theme.relations.items():
        yield from _lines(theme, relation.value, style.color)
    for side in Side:
        yield from _hue(theme, side.value, theme.side(side))
    hues = theme.tag_hues
    for number in range(len((like or theme).tag_hues)):
        yield from _hue(
            theme, f"tag-{number + 1}", hues[number % len(hues)] if hues else Hue(theme.neutral, theme.card)
        )


def _hue(theme: Theme, name: str, hue: Hue) -> Iterator[tuple[str, str]]:
    yield from _lines(theme, name, hue.color)
    yield f"{name}-fill", hue.fill


def _lines(theme: Theme, name: str, color: str) -> Iterator[tuple[str, str]]:
    yield name, color
    yield f"{name}-tab", theme.tab(color)
