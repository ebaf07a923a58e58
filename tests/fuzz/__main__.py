"""Fuzz argmap, guided by coverage.

``python -m tests.fuzz reading 60`` tries for 60 seconds, and ``drawing`` likewise; more options go to libFuzzer. It stops
at a finding and writes what it tried to a file below ``build/fuzz``. ``python -m tests.fuzz reading FILE`` shows what
map that is and tries it again.

A finding is an exception that nobody expects, or a broken promise: problems out of order, a place outside of the file,
a map without errors that cannot be drawn, or a drawing that is no XML.
"""

import sys
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import atheris

with atheris.instrument_imports(include=["argmap"]):
    from argmap import text
    from argmap.api import draw
    from argmap.checks import Selection, problems_of
    from argmap.model import ArgumentMap
    from argmap.outline import outline
    from argmap.problems import has_errors
    from argmap.reader import read
    from argmap.reports.text import problem_text
    from argmap.svg import to_svg
    from argmap.views import part_of

from tests.fuzz.grammar import MapWriter

ALL = Selection(advice=True)
ROOT = Path(__file__).parent.parent.parent
FOLDER = Path("build/fuzz")
OPTIONS = (
    "-len_control=0",
    "-max_len=1000",
    "-timeout=20",
    "-rss_limit_mb=2048",
    "-verbosity=0",
    "-print_final_stats=1",
)
BYTES, GRAMMAR = b"b", b"g"
"""What the first byte of an input to reading says: the rest is a file, or chance for the grammar."""


def reading(data: bytes) -> None:
    """Read and check a file: any bytes, or what the grammar makes of them."""
    assert_read(read_from(data))


def read_from(data: bytes) -> bytes:
    """Return the file that is read."""
    if data[:1] == BYTES:
        return data[1:]
    written = MapWriter(atheris.FuzzedDataProvider(data[1:]), oddness=6).text()
    return written.encode("utf-8", "surrogatepass")


def drawing(data: bytes) -> None:
    """Check a small map, and draw it if it has no errors."""
    chance = atheris.FuzzedDataProvider(data)
    found = assert_read(drawn_from(chance))
    if found is None:
        return
    layout = chance.PickValueInList(["packed", "layered"])
    words = chance.PickValueInList(["auto", "full", "label"])
    slide = chance.PickValueInList(["16:9", "none", "A4", "300x900"])
    direction = chance.PickValueInList(["up", "left"]) if layout == "layered" else "up"
    assert outline(part_of(found))
    for view in (None, *found.views[:1]):
        drawn = draw(found, view, layout=layout, words=words, slide=slide, direction=direction)
        ElementTree.fromstring(to_svg(drawn))
    Memory.relieve()


def drawn_from(chance: atheris.FuzzedDataProvider) -> bytes:
    """Return the file that is drawn."""
    return MapWriter(chance, oddness=chance.ConsumeIntInRange(0, 1), most=24).text().encode("utf-8", "surrogatepass")


def assert_read(content: bytes) -> ArgumentMap | None:
    """Read and check what may be a map, assert what is promised, and return the map if it has no errors."""
    found = read(content, "map.yaml")
    problems = problems_of(found, ALL)
    lines = found.document.lines or ("",)
    assert found.map is not None or has_errors(problems)
    assert list(problems) == sorted(problems, key=lambda problem: problem.order)
    for problem in problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert "\n" not in problem.message + (problem.hint or ""), problem
        assert problem_text(problem, found.document)
    return None if has_errors(problems) else found.map


class Memory:
    """Keeps the process from growing with every word that was ever shaped."""

    uses = 0

    @classmethod
    def relieve(cls) -> None:
        """Forget the fonts now and then."""
        cls.uses += 1
        if cls.uses % 1000 == 0:
            text.default_font.cache_clear()


def plant(name: str, corpus: Path) -> None:
    """Begin with chance enough for large maps and, for reading, with the maps of the project, good and bad."""
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in range(60):
        (corpus / f"seed-{seed}").write_bytes(GRAMMAR + Random(seed).randbytes(100 + 10 * seed))
    if name == "reading":
        for path in (*ROOT.glob("maps/*.yaml"), *ROOT.glob("tests/maps/**/*.yaml")):
            (corpus / path.stem).write_bytes(BYTES + path.read_bytes())


def again(name: str, data: bytes) -> None:
    """Show the map that was tried, and try it again."""
    content = read_from(data) if name == "reading" else drawn_from(atheris.FuzzedDataProvider(data))
    print(content.decode("utf-8", "backslashreplace"))
    TARGETS[name](data)


def fuzz(name: str, seconds: str, options: list[str]) -> None:
    """Try for a while."""
    corpus = FOLDER / name
    plant(name, corpus)
    limits = (f"-max_total_time={seconds}", f"-artifact_prefix={FOLDER}/{name}-")
    atheris.Setup([sys.argv[0], *OPTIONS, *limits, *options, str(corpus)], TARGETS[name])
    atheris.Fuzz()


TARGETS = {"reading": reading, "drawing": drawing}

if __name__ == "__main__":
    target, what, *others = sys.argv[1:]
    if Path(what).is_file():
        again(target, Path(what).read_bytes())
    else:
        fuzz(target, what, others)
