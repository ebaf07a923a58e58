"""The wheel of the package, built once for all tests that look at it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.once import once

ROOT = Path(__file__).parent.parent


def build(folder: Path) -> None:
    """Build the wheel into a folder."""
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    (built,) = once("wheel", build, tmp_path_factory, worker_id).glob("*.whl")
    return built
