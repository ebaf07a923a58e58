"""The drawing at every step: nothing jumps, nothing comes too early, and what came before can be paler."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from argmap.colors import contrast
from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.layout.cards import TEXT_SIZE
from argmap.model import ArgumentMap
from argmap.scenes import Look, part_named, scene_of
from argmap.shapes import Box, Text
from argmap.stages import stages
from argmap.steps import steps_of
from argmap.svg import to_svg
from argmap.theme import THEMES
from tests.maps_drawn import loaded
from tests.random_maps import Sample, small_samples
from tests.test_cli import argmap
from tests.test_flagship import MAP

WHOLE = loaded(MAP)
SVG = "{http://www.w3.org/2000/svg}"


def staged(argument: ArgumentMap, view: str | None = None, *, dim: bool = False, **look: str) -> tuple[Drawing, ...]:
    return stages(scene_of(argument, part_named(argument, view), Look(**look)), dim=dim)  # type: ignore[arg-type]


def groups(drawing: Drawing) -> dict[str, ClaimGroup | InferenceGroup]:
    found: tuple[ClaimGroup | InferenceGroup, ...] = (*drawing.inferences, *drawing.claims)
    return {group.id: group for group in found}


def positions(svg: str) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return the numbers of every shape in every group of an SVG."""
    found = {}
    for group in etree.fromstring(svg.encode()).iter(f"{SVG}g"):
        if name := group.get("data-id"):
            found[name] = [
                tuple(shape.get(key, "") for key in ("x", "y", "width", "height", "d", "points", "transform"))
                for shape in group.iter()
                if shape.tag != f"{SVG}use"
            ]
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("view", [None, *(view.name for view in WHOLE.views)])
def test_everything_has_the_same_place_in_every_step_and_every_step_the_same_frame(view: str | None) -> None:
    made = [to_svg(drawing) for drawing in staged(WHOLE, view)]
    frames = {tuple(etree.fromstring(svg.encode()).get(key) for key in ("viewBox", "width", "height")) for svg in made}
    assert len(frames) == 1
    whole = positions(made[-1])
    for svg in made:
        there = positions(svg)
        assert there
        assert there == {name: whole[name] for name in there}


@given(small_samples(12))
@settings(max_examples=25, deadline=None)
def test_each_step_shows_what_the_one_before_shows_and_something_new(sample: Sample) -> None:
    steps = steps_of(sample.map)
    made = [groups(drawing) for drawing in staged(sample.map, layout="packed")]
    assert [set(drawing) for drawing in made] == [
        {name for name, step in steps.items() if step <= number} for number in range(1, max(steps.values()) + 1)
    ]
    for before, after in pairwise(made):
        assert all(after[name].shapes == group.shapes for name, group in before.items())


@given(small_samples(12))
@settings(max_examples=25, deadline=None)
def test_no_step_has_an_arrow_to_or_from_nothing(sample: Sample) -> None:
    for drawing in staged(sample.map, layout="packed"):
        there = groups(drawing)
        assert all({*group.premises, group.target} <= there.keys() for group in drawing.inferences)


@given(small_samples(10), st.data())
@settings(max_examples=25, deadline=None)
def test_a_step_says_nothing_of_what_comes_later(sample: Sample, data: st.DataObject) -> None:
    order = data.draw(st.permutations(sorted(sample.map.claim)))
    argument = sample.map.replaced(steps=tuple((name,) for name in order))
    for drawing in staged(argument, layout="packed"):
        shown = {group.id for group in drawing.claims}
        for claim in argument.claims:
            if claim.id not in shown:
                assert claim.text not in drawing.description
                assert not any(claim.text in group.description for group in drawing.claims)


def test_before_the_thesis_is_shown_the_claims_that_are_make_the_description() -> None:
    late = WHOLE.replaced(steps=(("threat",), (WHOLE.thesis,)))
    first, second, *_ = staged(late, "main-line")
    assert first.description.startswith(WHOLE.claim["threat"].text)
    assert second.description.startswith(WHOLE.claim[WHOLE.thesis].text)


@pytest.mark.parametrize("theme", THEMES)
def test_what_came_before_is_paler_and_still_legible(theme: str) -> None:
    plain, dimmed = staged(WHOLE, "main-line", theme=theme), staged(WHOLE, "main-line", dim=True, theme=theme)
    for step, (one, other) in enumerate(zip(plain, dimmed, strict=True), 1):
        for name, group in groups(one).items():
            assert (groups(other)[name].shapes == group.shapes) == (group.step == step)
        for claim in other.claims:
            card = next(shape for shape in claim.shapes if isinstance(shape, Box))
            lines = [
                line
                for shape in claim.shapes
                if isinstance(shape, Text)
                for line in shape.lines
                if line.size == TEXT_SIZE
            ]
            assert min(contrast(line.color, card.fill) for line in lines) >= 4.5


# on the command line


def rendered(tmp_path: Path, *words: str, output: str = "lecture.svg") -> Result:
    return argmap("render", str(MAP), "--view", "main-line", *words, "-o", str(tmp_path / output))


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_each_step_has_a_file_whose_name_sorts(tmp_path: Path, suffix: str) -> None:
    scale = ["--scale", "0.5"] if suffix == "png" else []
    done = rendered(tmp_path, "--steps", *scale, output=f"lecture.{suffix}")
    assert done.exit_code == 0
    count = len(staged(WHOLE, "main-line"))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"lecture.step-{step:02}.{suffix}" for step in range(1, count + 1)]
    assert f"lecture.step-01.{suffix} to lecture.step-{count:02}.{suffix}: " in done.output


def test_the_steps_are_the_pages_of_a_pdf(tmp_path: Path) -> None:
    done = rendered(tmp_path, "--steps", output="lecture.pdf")
    assert done.exit_code == 0
    assert done.output.startswith(f"{tmp_path / 'lecture.pdf'}: ")
    pages = PdfReader(tmp_path / "lecture.pdf").pages
    assert len(pages) == len(staged(WHOLE, "main-line"))
    assert len({tuple(page.mediabox) for page in pages}) == 1
    assert len(pages[0].extract_text()) < len(pages[-1].extract_text())


def test_without_a_name_the_steps_are_called_like_the_view(tmp_path: Path) -> None:
    assert argmap("render", str(MAP), "--view", "main-line", "--steps", "--to", str(tmp_path)).exit_code == 0
    assert (tmp_path / f"{MAP.stem}.main-line.step-01.svg").exists()


def test_a_drawing_for_reveal_js_is_whole_and_every_group_a_fragment(tmp_path: Path) -> None:
    assert rendered(tmp_path, "--fragments").exit_code == 0
    svg = (tmp_path / "lecture.svg").read_text(encoding="utf-8")
    found = [group for group in etree.fromstring(svg.encode()).iter(f"{SVG}g") if group.get("data-id")]
    assert len(found) == len(groups(staged(WHOLE, "main-line")[-1]))
    for group in found:
        assert "fragment" in group.get("class", "").split()
        assert int(group.get("data-fragment-index", "")) == int(group.get("data-step", "")) - 1
    plain = re.sub(r' fragment"| data-fragment-index="\d+"', lambda m: '"' if m[0].endswith('t"') else "", svg)
    assert plain == to_svg(staged(WHOLE, "main-line")[-1])


@pytest.mark.parametrize(
    ("words", "output", "said"),
    [
        (["--dim"], "a.svg", "--dim goes with --steps"),
        (["--steps", "--fragments"], "a.svg", "use either --steps"),
        (["--fragments"], "a.png", "--fragments is for SVG"),
        (["--steps"], "a.dot", "DOT has no steps"),
    ],
)
def test_a_reveal_that_cannot_be_had_is_wrong_usage(tmp_path: Path, words: list[str], output: str, said: str) -> None:
    done = rendered(tmp_path, *words, output=output)
    assert done.exit_code == 2
    assert said in done.output
    assert not list(tmp_path.iterdir())


def test_several_files_do_not_go_to_standard_output() -> None:
    done = argmap("render", str(MAP), "--steps", "-o", "-")
    assert done.exit_code == 2
    assert "--steps writes several files" in done.output
