"""The package builds, installs into an empty environment, and needs nothing else there."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.wheel import wheel

__all__ = ["wheel"]

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


def test_the_wheel_installs_and_draws_with_an_empty_path(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    install = ["--python", str(scripts / "python"), "install", "--quiet", "--no-compile", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, capture_output=True)
    target = tmp_path / "socrates.svg"
    done = subprocess.run(
        [scripts / "argmap", "render", str(ROOT / "maps" / "socrates.yaml"), "-o", str(target)],
        env={"PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert target.read_text(encoding="utf-8").startswith("<?xml")
    marker = subprocess.run(
        [scripts / "python", "-c", "import argmap, pathlib; print(pathlib.Path(argmap.__file__).parent / 'py.typed')"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(marker.stdout.strip()).exists()
    page = tmp_path / "socrates.html"
    code = (
        "import sys; from pathlib import Path; from argmap.api import load; from argmap.deck.compose import deck_of\n"
        "from argmap.deck.plan import Plan; from argmap.deck.sheet import sheet_of; from argmap.scenes import Look\n"
        "from argmap.outputs.html.document import to_html\n"
        "deck = deck_of(load(sys.argv[1]), Look(), Plan(sheet_of('16:9'), steps=True))\n"
        "Path(sys.argv[2]).write_bytes(to_html(deck))\n"
    )
    subprocess.run([scripts / "python", "-c", code, ROOT / "maps" / "socrates.yaml", page], check=True)
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>"), "what the page is made of is in the wheel"
