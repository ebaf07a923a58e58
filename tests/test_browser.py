"""What a real browser makes of a drawing."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from argmap import draw, load
from argmap.drawing import Drawing
from argmap.model import View
from argmap.svg import to_svg
from argmap.views import view_made
from tests.maps_drawn import REAL, SOCRATES, drawn_once, loaded
from tests.programs import chromium
from tests.test_reader import argument

pytestmark = pytest.mark.slow


PROBE = """
<script>
const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
const found = {ids: [...document.querySelectorAll("[id]")].map(e => e.id), cards: [], requests:
  performance.getEntriesByType("resource").length};
for (const claim of document.querySelectorAll("g.claim"))
  for (const text of claim.querySelectorAll("g.text, g.number, g.note"))
    found.cards.push([claim.dataset.id, box(claim.querySelector("rect.card")), box(text)]);
document.title = "done";
const out = document.createElement("pre"); out.id = "probe"; out.textContent = JSON.stringify(found);
document.body.append(out);
</script>
"""


@dataclass(frozen=True, slots=True)
class Probed:
    """What a browser found in a page of drawings: every id, every box, every rule of style."""

    ids: list[str]
    cards: list[tuple[str, list[float], list[float]]]
    requests: int


def probed(drawings: Iterable[str], folder: Path) -> Probed:
    """Show drawings in one page, and return what is found in it."""
    page = folder / "page.html"
    inline = "".join(svg.partition("?>")[2] for svg in drawings)
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{inline}{PROBE}", encoding="utf-8")
    printed = chromium(page, folder / "profile", "--dump-dom")
    match = re.search(r'<pre id="probe">(.*?)</pre>', printed, re.DOTALL)
    assert match, printed[-500:]
    return Probed(**json.loads(unescape(match[1])))


@cache
def several() -> tuple[Drawing, ...]:
    return tuple(likely_to_meet())


def likely_to_meet() -> Iterator[Drawing]:
    """Draw what is likely to meet in one page: views of a map, one map in two ways, maps with one title."""
    real = loaded(REAL)
    yield drawn_once(REAL)
    yield from (drawn_once(REAL, view.name) for view in real.views)
    yield draw(real, view_made(real, focus="no-war"))
    yield draw(real, ["ukraine", View(name="threat", focus="threat")])
    yield draw(real, "ukraine", words="label", prefix="labels")
    yield draw(real, "ukraine", theme="dark", prefix="dark", numbers=True, sources="full")
    yield draw(argument("title: Putin on two fronts\nthesis: T is.\nviews: {ukraine: {depth: 0}}\n"), prefix="other")
    yield draw(
        argument("title: Putin on two fronts\nthesis: T is.\nviews: {ukraine: {depth: 0}}\n"), "ukraine", prefix="other"
    )


@pytest.mark.parametrize("text", ["outlines", "font", "plain"])
def test_drawings_in_one_page_share_no_id_and_keep_their_text_inside_their_cards(tmp_path: Path, text: str) -> None:
    found = probed([to_svg(drawing, text) for drawing in several()], tmp_path)
    assert len(found.ids) == len(set(found.ids)) > 400
    assert found.requests == 0
    assert len(found.cards) > 150
    for name, card, words in found.cards:
        assert card[0] < words[0], name
        assert card[1] < words[1], name
        assert words[2] < card[2], name
        assert words[3] < card[3], name


@pytest.mark.parametrize("text", ["outlines", "font", "plain"])
def test_a_drawing_has_no_rule_of_style_that_reaches_another(text: str) -> None:
    for drawing in several():
        for style in re.findall(r"<style>(.*?)</style>", to_svg(drawing, text), re.DOTALL):
            rest = re.sub(r"@font-face\s*\{[^}]*\}", "", style)
            assert rest.strip() == "", "only fonts, whose family carries their hash"


def test_one_map_drawn_twice_needs_a_prefix_to_share_no_id() -> None:
    socrates = load(SOCRATES)
    first, again, other = draw(socrates), draw(socrates, theme="dark"), draw(socrates, prefix="second")
    assert first.prefix == again.prefix, "ids stay the same however it is drawn, so that scripts find them"
    assert other.prefix == "second"
