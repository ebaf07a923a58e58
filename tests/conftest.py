"""What all tests share: the gate gives one verdict on one state of the code, so hypothesis draws the same examples.

``HYPOTHESIS_PROFILE=search`` draws others, and many, to look for faults. Quick files come first, then those with slow
tests, the longest of them at the beginning: so the processes that share the work end at nearly the same time.
"""

import gc
import os
import sys

import pytest
from hypothesis import settings

from argmap import scenes
from tests.once import remembering

settings.register_profile("gate", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

# The tests start argmap some hundred times: without bytecode on disk each start would compile it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

LONGEST = (
    "test_bounds",
    "test_writing",
    "test_examples",
    "test_html_show",
    "test_pptx",
    "test_slides_page",
    "test_pictures_elsewhere",
    "test_repository_page",
    "test_pptx_native",
    "test_package",
    "test_safety",
    "test_pandoc",
)
"""The files with slow tests that take longest, the longest first."""


def pytest_configure(config: pytest.Config) -> None:
    config.option.loadscopereorder = False  # or pytest-xdist would begin with the files that have most tests
    pytest.MonkeyPatch().setattr(scenes, "place", remembering(scenes.place))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    slow = {item.path for item in items if item.get_closest_marker("slow")}

    def rank(item: pytest.Item) -> int:
        if item.path not in slow:
            return -1
        return LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST)

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over the thousands of tests that there are, which live as long as the process."""
    gc.collect()
    gc.freeze()
