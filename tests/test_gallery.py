"""The contact sheet shows every map, view and theme; how the pictures look is for eyes."""

import re

import pytest

from argmap import load
from argmap.theme import THEMES
from tests.gallery import MAPS, PAGE, PICTURES, page

MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def written() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_page_is_current(written: str) -> None:
    assert written == page(), "run make gallery"


def test_every_map_view_and_theme_is_shown(written: str) -> None:
    for path in MAPS:
        for theme in THEMES:
            assert f"(gallery/{path.stem}.{theme}.png)" in written
            for view in load(path).views:
                assert f"(gallery/{path.stem}.{view.name}.{theme}.png)" in written


def test_every_picture_is_there_and_has_an_alternative_text(written: str) -> None:
    shown = re.findall(r"!\[(.*?)\]\(gallery/(.*?)\)", written)
    assert {name for _, name in shown} == {path.name for path in PICTURES.glob("*.png")}
    assert all(told.startswith("Argument map") for told, _ in shown)


def test_the_pictures_are_small_enough_to_keep() -> None:
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < MOST_BYTES
