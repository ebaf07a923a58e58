"""The PNG is the SVG in pixels, and knows how large it is on the slide."""

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageStat

from argmap import draw, load
from argmap.api import save
from argmap.cli import main
from argmap.drawing import Drawing
from argmap.outputs import png
from argmap.outputs.formats import content
from argmap.outputs.options import Options, OutputError
from argmap.outputs.png import to_png
from argmap.svg import to_svg
from tests.maps_drawn import REAL, SOCRATES, drawn_once

HOSTILE = """\
title: '</title><script>alert("x")</script> & ]]> é'
thesis: '<text>&lt; "quoted" & \\n <!-- </svg>'
because: '%s {0} $(x) ; # `x`'
"""


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return drawn_once(SOCRATES)


def opened(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0, 3.7])
def test_a_point_of_the_slide_is_as_many_pixels_as_asked_for(drawing: Drawing, scale: float) -> None:
    width, height = opened(to_png(drawing, Options(scale=scale))).size
    assert width == pytest.approx(drawing.width * drawing.scale * scale, abs=1)
    assert height == pytest.approx(drawing.height * drawing.scale * scale, abs=1)


def test_by_default_a_full_slide_is_as_wide_as_a_projector() -> None:
    assert 960 * Options().scale >= 1920
    width, height = opened(to_png(drawn_once(REAL))).size
    fills = (width / (2 * 928), height / (2 * 508))
    assert max(fills) == pytest.approx(1, abs=0.001), "928 by 508 points are a slide without its margins"


def test_the_picture_tells_programs_how_large_it_is_on_the_slide(drawing: Drawing) -> None:
    picture = opened(to_png(drawing, Options(scale=3)))
    across, down = picture.info["dpi"]
    assert across == down == pytest.approx(3 * 72, abs=0.02)
    assert picture.width / across * 72 == pytest.approx(drawing.width * drawing.scale, abs=0.5)


def test_the_picture_carries_its_title_and_the_argument_in_words(drawing: Drawing) -> None:
    known = opened(to_png(drawing)).info
    assert known["Title"] == drawing.title
    assert known["Description"] == drawing.description


def test_it_is_the_picture_that_resvg_makes_of_the_svg(drawing: Drawing) -> None:
    svg = to_svg(drawing)
    expected = resvg_py.svg_to_bytes(svg_string=svg, dpi=144, skip_system_fonts=True, background=drawing.ground)
    assert ImageChops.difference(opened(to_png(drawing)), opened(expected)).getbbox() is None


def test_the_ground_is_opaque_unless_it_is_left_out(drawing: Drawing) -> None:
    picture = opened(to_png(drawing))
    assert picture.getpixel((0, 0)) == (255, 255, 255, 255)
    assert picture.getchannel("A").getextrema() == (255, 255), "to its last row and column"
    clear = opened(content(drawing, "png", Options(transparent=True)))
    assert clear.getpixel((0, 0)) == (0, 0, 0, 0)
    assert clear.getchannel("A").getextrema() == (0, 255), "the cards are as opaque as ever"


def test_cards_look_the_same_on_a_clear_ground(drawing: Drawing) -> None:
    white = Image.new("RGBA", opened(to_png(drawing)).size, "white")
    clear = opened(content(drawing, "png", Options(transparent=True)))
    over_white = Image.alpha_composite(white, clear)
    difference = ImageChops.difference(over_white, opened(to_png(drawing)))
    assert max(ImageStat.Stat(difference).mean) < 0.01


def test_hostile_texts_are_drawn_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    hostile = draw(load(path))
    picture = opened(to_png(hostile))
    assert picture.info["Title"] == hostile.title
    assert len(picture.getcolors(1 << 24) or ()) > 20, "there are letters"


def test_a_picture_too_large_for_memory_is_refused(drawing: Drawing) -> None:
    with pytest.raises(OutputError, match=r"too large to make; take a smaller --scale"):
        to_png(replace(drawing, scale=200.0))
    tiny = to_png(replace(drawing, scale=0.001), Options(scale=0.1))
    assert opened(tiny).size == (1, 1)


def test_what_resvg_cannot_draw_is_one_sentence(drawing: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*words: object, **options: object) -> bytes:
        raise ValueError("elements limit reached")

    monkeypatch.setattr(resvg_py, "svg_to_bytes", fail)
    with pytest.raises(OutputError, match=r"elements limit reached.*write an SVG instead"):
        to_png(drawing)


def test_the_same_drawing_gives_the_same_bytes(drawing: Drawing) -> None:
    assert to_png(drawing) == to_png(draw(load(SOCRATES)))


def test_making_pixels_takes_a_bounded_share_of_the_work() -> None:
    real = drawn_once(REAL)
    to_png(real)
    svg = min(timed(lambda: to_svg(real)))
    pixels = min(timed(lambda: to_png(real)))
    assert pixels < 150 * svg


def timed(work: object) -> Iterator[float]:
    for _ in range(3):
        start = time.perf_counter()
        work()  # type: ignore[operator]
        yield time.perf_counter() - start


def test_the_command_writes_a_png(tmp_path: Path) -> None:
    target = tmp_path / "map.PNG"
    result = CliRunner().invoke(main, ["render", str(SOCRATES), "-o", str(target), "--scale", "1", "--transparent"])
    assert result.exit_code == 0
    picture = opened(target.read_bytes())
    assert picture.info["dpi"][0] == pytest.approx(72, abs=0.02)
    assert picture.getpixel((0, 0)) == (0, 0, 0, 0)


def test_pixels_go_to_standard_output_too() -> None:
    result = CliRunner().invoke(main, ["render", str(SOCRATES), "-o", "-", "--format", "png"])
    assert result.exit_code == 0
    assert opened(result.stdout_bytes).format == "PNG"


def test_too_many_pixels_are_said_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MOST_PIXELS", 1000)
    target = tmp_path / "map.png"
    result = CliRunner().invoke(main, ["render", str(SOCRATES), "-o", str(target)])
    assert result.exit_code == 1
    assert "take a smaller --scale" in result.stderr
    assert not target.exists()


def test_a_drawing_is_saved_as_what_its_name_says(drawing: Drawing, tmp_path: Path) -> None:
    for name in ("map.png", "map.svg", "map.pdf", "map.dot"):
        save(drawing, tmp_path / name)
        assert (tmp_path / name).read_bytes() == content(drawing, name[4:])
    with pytest.raises(ValueError, match=r'"map.jpg" should end in \.svg, \.png, \.pdf, \.dot'):
        save(drawing, "map.jpg")
