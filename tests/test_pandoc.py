"""Documents of pandoc's with arguments in them: what stands there in each format, and what is said of faults."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from argmap.api import draw
from argmap.cli import main
from argmap.layout.cards import TEXT_SIZE
from argmap.reader import read
from tests.office import pictures_on_pages, printed
from tests.programs import program

SOCRATES = """title: Is Socrates mortal?
thesis: Socrates is mortal.
because:
  - - Socrates is a man.
    - All men are mortal.
but:
  - text: Socrates is spoken of to this day.
    unless: To be remembered is not to be alive.
views: {reasons: {depth: 1}}
"""
STEPS = 4
PANDOC_2, PANDOC_3 = [1, 22, 2, 1], [1, 23, 1]
SHORT = "Argument map “Is Socrates mortal?”; thesis: “Socrates is mortal”; 1 reason and 2 objections."

Element = dict[str, Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a map, as a lecturer does with the slides of a week."""
    (tmp_path / "socrates.yaml").write_text(SOCRATES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def string(text: str) -> Element:
    return {"t": "Str", "c": text}


def block(text: str = SOCRATES, identifier: str = "", **attributes: str) -> Element:
    return {"t": "CodeBlock", "c": [[identifier, ["argmap"], [list(pair) for pair in attributes.items()]], text]}


def picture(path: str = "socrates.yaml", alternative: str = "", title: str = "", **attributes: str) -> Element:
    words = [string(alternative)] if alternative else []
    return {"t": "Image", "c": [["", [], [list(pair) for pair in attributes.items()]], words, [path, title]]}


def paragraph(*inlines: Element) -> Element:
    return {"t": "Para", "c": list(inlines)}


def heading(text: str) -> Element:
    return {"t": "Header", "c": [1, ["", [], []], [string(text)]]}


@dataclass(frozen=True, slots=True)
class Filtered:
    """What the filter made of a document."""

    blocks: list[Element]
    told: str
    code: int

    def all(self, kind: str) -> list[Element]:
        return [element for element in elements(self.blocks) if element["t"] == kind]

    @property
    def html(self) -> str:
        raw = [element["c"] for element in elements(self.blocks) if element["t"] in ("RawBlock", "RawInline")]
        return "".join(text for form, text in raw if form == "html")

    @property
    def latex(self) -> str:
        raw = [element["c"] for element in elements(self.blocks) if element["t"] in ("RawBlock", "RawInline")]
        return "".join(text for form, text in raw if form == "latex")


def elements(content: Any) -> Iterator[Element]:
    """Yield every element of a document, in its order."""
    if isinstance(content, dict):
        yield content
        content = content.get("c")
    if isinstance(content, list):
        for part in content:
            yield from elements(part)


def filtered(
    *blocks: Element, form: str = "html", version: list[int] = PANDOC_2, options: tuple[str, ...] = ()
) -> Filtered:
    content = json.dumps({"pandoc-api-version": version, "meta": {}, "blocks": list(blocks)})
    done = CliRunner().invoke(main, ["pandoc", form, *options], input=content)
    made = json.loads(done.stdout)["blocks"] if done.exit_code == 0 else []
    return Filtered(made, done.stderr, done.exit_code)


def words(content: Any) -> str:
    return " ".join(element["c"] for element in elements(content) if element["t"] == "Str")


# what stands in the document


def test_a_block_becomes_a_drawing_within_the_page() -> None:
    html = filtered(block()).html
    svg = etree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6].encode())
    assert len(svg.findall(".//{*}g[@class='claim']")) + len(svg.findall(".//{*}g[@class='claim thesis']")) == 5
    assert svg.get("role") == "graphics-document document"
    assert "max-width:100%" in svg.get("style", "")


def test_what_asks_for_no_drawing_passes_as_it_came() -> None:
    unknown = {"t": "LaterBlock", "c": [{"deep": [1, 2.5, None, True]}, "words"]}
    blocks = [unknown, paragraph(string("Здравствуй")), picture_of_a_cat(), code("python"), code("yaml")]
    assert filtered(*blocks).blocks == blocks


def picture_of_a_cat() -> Element:
    return paragraph(picture("cat.png", "A cat", "fig:"))


def code(language: str) -> Element:
    return {"t": "CodeBlock", "c": [["", [language], []], "thesis: no map here"]}


def test_a_drawing_deep_in_a_list_is_found() -> None:
    item = {"t": "BulletList", "c": [[paragraph(string("See:")), block()], [{"t": "BlockQuote", "c": [block()]}]]}
    assert filtered(item).html.count("<svg") == 2


def test_drawings_in_one_document_share_no_id() -> None:
    html = filtered(
        block(), block(), paragraph(picture()), paragraph(picture(view="reasons")), block(prefix="own")
    ).html
    ids = re.findall(r' id="([^"]+)"', html)
    assert html.count("<svg") == 5
    assert len(ids) == len(set(ids)) > 100
    for name in re.findall(r'href="#([^"]+)"', html):
        assert name in ids


def test_a_width_is_that_of_the_drawing() -> None:
    assert 'style="width:50%;height:auto"' in filtered(block(width="50%")).html
    assert 'style="width:400px;height:auto"' in filtered(block(width="400")).html
    evil = filtered(block(width='1px" onload="alert(1)')).html
    assert "onload" not in evil


@pytest.mark.parametrize(
    ("form", "unit", "largest"), [("html", "pt", 15.0), ("docx", "in", 12.0), ("latex", "in", 12.0)]
)
def test_on_a_page_the_words_of_a_drawing_do_not_shout(form: str, unit: str, largest: float) -> None:
    argument = read(SOCRATES, "socrates.yaml").map
    assert argument
    drawing = draw(argument, slide="16:9" if form == "html" else "500x650")
    assert drawing.text_size > largest
    found = filtered(block(), form=form)
    (width,) = re.findall(r"width:([\d.]+)pt", found.html) or [
        dict(shown["c"][0][2])["width"].removesuffix("in") for shown in found.all("Image")
    ]
    points = float(width) * (72 if unit == "in" else 1)
    assert points == pytest.approx(drawing.width * largest / TEXT_SIZE, abs=1)


def test_the_caption_stands_below_and_the_identifier_at_the_figure() -> None:
    html = filtered(block(identifier="fig-socrates", caption="Is he mortal?"))
    assert '<figure id="fig-socrates"' in html.html
    assert words(html.blocks) == "Is he mortal?"
    assert html.html.index("</svg>") < html.html.index("<figcaption>")


def test_a_picture_in_a_line_stays_in_its_line() -> None:
    found = filtered(paragraph(string("See"), picture(), string("here.")))
    (line,) = found.blocks
    assert [inline["t"] for inline in line["c"]] == ["Str", "RawInline", "Str"]


@pytest.mark.parametrize("version", [PANDOC_2, PANDOC_3])
def test_figures_of_pandoc_2_and_3_become_figures(version: list[int]) -> None:
    image = picture(alternative="Caption", title="fig:" if version == PANDOC_2 else "")
    plain = {"t": "Plain", "c": [image]}
    caption = [None, [{"t": "Plain", "c": [string("Caption")]}]]
    figure = paragraph(image) if version == PANDOC_2 else {"t": "Figure", "c": [["fig-a", [], []], caption, [plain]]}
    docx = filtered(figure, form="docx", version=version)
    (shown,) = docx.all("Image")
    (outer,) = docx.blocks
    assert outer["t"] == ("Para" if version == PANDOC_2 else "Figure")
    if version == PANDOC_2:
        assert words(shown) == "Caption"
        assert shown["c"][2][1] == f"fig:{SHORT}", "pandoc 2 writes the title of a picture into its alternative text"
    else:
        assert outer["c"][0][0] == "fig-a"
        assert outer["c"][1] == caption
        assert words(shown) == SHORT
    html = filtered(figure, version=version)
    assert html.html.count("<svg") == 1
    assert words(html.blocks) == "Caption"


def test_without_a_caption_the_alternative_text_says_what_the_argument_is() -> None:
    (shown,) = filtered(block(), form="gfm").all("Image")
    assert words(shown) == SHORT
    (own,) = filtered(paragraph(picture(alternative="Mortal")), form="gfm").all("Image")
    assert words(own) == "Mortal"


def test_steps_are_fragments_in_reveal_js_alone() -> None:
    revealed = filtered(block(steps="true"), form="revealjs").html
    assert set(re.findall(r'data-fragment-index="(\d+)"', revealed)) == {str(step) for step in range(STEPS)}
    assert "fragment" not in filtered(block(steps="true"), form="html5").html
    assert "fragment" not in filtered(block(), form="revealjs").html
    assert "fragment" not in filtered(block(steps="false"), form="revealjs").html


def test_a_second_argument_with_steps_begins_when_the_first_is_told() -> None:
    still, other = block(), block(SOCRATES.replace("Is Socrates mortal?", "data-fragment-index='0'"), steps="true")
    html = filtered(block(steps="true"), still, other, form="revealjs").html
    drawings = html.split("<svg ")[1:]
    indices = [
        sorted({int(index) for index in re.findall(r'data-fragment-index="(\d+)"', drawing)}) for drawing in drawings
    ]
    assert indices == [list(range(STEPS)), [], list(range(STEPS, 2 * STEPS))]
    for drawing in (drawings[0], drawings[2]):
        assert set(re.findall(r'data-step="(\d+)"', drawing)) == {str(step) for step in range(1, STEPS + 1)}


def test_steps_are_overlays_in_beamer_and_the_last_one_stays() -> None:
    latex = filtered(block(steps="true"), form="beamer").latex
    assert re.findall(r"\\includegraphics<([\d-]+)>", latex) == ["1", "2", "3", "4-"]
    paths = re.findall(r"\{(argmap-media/[a-z0-9-]+\.pdf)\}", latex)
    assert len(set(paths)) == STEPS
    sizes = {tuple(pypdf.PdfReader(path).pages[0].mediabox) for path in paths}
    assert len(sizes) == 1, "nothing jumps"


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        ("docx", "png"),
        ("pptx", "png"),
        ("odt", "svg"),
        ("gfm", "svg"),
        ("latex", "pdf"),
        ("beamer", "pdf"),
        ("rst", "svg"),
    ],
)
def test_where_nothing_can_stand_in_the_document_a_file_is_linked(form: str, suffix: str, folder: Path) -> None:
    (shown,) = filtered(block(), form=form).all("Image")
    path = shown["c"][2][0]
    assert re.fullmatch(rf"argmap-media/argmap-is-socrates-mortal-[0-9a-f]{{12}}\.{suffix}", path)
    assert (folder / path).stat().st_size > 1000


def test_a_file_is_named_by_its_content_and_left_alone_while_it_is_right(folder: Path) -> None:
    def stored() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in (folder / "argmap-media").iterdir()}

    filtered(block(), form="gfm")
    first = stored()
    filtered(block(), form="gfm")
    assert stored() == first
    filtered(block(theme="dark"), form="gfm")
    assert len(stored()) == 2
    assert first.items() <= stored().items(), "what an earlier run linked to is still what it was"


def test_attributes_are_the_options_of_render() -> None:
    html = filtered(block(view="reasons", words="label", numbers="true", theme="dark")).html
    assert 'class="number"' in html
    assert 'class="ground" width' in html
    assert '#121417"' in html
    assert "remembered" not in html
    assert 'class="number"' not in filtered(block(numbers="no")).html


def test_the_command_line_sets_what_a_document_cannot(folder: Path) -> None:
    (folder / "own.yaml").write_text("extends: light\nground: '#FFFDE7'\n", encoding="utf-8")
    html = filtered(block(), block(theme="dark"), options=("--theme", "own.yaml")).html
    assert re.findall(r'class="ground"[^>]*fill="(#\w+)"', html) == ["#FFFDE7", "#121417"]


def test_an_exercise_says_nowhere_what_is_to_be_filled_in() -> None:
    blank = "to-be-remembered-is-not-to-be-alive"
    hidden, key = filtered(block(blank=blank)).html, filtered(block(blank=blank, answers="true")).html
    assert "remembered" not in re.sub(r'data-[\w-]+="[^"]*"|id="[^"]*"|aria-\w+="[^"]*"', "", hidden)
    assert "To be remembered is not to be alive" in key
    answer_without_question = filtered(block(answers="true"))
    assert answer_without_question.code == 1


# faults


def test_every_fault_of_every_map_is_told_in_one_run_and_nothing_is_written(folder: Path) -> None:
    broken = "thesis: A cat is an animal.\nbecause: [[missing]]\n"
    (folder / "broken.yaml").write_text(broken, encoding="utf-8")
    done = filtered(
        heading("Cats"), block(broken), paragraph(picture("broken.yaml")), paragraph(picture("lost.yaml")), form="gfm"
    )
    assert done.code == 1
    assert 'block 1 under "Cats":2:12: error[unknown-claim]: no claim is called "missing"' in done.told
    assert "broken.yaml:2:12: error[unknown-claim]" in done.told
    assert 'lost.yaml under "Cats": cannot be read' in done.told
    assert not (folder / "argmap-media").exists()


def test_blocks_are_counted_without_the_pictures_between_them() -> None:
    done = filtered(block(), paragraph(picture()), block("thesis: [a]\n"))
    assert "block 2:1:" in done.told


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ({"view": "reason"}, 'no view is called "reason"; did you mean "reasons"?'),
        ({"veiw": "reasons"}, 'no attribute is called "veiw"; did you mean "view"?'),
        ({"steps": "maybe"}, 'steps is true or false, not "maybe"'),
        ({"words": "lots"}, "'lots' is not one of"),
        ({"slide": "round"}, '"round" is no slide'),
        ({"layout": "packed", "direction": "left"}, "arrows point up"),
        ({"theme": "drak"}, 'did you mean "dark"?'),
        ({"theme": "/etc/hostname"}, "reads no theme files"),
        ({"theme": "own.yaml"}, "reads no theme files"),
    ],
)
def test_a_wrong_attribute_is_told_with_its_place(attributes: dict[str, str], told: str) -> None:
    done = filtered(block(**attributes))
    assert done.code == 1
    assert done.told.startswith("block 1: ")
    assert told in done.told


@pytest.mark.parametrize(
    ("attribute", "told"),
    [("fragments", "fragments is not for documents; write steps=true"), ("dim", "render --steps")],
)
def test_an_option_that_documents_have_another_word_for_is_told_of(attribute: str, told: str) -> None:
    done = filtered(block(**{attribute: "true"}), form="revealjs")
    assert done.code == 1
    assert told in done.told


def test_all_that_is_wrong_with_a_block_is_told_in_one_run() -> None:
    attributes = {
        "veiw": "x",
        "steps": "maybe",
        "words": "lots",
        "slide": "round",
        "theme": "drak",
        "dim": "true",
        "focus": "lost",
        "only": "red,green",
        "view": "reason",
        "blank": "nobody",
    }
    done = filtered(heading("Cats"), block(**attributes))
    assert done.code == 1
    assert all(line.startswith('block 1 under "Cats": ') for line in done.told.splitlines())
    told = ["veiw", "maybe", "lots", "round", "drak", "dim", '"lost"', '"red"', '"green"', '"reason"', '"nobody"']
    assert len(done.told.splitlines()) == len(told)
    for word in told:
        assert word in done.told


def test_wrong_attributes_do_not_hide_what_is_wrong_with_the_map() -> None:
    done = filtered(block("thesis: A cat is an animal.\nbecause: [[missing]]\n", steps="maybe"))
    assert "maybe" in done.told
    assert 'no claim is called "missing"' in done.told


def test_what_is_asked_of_a_file_is_told_with_the_heading_that_it_stands_under() -> None:
    done = filtered(heading("Cats"), paragraph(picture(view="reason", numbers="maybe")))
    assert 'socrates.yaml under "Cats": no view is called "reason"' in done.told
    assert 'socrates.yaml under "Cats": numbers is true or false' in done.told


def filtered_as_pandoc_reads(text: str) -> Result:
    """Let pandoc read Markdown, and the filter have what it took it for."""
    read = subprocess.run(
        [program("pandoc"), "-t", "json"], input=text, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return CliRunner().invoke(main, ["pandoc", "html"], input=read.stdout)


MISREAD = [
    ("``` {.argmap steps}\nthesis: A cat is an animal.\n```", "{.argmap steps=true}"),
    ("~~~ {.argmap steps}\nthesis: A cat is an animal.\n~~~", "{.argmap steps=true}"),
    ("``` {.argmap steps}\ntitle: Cats\n\nthesis: A cat is an animal.\n```", "{.argmap steps=true}"),
    ("``` {argmap view=reasons}\nthesis: A cat is an animal.\n```", "argmap has a dot"),
    ("``` {argmap}\nthesis: A cat is an animal.\n```", "write {.argmap}"),
    ("``` {=argmap}\nthesis: A cat is an animal.\n```", "write {.argmap}"),
    ("``` yaml\nthesis: A cat is an animal.\n```", "write {.argmap}"),
    ("![](socrates.yaml){view=reasons steps}", "steps=true"),
    ("![](socrates.yaml) {steps=true}", "right behind the picture"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "told"), MISREAD)
def test_what_pandoc_takes_for_something_else_is_warned_of_with_its_place(text: str, told: str) -> None:
    done = filtered_as_pandoc_reads(f"# Cats\n\n{text}\n")
    assert done.exit_code == 0
    (line,) = done.stderr.splitlines()
    assert ' under "Cats": warning: ' in line
    assert told in line


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Write `{.argmap}` before `thesis:`, or `argmap render`.",
        "``` {.yaml .listing}\nthesis: A cat is an animal.\n```",
        "``` yaml\nkey: value\n```",
        "``` {.python}\nimport argmap\n```",
        "![](socrates.yaml){view=reasons} and {so on}",
        "![A cat](cat.png) {steps}",
    ],
)
def test_talk_about_argmap_is_not_warned_of(text: str) -> None:
    done = filtered_as_pandoc_reads(f"# Cats\n\n{text}\n")
    assert done.exit_code == 0
    assert ": warning: " not in done.stderr


@pytest.mark.parametrize("attribute", ["font", "bold-font", "output", "to", "engine", "scale"])
def test_attributes_that_would_reach_a_file_are_not_options(attribute: str, folder: Path) -> None:
    done = filtered(block(**{attribute: "secret"}), form="gfm")
    assert done.code == 0
    assert not (folder / "secret").exists()


@pytest.mark.parametrize("path", ["https://example.org/a.yaml", "file:///a.yaml", "a\0.yaml", "folder.yaml"])
def test_only_files_beside_the_document_are_read(path: str, folder: Path) -> None:
    (folder / "folder.yaml").mkdir()
    done = filtered(paragraph(picture(path)))
    assert done.code == 1
    assert "Traceback" not in done.told
    assert done.told.count("\n") == 1


def test_no_file_is_read_that_is_not_called_like_a_map(folder: Path) -> None:
    (folder / "secret.txt").write_text(SOCRATES, encoding="utf-8")
    kept = paragraph(picture("secret.txt", "Secret", "fig:"))
    assert filtered(kept).blocks == [kept]


def test_the_words_of_a_map_cannot_leave_the_drawing() -> None:
    html = filtered(block("thesis: '</svg><script>alert(1)</script> is shown.'\n")).html
    assert "<script" not in html
    assert html.count("</svg>") == 1


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"blocks": []}', '{"pandoc-api-version": [1], "blocks": 3}', "[" * 5000]
)
def test_what_is_no_document_is_told_in_a_sentence(content: str) -> None:
    done = CliRunner().invoke(main, ["pandoc", "html"], input=content)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "no document of pandoc's" in done.stderr


KINDS = ["Code", "RawBlock", "CodeBlock", "Image", "Para", "Plain", "Figure", "Header", "Str", "Div", "Table", "Later"]
LEAVES = st.sampled_from(
    ["argmap", "socrates.yaml", "fig:", "x", "thesis: A cat is an animal.", "width", "", 1, None, True]
)
ODD: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.fixed_dictionaries({"t": st.sampled_from(KINDS), "c": inner}),
    max_leaves=40,
)


@given(st.lists(ODD, max_size=4))
def test_whatever_its_elements_hold_a_document_never_makes_the_filter_stumble(blocks: list[Any]) -> None:
    done = CliRunner().invoke(
        main, ["pandoc", "html"], input=json.dumps({"pandoc-api-version": PANDOC_3, "meta": {}, "blocks": blocks})
    )
    assert done.exit_code in (0, 1)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info


@pytest.mark.parametrize("odd", [None, 3, "x", [], [[]], [None], {"t": "Str"}])
@pytest.mark.parametrize("place", [(0, 0), (0, 1), (0, 2), (1,), (2,), (2, 0), (2, 0, "c"), (2, 0, "c", 0, 2)])
def test_a_figure_with_an_odd_part_never_makes_the_filter_stumble(place: tuple[Any, ...], odd: Any) -> None:
    figure = {"t": "Figure", "c": [["", [], []], [None, []], [{"t": "Plain", "c": [picture("lost.yaml")]}]]}
    holder: Any = figure["c"]
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = odd
    done = CliRunner().invoke(
        main, ["pandoc", "html"], input=json.dumps({"pandoc-api-version": PANDOC_3, "meta": {}, "blocks": [figure]})
    )
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info


def test_a_document_nested_too_deep_is_told_of() -> None:
    inner: Element = paragraph(string("x"))
    for _ in range(400):
        inner = {"t": "BlockQuote", "c": [inner]}
    done = filtered(inner)
    assert done.code == 1
    assert "nested too deep" in done.told


def test_small_text_is_a_warning_on_slides_and_none_in_a_page() -> None:
    many = "thesis: Whoever teaches well prepares at length.\nbecause:\n" + "".join(
        f"  - Reason number {number} has been given by a good many teachers of the last {number} years.\n"
        for number in range(60)
    )
    assert "hard to read on a slide" in filtered(block(many), form="revealjs").told
    assert "hard to read" not in filtered(block(many), form="html").told


# with pandoc itself

TALK = f"""---
title: A talk
---

# Reveal

``` {{.argmap steps=true}}
{SOCRATES}```

# Picture

![Is he mortal?](socrates.yaml){{#fig-two view=reasons}}
"""


def pandoc(*options: str, text: str = TALK) -> subprocess.CompletedProcess[str]:
    """Run pandoc with the filter as it is installed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [program("pandoc"), "--standalone", "--filter", "argmap-pandoc", *options],
        input=text,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_pandoc_writes_drawings_into_a_page_and_leaves_no_file_behind(folder: Path) -> None:
    done = pandoc("-t", "html")
    assert done.stderr == ""
    assert done.stdout.count("<svg") == 2
    assert "<figcaption>" in done.stdout
    assert not (folder / "argmap-media").exists()


@pytest.mark.slow
def test_the_filter_works_in_a_pipe_too() -> None:
    command = f"{program('pandoc')} -t json | {sys.executable} -m argmap pandoc revealjs | pandoc -f json -t revealjs"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], input=TALK, capture_output=True, text=True, check=True
    )
    assert done.stdout.count("<svg") == 2
    assert 'class="claim thesis fragment"' in done.stdout


@pytest.mark.slow
def test_pandoc_writes_pictures_into_powerpoint_with_their_words(folder: Path) -> None:
    assert pandoc("-o", "talk.pptx").stderr == ""
    with zipfile.ZipFile("talk.pptx") as file:
        media = [name for name in file.namelist() if name.startswith("ppt/media/")]
        slide = file.read("ppt/slides/slide2.xml").decode()
        for name in media:
            with file.open(name) as picture, Image.open(picture) as image:
                assert image.width > 1000
    assert len(media) == 2
    assert 'descr="Argument map “Is Socrates mortal?”' in slide


@pytest.mark.slow
def test_libreoffice_opens_what_pandoc_wrote_for_powerpoint(folder: Path) -> None:
    pandoc("-o", "talk.pptx")
    assert pictures_on_pages(printed(folder / "talk.pptx", folder)) == [0, 1, 1]


@pytest.mark.slow
def test_pandoc_writes_pictures_into_word_and_opendocument() -> None:
    for name, media in (("talk.docx", r"word/media/.*\.png"), ("talk.odt", r"Pictures/.*\.svg")):
        assert pandoc("-o", name).stderr == ""
        with zipfile.ZipFile(name) as file:
            assert len([entry for entry in file.namelist() if re.fullmatch(media, entry)]) == 2
    with zipfile.ZipFile("talk.docx") as file:
        assert SHORT in file.read("word/document.xml").decode()


@pytest.mark.slow
def test_a_page_of_beamer_for_every_step() -> None:
    program("pdflatex")
    done = pandoc("-t", "beamer", "-o", "talk.pdf")
    assert done.returncode == 0, done.stderr
    pages = [page.extract_text() for page in pypdf.PdfReader("talk.pdf").pages]
    assert len(pages) == 1 + STEPS + 1
    counts = ["Socrates is a man" in page for page in pages]
    assert counts == [False, False, True, True, True, True]
    assert ["is not to be alive" in page for page in pages] == [False, False, False, False, True, False]
    assert "Is he mortal?" in pages[-1]


@pytest.mark.slow
def test_markdown_links_to_pictures_that_are_there(folder: Path) -> None:
    done = pandoc("-t", "gfm")
    linked = re.findall(r"argmap-media/[\w-]+\.svg", done.stdout)
    assert len(linked) == 2
    assert all((folder / path).exists() for path in linked)


@pytest.mark.slow
def test_pandoc_stops_where_a_map_has_errors(folder: Path) -> None:
    done = pandoc("-o", "talk.html", text="# Cats\n\n```argmap\nthesis: no-such-claim\n```\n")
    assert done.returncode != 0
    assert 'block 1 under "Cats":1:9: error[' in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "talk.html").exists()
