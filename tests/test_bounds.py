"""A hostile map is read, checked and drawn in bounded time and memory: the real command, in a process of its own.

The bounds are generous, for machines that are slow or busy. Alone, the bomb and the brackets take half a second and 60 MB,
and nothing here takes more than 4 seconds and 300 MB.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no resource limits on Windows", allow_module_level=True)

MOST_SECONDS = 10
MOST_MEGABYTES = 800
UNIT = 2**20 if sys.platform == "darwin" else 2**10
"""In what memory is counted, as a part of a megabyte."""
MEASURED = """
import resource, subprocess, sys
seconds = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
with open("printed", "wb") as printed:
    code = subprocess.call(sys.argv[2:], stdout=printed, stderr=printed)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Starts the command from a small process: the memory of the one that starts it counts as the command's own."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a run of the command."""

    code: int
    printed: str
    seconds: float
    megabytes: float


def run(text: str, folder: Path, *words: str) -> Run:
    """Run the command on a map within limits."""
    (folder / "map.yaml").write_bytes(text.encode())
    command = [sys.executable, "-m", "argmap", *words, "map.yaml"]
    measure = [sys.executable, "-I", "-S", "-c", MEASURED, str(2 * MOST_SECONDS), *command]
    measured = subprocess.run(measure, cwd=folder, capture_output=True, text=True, check=True).stdout
    code, seconds, memory = measured.split()
    told = (folder / "printed").read_text(encoding="utf-8")
    return Run(int(code), told, float(seconds), int(memory) / UNIT)


def assert_bounded(done: Run) -> None:
    assert "Traceback" not in done.printed
    assert done.seconds < MOST_SECONDS
    assert done.megabytes < MOST_MEGABYTES


def bomb(levels: int, width: int) -> str:
    """Return claims that nest by aliases: written out in full there are about ``width ** levels``."""
    claims = [f"  c{n}: &c{n} {{text: C{n} is so., because: [{aliases(n - 1, width)}]}}\n" for n in range(1, levels)]
    return f"claims:\n  c0: &c0 {{text: C0 is so.}}\n{''.join(claims)}thesis: A is so.\nbecause: [{aliases(levels - 1, width)}]\n"


def aliases(number: int, width: int) -> str:
    return ", ".join([f"*c{number}"] * width)


def nested(depth: int) -> str:
    """Return claims each of which is written within the one before."""
    text = "text: The last one is so."
    for number in range(depth):
        text = f"text: Claim {number} is so., because: {{{text}}}"
    return f"thesis: {{{text}}}\n"


def many(start: str, line: str, count: int = 50_000) -> str:
    """Return a map with many lines that differ by a number."""
    return start + "".join(line.format(number) for number in range(count))


REFUSED = {
    "a bomb of 5 kB": (bomb(60, 9), "too-large"),
    "open brackets": ("[" * 100_000, "too-large"),
    "open braces": ("{" * 100_000, "too-large"),
    "dashes on one line": ("- " * 100_000, "too-large"),
}
REFUSED_TOO = {
    "brackets that are closed": ("[" * 100_000 + "]" * 100_000, "too-large"),
    "brackets under a key": ("thesis: A is so.\nbecause: " + "[" * 100_000, "too-large"),
    "braces with keys": ("{a: " * 100_000, "too-large"),
    "question marks on one line": ("? " * 100_000, "too-large"),
    "claims written in claims": (nested(60), "too-large"),
    "claims written in claims without end": (nested(3000), "too-large"),
    "ever deeper lines": ("".join(f"{' ' * depth}a:\n" for depth in range(2000)), "too-large"),
    "keys that nobody knows": (many("thesis: A is so.\n", "key{}: x\n"), "unknown-key"),
    "keys that nobody knows on one line": (many("{thesis: A is so.", ",\tkey{}: x") + "}", "unknown-key"),
    "one key again and again": (many("thesis: A is so.\n", "note: x\n"), "duplicate-key"),
    "ids that nobody knows": (many("thesis: A is so.\nbecause:\n", "  - unknown{}\n"), "unknown-claim"),
    "a very long id": (f"thesis: {'a' * 200_000}\n", "unknown-claim"),
}
CHECKED = {
    "a bomb within the budget": bomb(6, 6),
    "loose claims": many("thesis: A is so.\nclaims:\n", "  c{}: A claim is so.\n"),
    "premises": many("thesis: A is so.\nbecause:\n", "  - Claim {} is so.\n"),
    "co-premises": many("thesis: A is so.\nbecause:\n  -\n", "    - Claim {} is so.\n"),
    "views": many("thesis: A is so.\nviews:\n", "  v{}: {{depth: 1}}\n"),
}
DRAWN = {
    "claims written in claims": nested(49),
    "a sentence of one word": f"thesis: {{text: {'a' * 200_000}}}\nbecause: B is so.\n",
    "a sentence of many words": f"thesis: {'word ' * 40_000}.\nbecause: B is so.\n",
    "a word with many hyphens": f"thesis: A{'-a' * 100_000} is so.\n",
    "a sentence from right to left": f"thesis: {'שלום ' * 40_000}.\n",
    "a letter with many accents": f"thesis: A{chr(0x301) * 200_000} is so.\n",
    "a label of many words": f"thesis: {{text: A is so., label: {'word ' * 40_000}}}\n",
    "a title of many words": f"title: {'word ' * 40_000}\nthesis: A is so.\n",
}


def cases(found: dict[str, tuple[str, str]]) -> "list[object]":
    return [pytest.param(text, code, id=name) for name, (text, code) in found.items()]


@pytest.mark.parametrize(("text", "code"), cases(REFUSED))
def test_what_makes_other_readers_crash_is_one_problem(text: str, code: str, tmp_path: Path) -> None:
    done = run(text, tmp_path, "check")
    assert_bounded(done)
    assert done.code == 1
    assert f"error[{code}]" in done.printed
    assert len(done.printed) < 1000


@pytest.mark.slow
@pytest.mark.parametrize(("text", "code"), cases(REFUSED_TOO))
def test_more_of_anything_than_makes_sense_is_told_in_bounded_time_and_memory(
    text: str, code: str, tmp_path: Path
) -> None:
    done = run(text, tmp_path, "check")
    assert_bounded(done)
    assert done.code == 1
    assert f"error[{code}]" in done.printed


@pytest.mark.slow
@pytest.mark.parametrize("text", CHECKED.values(), ids=CHECKED)
def test_more_of_anything_than_makes_sense_is_checked_in_bounded_time_and_memory(text: str, tmp_path: Path) -> None:
    done = run(text, tmp_path, "check")
    assert_bounded(done)
    assert done.code == 0


@pytest.mark.slow
@pytest.mark.parametrize("text", DRAWN.values(), ids=DRAWN)
def test_long_texts_and_deep_maps_are_drawn_in_bounded_time_and_memory(text: str, tmp_path: Path) -> None:
    done = run(text, tmp_path, "render")
    assert_bounded(done)
    assert done.code == 0
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").rstrip().endswith("</svg>")
