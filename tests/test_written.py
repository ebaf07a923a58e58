"""What is generated in the docs is what argmap would write today."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.written import WRITTEN


@pytest.mark.parametrize(("path", "made"), WRITTEN.items(), ids=[path.name for path in WRITTEN])
def test_what_is_generated_is_current(path: Path, made: Callable[[], str]) -> None:
    assert path.is_file(), "run make docs"
    assert path.read_text(encoding="utf-8") == made(), "run make docs"
