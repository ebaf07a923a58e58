"""Text is data: whatever stands in a map, the drawing is valid XML, runs nothing, and asks the network for nothing."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from argmap.api import draw
from argmap.checks import problems_of
from argmap.cli import main
from argmap.links import is_safe_link
from argmap.model import ArgumentMap
from argmap.problems import has_errors
from argmap.reader import read
from argmap.svg import to_svg
from tests.programs import chromium

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
ELEMENTS = {"svg", "title", "desc", "defs", "path", "rect", "g", "use", "a"}
NOWHERE = "http://127.0.0.1:9"
RUN = "document.documentElement.dataset.ran=1+1"
"""What a poisoned string tries to do: to leave a mark that is not in its words."""

POISONS = (
    "</svg><script>fetch('{at}/{n}');{run}</script>",
    "</title></desc></g></svg><img src='{at}/{n}' onerror='{run}'>",
    "\"><image href=\"{at}/{n}\" onload=\"{run}\"/><rect x=\"",
    "' onload='{run}' onclick='{run}' href='{at}/{n}",
    "]]><script>{run};new Image().src='{at}/{n}'</script>",
    "<![CDATA[<script>{run}</script>]]>",
    "--><script href='{at}/{n}'>{run}</script><!--",
    "<?xml-stylesheet href='{at}/{n}'?><!DOCTYPE svg [<!ENTITY x SYSTEM '{at}/{n}'>]>&x;",
    "&lt;script&gt;{run}&lt;/script&gt; &#60;script src='{at}/{n}'&#62; &amp; & &nope; &",
    "</style><style>@import url({at}/{n});*{{background:url({at}/{n})}}</style>",
    "javascript:{run};fetch('{at}/{n}')",
    "<a href='javascript:{run}'>x</a><iframe src='{at}/{n}'></iframe><foreignObject/>",
    "<use href='{at}/{n}#x' xlink:href='{at}/{n}#x'/><animate onbegin='{run}'/>",
    "100% %s %(x)s {{x}} ${{x}} `x` \\ \\n \\u0041 \\\\ \" ' '' \"\" |",
    "\u202e\u2066\u200f\u061c\ufeff\u00ad\u200b\ufffc\ue000\U000e0001\U0010fffd\U0001f469\u200d\U0001f4bb",
)  # fmt: skip
IDS = ("ｊavaｓcript", "ﷺ", "Ⱥ-Ω", "ª_º", "𝔵", "क", "İı", "明", "ſ", "e\u0301", "Ꟙ", "ชา", "ΐ", "שם", "xml")


def poisoned(at: str = NOWHERE) -> dict[str, object]:
    """Return a map, as JSON has it, with poison in every field; the ids are of odd scripts."""

    def poison(number: int) -> str:
        return POISONS[number].format(at=at, n=number, run=RUN)

    claims = {
        IDS[n]: {
            "text": poison(n),
            "label": f"{n} {poison(n)}",
            "by": poison(n),
            "note": poison(n),
            "source": f"{IDS[n]} {poison(n)}",
            "tags": [IDS[n], IDS[n - 1]],
            "url": f"{at}/url?{n}&x='\"",
            "because": [{"premises": [IDS[n + 1]], "id": f"i-{IDS[n]}", "scheme": "analogy", "note": poison(n)}],
        }
        for n in range(len(POISONS))
        if n + 1 < len(POISONS)
    }
    last = len(POISONS) - 1
    claims[IDS[last]] = {"text": poison(last), "source": IDS[last], "implicit": "false"}
    claims[IDS[0]]["but"] = [{"text": f"An undercut objection: {poison(0)}", "unless": f"An undercutter: {poison(1)}"}]
    return {
        "title": " ".join(poison(n) for n in range(len(POISONS))),
        "author": poison(0),
        "date": poison(1),
        "note": poison(2),
        "thesis": IDS[0],
        "claims": claims,
        "sources": {
            IDS[n]: dict.fromkeys(("title", "author", "date", "note"), poison(n)) | {"url": f"{at}/source?{n}"}
            for n in range(len(POISONS))
        },
        "views": {IDS[n]: {"title": poison(n), "focus": IDS[n], "exclude": [IDS[12]]} for n in range(len(POISONS) - 1)},
        "steps": [IDS[0], [IDS[1], IDS[2]]],
    }


def as_map(tree: dict[str, object]) -> ArgumentMap:
    """Read a map that is written as JSON, which is YAML too."""
    reading = read(json.dumps(tree, ensure_ascii=False), "map.yaml")
    problems = problems_of(reading)
    assert not has_errors(problems), [problem for problem in problems if problem.severity == "error"]
    assert reading.map is not None
    return reading.map


@cache
def drawings(at: str = NOWHERE) -> dict[str, str]:
    """Return drawings of the poisoned map and of its views."""
    argument = as_map(poisoned(at))
    found = {words: to_svg(draw(argument, words=words, layout="layered")) for words in ("full", "label")}
    return found | {view.name: to_svg(draw(argument, view)) for view in argument.views[:5]}


# the SVG


@pytest.mark.parametrize("name", ["full", "label", *IDS[:5]])
def test_a_poisoned_map_gives_valid_xml_with_nothing_but_shapes_and_words(name: str) -> None:
    root = etree.fromstring(drawings()[name].encode())
    for element in root.iter():
        assert isinstance(element.tag, str), "no comment and no processing instruction"
        assert element.tag.startswith(SVG)
        assert element.tag.removeprefix(SVG) in ELEMENTS
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on")
            link = element.tag == f"{SVG}a" and is_safe_link(value)
            assert "href" not in key or value.startswith("#") or link, value
            assert "url(" not in value
    assert root.getroottree().docinfo.doctype == ""
    assert root.getroottree().xpath("preceding-sibling::node()") == []


def test_poison_stays_in_the_drawing_as_the_words_that_it_is() -> None:
    argument = as_map(poisoned())
    root = etree.fromstring(drawings()["full"].encode())
    titles = {group.get("data-id"): group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")}
    for claim in argument.claims:
        assert titles[claim.id] == claim.text
    assert root.findtext(f"{SVG}title") == argument.title


def test_every_field_is_poisoned() -> None:
    argument = as_map(poisoned())
    claim, source, view = argument.claims[0], argument.sources[0], argument.views[0]
    fields = [argument.title, argument.author, argument.note, claim.text, claim.label, claim.by, claim.note, view.title]
    fields += [claim.citations[0].locator, source.title, source.author, source.date, source.note]
    fields += [argument.inferences[0].note]
    assert all(RUN in field for field in fields)
    assert '"' in claim.url
    assert claim.tags[0] == claim.id == IDS[0]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,<script>1</script>", "file:///etc/passwd", "JaVaScRiPt:1"]
)
def test_an_address_that_may_not_be_a_link_is_none_even_where_the_check_is_silent(url: str) -> None:
    tree = {"thesis": {"text": "A is so.", "url": url}}
    assert has_errors(problems_of(read(json.dumps(tree), "map.yaml")))
    svg = to_svg(draw(as_map(tree | {"ignore": ["unsafe-link"]})))
    assert not re.search(rf"href=.{re.escape(url[:5])}", svg, re.IGNORECASE)


# what no drawing could hold


@pytest.mark.parametrize(
    "written", [r"\0", r"\ud800", r"\udc00", r"\x1b", r"\x07", r"\x9b", r"\ufffe", r"\uffff", r"\x7f"]
)
@pytest.mark.parametrize(
    "field",
    [
        'title: "{}"',
        'note: "{}"',
        'because: "B is {} so."',
        'because: {{text: B is so., label: "{}"}}',
        'because: {{text: B is so., by: "{}"}}',
        'sources: {{s: {{author: "{}"}}}}',
        'views: {{v: {{title: "{}"}}}}',
        'claims: {{"{}": C is so.}}',
        '"{}": x',
    ],
)
def test_a_character_that_no_drawing_could_hold_is_a_problem_in_every_field(
    written: str, field: str, tmp_path: Path
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"thesis: A is so.\n{field.format(written)}\n", encoding="utf-8")
    for command in ("check", "render", "outline"):
        result = CliRunner().invoke(main, [command, str(path)])
        assert result.exit_code == 1
        assert not isinstance(result.exception, Exception)
        assert "yaml-syntax" in result.output
        assert result.output.replace("\n", "").isprintable()


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\x07", "\x00"])
def test_a_terminal_is_shown_no_controls_of_a_hostile_file(character: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(f"thesis: A is {character}[31m so.\n".encode())
    result = CliRunner().invoke(main, ["check", str(path)])
    assert result.exit_code == 1
    assert character not in result.output


# in the browser

SIZES = """<script>
addEventListener("load", () => document.body.dataset.loaded = [...document.images].map(image => image.naturalWidth > 0));
</script>"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Listen on this machine, and note every path that somebody asks for."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()


def opened(page: str, folder: Path, name: str = "page.html") -> str:
    """Open a page in Chromium, give it time to do what it will, and return what became of it."""
    (folder / name).write_text(page, encoding="utf-8")
    return chromium(folder / name, folder / "profile", "--virtual-time-budget=4000", "--dump-dom")


def inline(svg: str) -> str:
    return f"<!doctype html><meta charset=utf-8><body>{svg.partition('?>')[2]}<p id=end>"


@pytest.mark.slow
def test_in_a_browser_a_poisoned_drawing_runs_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    with listening() as (at, asked):
        found = drawings(at)
        pictures = []
        for number, svg in enumerate(found.values()):
            (tmp_path / f"{number}.svg").write_text(svg, encoding="utf-8")
            pictures.append(f"<img src='{number}.svg'>")
        pages = {
            "inline.html": inline("?>" + "".join(svg.partition("?>")[2] for svg in found.values())),
            "images.html": f"<!doctype html><meta charset=utf-8><body>{''.join(pictures)}{SIZES}<p id=end>",
            "alone.svg": found["full"],
            "too.svg": found["label"],
        }
        for name, page in pages.items():
            became = opened(page, tmp_path, name)
            assert 'data-ran="' not in became, name
            assert became.count("<script") == page.count("<script"), name
            assert 'id="end"' in became or name.endswith(".svg")
            if name == "images.html":
                assert f'data-loaded="{",".join(["true"] * len(found))}"' in became
        assert asked == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["page.html", "page.svg"])
def test_the_same_drawing_without_escapes_would_be_caught(name: str, tmp_path: Path) -> None:
    with listening() as (at, asked):
        tree: dict[str, object] = {"thesis": POISONS[0].format(at=at, n=0, run=RUN).removeprefix("</svg>")}
        svg = to_svg(draw(as_map(tree)))
        broken = re.sub(
            r"&lt;.*?&gt;",
            lambda found: unescape(found[0]),
            svg.replace("<title>", "<desc>").replace("</title>", "</desc>"),
        )
        became = opened(inline(broken) if name.endswith("html") else broken, tmp_path, name)
        assert 'data-ran="2"' in became
        assert "/0" in asked
