"""What a real browser makes of a drawing."""

import json
import re
from pathlib import Path

import pytest

from argmap import draw, load
from argmap.svg import to_svg
from tests.programs import chromium

pytestmark = pytest.mark.slow

MAPS = Path(__file__).parent.parent / "maps"

PROBE = """
<script>
const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
const found = {ids: [...document.querySelectorAll("[id]")].map(e => e.id), cards: [], requests:
  performance.getEntriesByType("resource").length};
for (const claim of document.querySelectorAll("g.claim"))
  found.cards.push([claim.dataset.id, box(claim.querySelector("rect.card")), box(claim.querySelector("g.text"))]);
document.title = "done";
const out = document.createElement("pre"); out.id = "probe"; out.textContent = JSON.stringify(found);
document.body.append(out);
</script>
"""


def test_two_drawings_in_one_page_share_no_id_and_keep_their_text_inside_their_cards(tmp_path: Path) -> None:
    argument = load(MAPS / "putin-on-two-fronts.yaml")
    drawings = [to_svg(draw(argument, view)) for view in ("kazakhstan", "ukraine")]
    inline = "".join(svg.partition("?>")[2] for svg in drawings)
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{inline}{PROBE}", encoding="utf-8")

    printed = chromium(page, tmp_path / "profile", "--dump-dom")

    match = re.search(r'<pre id="probe">(.*?)</pre>', printed, re.DOTALL)
    assert match, printed[-500:]
    found = json.loads(match[1])
    assert len(found["ids"]) == len(set(found["ids"])) > 100
    assert found["requests"] == 0
    assert len(found["cards"]) > 20
    for name, card, text in found["cards"]:
        assert card[0] < text[0], name
        assert card[1] < text[1], name
        assert text[2] < card[2], name
        assert text[3] < card[3], name
