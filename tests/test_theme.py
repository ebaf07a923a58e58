"""The themes that come with argmap: told apart by every eye, and legible.

Distances are Euclidean in CAM02-UCS (Luo, Cui and Li 2006), as the library coloraide computes them for sRGB. What a
colour-blind eye sees is simulated in two ways, each at full severity, in linear light, clipped to what a screen shows:

- *usual*: Viénot, Brettel and Mollon 1999 for red and for green, for which it is made, and Machado, Oliveira and
  Fernandes 2009 for blue. The design's figures are of this kind.
- *strict*: Machado, Oliveira and Fernandes 2009 for all three.

A distance is the smallest over all pairs of some colours and over the eye that sees all colours and the three others.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from math import dist
from typing import Any

import pytest
from coloraide.everything import ColorAll

from argmap import draw, load
from argmap.coloring import ColorBy, tags_of
from argmap.colors import contrast, mixed
from argmap.drawing import Drawing
from argmap.graph import Side, sides
from argmap.legibility import LINES, TEXT, meetings
from argmap.model import Relation
from argmap.shapes import Box, Path, Text
from argmap.svg import to_svg
from argmap.theme import CLASSIC, DARK, LIGHT, PRINT, THEMES, Theme
from argmap.words import WORDS
from tests.drawing_checks import Picture, faults
from tests.maps_drawn import REAL, drawn_once, loaded, painted
from tests.random_maps import USUAL as USUAL_MAPS
from tests.random_maps import random_sample

USUAL = {"protan": "vienot", "deutan": "vienot", "tritan": "machado"}
STRICT = dict.fromkeys(USUAL, "machado")

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@cache
def seen(color: str, kind: str = "", method: str = "") -> tuple[float, ...]:
    """Return a colour in CAM02-UCS, as an eye of some kind sees it."""
    found = ColorAll(color)
    if kind:
        found = found.filter(kind, 1.0, method=method, out_space="srgb").clip("srgb")
    return tuple(found.convert("cam02-ucs").coords())


def distance(colors: Iterable[str], methods: dict[str, str]) -> float:
    """Return the smallest distance over all pairs of colours and all kinds of eyes."""
    pairs = list(combinations(colors, 2))
    eyes = [("", ""), *methods.items()]
    return min(dist(seen(one, *eye), seen(other, *eye)) for one, other in pairs for eye in eyes)


def relations(theme: Theme) -> list[str]:
    return [*(theme.relations[relation].color for relation in Relation), theme.neutral]


# contrast


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005), "just too little, as is well known"
    assert contrast("#FFFFFF", "#0000FF") == pytest.approx(8.59, abs=0.005)
    assert ColorAll("#2B6FD4").contrast("#FFFFFF", method="wcag21") == pytest.approx(
        contrast("#2B6FD4", "#FFFFFF"), abs=0.005
    )


def test_mixing_is_what_an_opacity_does() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert (mixed("#123456", "#FFFFFF", 1), mixed("#123456", "#FFFFFF", 0)) == ("#123456", "#FFFFFF")


@each_theme
def test_everything_stands_out_from_what_it_stands_on(theme: Theme) -> None:
    for meeting in meetings(theme):
        assert meeting.contrast >= meeting.least, meeting


@each_theme
def test_the_colours_of_relations_stand_out_as_text_does(theme: Theme) -> None:
    for color in relations(theme):
        assert contrast(color, theme.ground) >= TEXT
    assert contrast(theme.on_thesis, theme.thesis) >= TEXT
    assert contrast(theme.text, theme.card) >= 2 * TEXT


@each_theme
def test_the_inside_of_coloured_cards_is_faint(theme: Theme) -> None:
    for hue in (*theme.tag_hues, *map(theme.side, Side)):
        assert contrast(hue.fill, theme.card) <= TEXT, "a card is no block of colour"
        assert contrast(hue.color, theme.ground) >= LINES


# colour-blind eyes


@pytest.mark.parametrize(("theme", "usual", "strict"), [(LIGHT, 19.7, 18.7), (DARK, 18.6, 18.9)])
def test_light_and_dark_are_told_apart_by_colour_alone(theme: Theme, usual: float, strict: float) -> None:
    assert distance(relations(theme), USUAL) == pytest.approx(usual, abs=0.05)
    assert distance(relations(theme), STRICT) == pytest.approx(strict, abs=0.05)


@pytest.mark.parametrize(("theme", "designed"), [(LIGHT, 19.8), (DARK, 18.6)])
def test_the_distances_are_those_of_the_design(theme: Theme, designed: float) -> None:
    assert distance(relations(theme), USUAL) == pytest.approx(designed, abs=0.15)


@pytest.mark.parametrize(("theme", "usual", "strict"), [(CLASSIC, 14.3, 13.4), (PRINT, 0.0, 0.0)])
def test_classic_and_print_are_as_measured_and_need_line_head_and_mark(
    theme: Theme, usual: float, strict: float
) -> None:
    assert distance(relations(theme), USUAL) == pytest.approx(usual, abs=0.05)
    assert distance(relations(theme), STRICT) == pytest.approx(strict, abs=0.05)


@pytest.mark.parametrize(("theme", "usual", "strict"), [(LIGHT, 22.5, 22.7), (DARK, 25.7, 25.8)])
def test_tags_are_told_apart_by_every_eye(theme: Theme, usual: float, strict: float) -> None:
    assert len(theme.tags) >= 6
    colors = [hue.color for hue in theme.tags]
    assert distance(colors, USUAL) == pytest.approx(usual, abs=0.05)
    assert distance(colors, STRICT) == pytest.approx(strict, abs=0.05)


@each_theme
def test_no_relation_is_told_by_colour_alone(theme: Theme) -> None:
    looks = {(style.head, style.mark, style.dashes) for style in theme.relations.values()}
    assert len(looks) == len({look[0] for look in looks}) == len({look[1] for look in looks}) == 3
    assert len({look[2] for look in looks}) == 3


def test_print_is_black_on_white() -> None:
    used = {PRINT.text, PRINT.neutral, PRINT.quiet, PRINT.thesis, *relations(PRINT)}
    assert used == {"#000000"}
    assert {PRINT.ground, PRINT.card, PRINT.on_thesis} == {"#FFFFFF"}
    greys = [hue.fill for hue in (*PRINT.tag_hues, *map(PRINT.side, Side))]
    assert all(grey[1:3] == grey[3:5] == grey[5:7] for grey in greys)
    tags = [hue.fill for hue in PRINT.tag_hues]
    assert all(contrast(one, other) >= 1.2 for one, other in combinations([PRINT.card, *tags], 2))


# what colour tells


def card_of(drawing: Drawing, claim: str) -> Box:
    group = next(group for group in drawing.claims if group.id == claim)
    return next(shape for shape in group.shapes if isinstance(shape, Box) and shape.role == "card")


def said_in_the_legend(drawing: Drawing) -> list[str]:
    return [line.line.text for shape in drawing.legend if isinstance(shape, Text) for line in shape.lines]


def edges(drawing: Drawing) -> Iterator[tuple[str, str, Path]]:
    """Yield every line with its inference and relation."""
    for group in drawing.inferences:
        yield from (
            (group.id, group.relation, shape)
            for shape in group.shapes
            if isinstance(shape, Path) and shape.role == "edge"
        )


def test_by_relation_lines_have_their_colours_and_cards_none() -> None:
    drawing = painted(color_by="relation")
    assert all(edge.stroke == LIGHT.relations[Relation(relation)].color for _, relation, edge in edges(drawing))
    cards = {card_of(drawing, group.id).stroke for group in drawing.claims}
    assert cards == {LIGHT.neutral, LIGHT.thesis}


def test_by_side_cards_and_lines_have_the_colour_of_their_side_and_lines_still_tell_the_relation() -> None:
    drawing = painted(color_by="side")
    side = sides(loaded(REAL))
    for name, relation, edge in edges(drawing):
        assert edge.stroke == LIGHT.side(side[name]).color
        dashes = LIGHT.relations[Relation(relation)].dashes
        assert edge.dashes == pytest.approx([dash * edge.dashes[0] / dashes[0] for dash in dashes])
    for group in drawing.claims[1:]:
        hue = LIGHT.side(side[group.id])
        assert (card_of(drawing, group.id).stroke, card_of(drawing, group.id).fill) == (hue.color, hue.fill)
    assert card_of(drawing, drawing.claims[0].id).fill == LIGHT.thesis, "the thesis is on no side"
    assert said_in_the_legend(drawing)[:3] == ["for the thesis", "against the thesis", "both"]


def test_the_legend_names_only_sides_that_are_shown() -> None:
    assert said_in_the_legend(drawn_once(REAL, "narrative", color_by="side"))[:3] == [
        "for the thesis", "against the thesis", "supports",
    ]  # fmt: skip


def test_by_tag_a_card_takes_the_first_tag_that_is_given_with_its_claim() -> None:
    argument = loaded(REAL)
    drawing, tags = painted(color_by="tag"), tags_of(argument)
    for claim in argument.claims[1:]:
        card = card_of(drawing, claim.id)
        expected = LIGHT.tags[tags.index(claim.tags[0])].color if claim.tags else LIGHT.neutral
        assert card.stroke == expected
    assert {edge.stroke for _, _, edge in edges(drawing)} == {LIGHT.neutral}, "lines are told by dash, head and mark"


def test_a_tag_has_one_colour_in_every_view() -> None:
    for claim in ("sympathy", "grievances"):
        strokes = {
            card_of(drawing, claim).stroke
            for drawing in (
                painted(color_by="tag"),
                *(drawn_once(REAL, view, color_by="tag") for view in ("january", "main-line")),
            )
        }
        assert len(strokes) == 1


def test_the_legend_names_the_tags_that_colour_a_card() -> None:
    assert said_in_the_legend(painted(color_by="tag"))[:4] == ["kazakhstan", "ukraine", "narrative", "hindsight"]


def test_more_tags_than_colours_leave_the_last_without(tmp_path: Any) -> None:
    path = tmp_path / "tags.yaml"
    claims = "".join(f"  - {{text: Reason {n}., tags: [t{n}]}}\n" for n in range(9))
    path.write_text(f"thesis: Tags.\nbecause:\n{claims}", encoding="utf-8")
    drawing = draw(load(path), color_by="tag")
    strokes = [card_of(drawing, group.id).stroke for group in drawing.claims[1:]]
    assert strokes == [*(hue.color for hue in LIGHT.tags), *[LIGHT.neutral] * (9 - len(LIGHT.tags))]


@pytest.mark.parametrize("language", WORDS)
def test_the_legend_speaks_of_sides_in_every_language(language: str, tmp_path: Any) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"language: {language}\nthesis: A is.\nbecause: B is.\nbut: C is.\n", encoding="utf-8")
    drawing = draw(load(path), color_by="side")
    assert {WORDS[language].for_thesis, WORDS[language].against_thesis} <= set(said_in_the_legend(drawing))


@pytest.mark.parametrize("color_by", [ColorBy.SIDE, ColorBy.TAG])
@pytest.mark.parametrize("size", [3, 9, 25, 50])
def test_drawings_of_random_arguments_are_sound_whatever_colour_tells(size: int, color_by: ColorBy) -> None:
    argument = random_sample(size, size, USUAL_MAPS).map
    tagged = [claim.model_copy(update={"tags": (f"tag-{len(claim.text) % 8}",)}) for claim in argument.claims]
    argument = argument.replaced(claims=tuple(tagged))
    assert faults(Picture(to_svg(draw(argument, color_by=color_by)))) == []


@pytest.mark.parametrize("color_by", ColorBy)
@each_theme
def test_no_legend_leaves_the_drawing(theme: Theme, color_by: ColorBy) -> None:
    drawing = drawn_once(REAL, "kazakhstan", theme=theme.name, color_by=color_by.value)
    for line in (line for shape in drawing.legend if isinstance(shape, Text) for line in shape.lines):
        assert line.start.x + line.line.width * line.size <= drawing.width
        assert line.start.y <= drawing.height
    assert drawing.ground == theme.ground


@pytest.mark.parametrize("color_by", ColorBy)
def test_every_colour_is_written_as_a_hex_number(color_by: ColorBy) -> None:
    svg = to_svg(drawn_once(REAL, "narrative", theme="dark", color_by=color_by.value))
    written = set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg))
    assert all(re.fullmatch("none|#[0-9A-F]{6}", color) for color in written)
