"""The programs that some tests need: skipped where one is missing, failed where all are required."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHROMIUM_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def program(name: str) -> str:
    """Return the path of a program; without it, skip the test, or fail it if ARGMAP_REQUIRE_PROGRAMS is set."""
    path = shutil.which(name)
    if path is None:
        if os.environ.get("ARGMAP_REQUIRE_PROGRAMS"):
            pytest.fail(f"{name} is not installed, and every program is required")
        pytest.skip(f"{name} is not installed")
    return path


def chromium(page: Path, profile: Path, *options: str) -> str:
    """Open a page in Chromium without a window, and return what it prints."""
    command = [program("chromium"), *CHROMIUM_OPTIONS, f"--user-data-dir={profile}", *options, page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout
