"""Whatever stands in a file, it is read as a map or as problems; and a sound argument is read in every spelling."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.checks import problems_of
from argmap.model import ArgumentMap
from argmap.problems import Problem, has_errors
from argmap.reader import read
from argmap.reports.text import problem_text

quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_map_or_problems(content: bytes | str) -> tuple[Problem, ...]:
    """Assert what holds of every reading whatever, and return the problems."""
    reading = read(content, "map.yaml")
    problems = problems_of(reading)
    lines = reading.document.lines
    assert reading.map is not None or has_errors(problems)
    assert list(problems) == sorted(problems, key=lambda problem: problem.order)
    assert len(set(problems)) == len(problems)
    for problem in problems:
        assert 1 <= problem.line <= max(1, len(lines))
        assert 1 <= problem.column <= (len(lines[problem.line - 1]) if lines else 0) + 1
        assert "\n" not in problem.message
        assert problem_text(problem, reading.document)
    if reading.map is not None:
        assert_whole(reading.map)
    return problems


def assert_whole(found: ArgumentMap) -> None:
    """Assert that everything that a map names is in it, and named once."""
    names = [*(claim.id for claim in found.claims), *(inference.id for inference in found.inferences)]
    assert len(set(names)) == len(names)
    assert found.thesis in found.claim
    for inference in found.inferences:
        assert inference.target in found.claim or inference.target in found.inference
        assert inference.premises
        assert found.claim.keys() >= set(inference.premises)


# anything at all

KEYS = [
    "argmap", "title", "language", "ignore", "thesis", "because", "but", "unless", "premises", "claims", "sources",
    "views", "steps", "text", "label", "source", "implicit", "tags", "url", "id", "scheme", "focus", "depth", "only",
    "exclude", "a", "b", "c", "a-b", "a b", "<<", "<claim>", "[key]", "He said", "",
]  # fmt: skip
TEXTS = [
    "a", "b", "c", "d", "a-b", "a b", "A is so.", "B is so.", "yes", "1", "-1", "analogy", "en", "", " ", "…", "2x",
    "a.because.1",
]  # fmt: skip
scalars = st.one_of(st.sampled_from(TEXTS), st.text(max_size=8), st.none(), st.booleans(), st.integers())
keys = st.one_of(st.sampled_from(KEYS), st.text(max_size=4))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5)),
    max_leaves=20,
)
claims = st.dictionaries(st.sampled_from(["a", "b", "c", "2x"]), values, max_size=4)
maps = st.fixed_dictionaries(
    {"thesis": st.sampled_from(["a", "b", "A is so.", None])},
    optional={"because": values, "but": values, "claims": claims, "views": values, "steps": values, "sources": values},
)


@given(st.one_of(values, maps), st.booleans())
@settings(quick, max_examples=400)
def test_any_tree_is_a_map_or_problems(value: object, flow: bool) -> None:
    assert_map_or_problems(yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, sort_keys=False))


@given(st.binary(max_size=200))
@settings(quick, max_examples=200)
def test_any_bytes_are_a_map_or_problems(content: bytes) -> None:
    assert_map_or_problems(content)


SIGNS = [
    "\n", "  ", "- ", ": ", ":", ", ", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!", "!t ", "|", ">", "#", " # ", "%",
    "@", "---\n", "...\n", "? ", "\t", "\r", "\r\n", "\u2028", "\ufeff", "\x85", "\x00", "\\e", "\\x07", "😀", "é",
    "thesis", "because", "but", "unless", "premises", "claims", "views", "steps", "text", "unless", *TEXTS,
]  # fmt: skip


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
@settings(quick, max_examples=800)
def test_any_signs_of_yaml_are_a_map_or_problems(text: str) -> None:
    assert_map_or_problems(text)
    assert_map_or_problems(f"thesis: a\nclaims:\n  a: A is so.\n{text}")


@given(st.text(max_size=60))
@settings(quick, max_examples=200)
def test_any_text_is_a_map_or_problems_in_either_encoding(text: str) -> None:
    problems = assert_map_or_problems(text.encode("utf-8", "replace"))
    if text.isprintable() and text:
        assert assert_map_or_problems(text.encode("utf-16")) == problems


SOUND = """\
title: Why the lecture moved
thesis: moved
claims:
  moved: {text: "The lecture has moved.", because: [[notice, reliable], {premises: seen, unless: far}]}
  notice: {text: The notice says so., source: board p. 2, tags: [written]}
  reliable: &r {text: The notice is reliable., implicit: true}
  seen: 'The class was seen there.'
  far: Anna was far away.
sources: {board: The board}
views: {short: {depth: 1, exclude: written}}
steps: [moved, [notice, seen]]
"""


@given(st.integers(0, len(SOUND)), st.integers(0, 12), st.sampled_from(["", *SIGNS]))
@settings(quick, max_examples=400)
def test_one_slip_of_the_hand_is_a_map_or_problems(start: int, length: int, typed: str) -> None:
    assert_map_or_problems(SOUND[:start] + typed + SOUND[start + length :])


@given(st.integers(0, 10**6).map(lambda seed: seed % (len(SOUND) + 1)))
@settings(quick, max_examples=100)
def test_a_file_that_is_cut_off_is_a_map_or_problems(end: int) -> None:
    assert_map_or_problems(SOUND[:end])


# sound arguments


@dataclass(slots=True)
class Reason:
    """An inference to be written: its relation, its premises, and what undercuts it."""

    key: str
    premises: list["Node"]
    id: str = ""
    scheme: str = ""
    unless: list["Reason"] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """A claim to be written; one that was written before is only mentioned."""

    name: str
    text: str
    implicit: bool = False
    mentioned: bool = False
    reasons: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Grower:
    """Grows a random argument in which every mention of an older claim leads away from the thesis."""

    draw: st.DrawFn
    nodes: list[Node] = field(default_factory=list)
    finished: list[Node] = field(default_factory=list)
    inferences: int = 0

    def node(self, depth: int) -> Node:
        if self.finished and self.draw(st.integers(0, 5)) == 0:
            known = self.draw(st.sampled_from(self.finished))
            return Node(known.name, known.text, mentioned=True)
        name = self.draw(st.sampled_from(["claim", "Утверждение", "thèse"])) + f"-{len(self.nodes)}"
        node = Node(name, f"Sentence {len(self.nodes)} is so.", self.draw(st.booleans()))
        self.nodes.append(node)
        for key in ("because", "but"):
            node.reasons += [self.reason(key, depth + 1) for _ in range(self.count(depth))]
        self.finished.append(node)
        return node

    def reason(self, key: str, depth: int) -> Reason:
        premises: dict[str, Node] = {}
        for _ in range(self.draw(st.integers(1, 3))):
            node = self.node(depth)
            premises.setdefault(node.name, node)
        reason = Reason(key, list(premises.values()), scheme=self.draw(st.sampled_from(["", "", "analogy", "sign"])))
        if self.draw(st.booleans()):
            self.inferences += 1
            reason.id = f"inference-{self.inferences}"
        reason.unless = [self.reason("unless", depth + 1) for _ in range(self.count(depth) // 2)]
        return reason

    def count(self, depth: int) -> int:
        return self.draw(st.integers(0, 2)) if depth < 3 and len(self.nodes) < 12 else 0


Written = dict[str, object]


def written_reason(reason: Reason, *, flat: bool) -> Written:
    found: Written = {"premises": [written_premise(premise, flat=flat) for premise in reason.premises]}
    found |= {key: value for key, value in (("id", reason.id), ("scheme", reason.scheme)) if value}
    if reason.unless:
        found["unless"] = [written_reason(undercutter, flat=flat) for undercutter in reason.unless]
    return found


def written_premise(node: Node, *, flat: bool) -> str | Written:
    return node.name if flat or node.mentioned else {"id": node.name, **written_claim(node, flat=False)}


def written_claim(node: Node, *, flat: bool) -> Written:
    found: Written = {"text": node.text}
    if node.implicit:
        found["implicit"] = True
    for key in ("because", "but"):
        reasons = [written_reason(reason, flat=flat) for reason in node.reasons if reason.key == key]
        if reasons:
            found[key] = reasons
    return found


def nested(thesis: Node) -> str:
    return dumped({"title": "An argument", "thesis": {"id": thesis.name, **written_claim(thesis, flat=False)}})


def flat(thesis: Node, nodes: list[Node]) -> str:
    return dumped(
        {
            "claims": {node.name: written_claim(node, flat=True) for node in nodes},
            "title": "An argument",
            "thesis": thesis.name,
        }
    )


def dumped(value: Written) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


@st.composite
def arguments(draw: st.DrawFn) -> tuple[Node, list[Node]]:
    grower = Grower(draw)
    thesis = grower.node(0)
    return thesis, draw(st.permutations(grower.nodes))


def sound(text: bytes | str) -> ArgumentMap:
    reading = read(text, "map.yaml")
    assert reading.problems == ()
    assert reading.map is not None
    return reading.map


def every_reason(node: Node) -> Iterator[Reason]:
    waiting = list(node.reasons)
    while waiting:
        reason = waiting.pop()
        yield reason
        waiting += [*reason.unless, *(below for premise in reason.premises for below in premise.reasons)]


@given(arguments())
@settings(quick, max_examples=150)
def test_a_sound_argument_is_equal_nested_and_flat(drawn: tuple[Node, list[Node]]) -> None:
    thesis, nodes = drawn
    found = sound(nested(thesis))
    assert sound(flat(thesis, nodes)) == found
    assert_whole(found)
    assert len(found.claims) == len(nodes)
    assert len(found.inferences) == sum(1 for _ in every_reason(thesis))


@given(arguments())
@settings(quick, max_examples=60)
def test_reading_again_what_was_read_changes_nothing(drawn: tuple[Node, list[Node]]) -> None:
    text = flat(*drawn)
    assert sound(text) == sound(text.encode("utf-16")) == sound(text.replace("\n", "\r\n"))


def test_a_map_of_three_thousand_claims_is_read_and_checked_in_seconds() -> None:
    text = "thesis: c0\nclaims:\n" + "".join(
        f"  c{n}: {{text: Claim {n} is so., because: [[c{3 * n + 1}, c{3 * n + 2}], c{3 * n + 3}]}}\n"
        for n in range(1000)
    )
    text += "".join(f"  c{n}: Claim {n} is so.\n" for n in range(1000, 3001))
    start = time.perf_counter()
    assert problems_of(read(text, "map.yaml")) == ()
    assert time.perf_counter() - start < 5


def test_three_thousand_misspelt_names_are_reported_in_seconds() -> None:
    text = "thesis: claim-0\nclaims:\n" + "".join(
        f"  claim-{n}: {{text: Claim {n} is so., because: [clam-{n + 1}, clam {n} then], tags: t{n}}}\n"
        for n in range(3000)
    )
    text += "views: {v: {only: [" + ", ".join(f"u{n}" for n in range(3000)) + "]}}\n"
    start = time.perf_counter()
    codes = [problem.code for problem in problems_of(read(text, "map.yaml"))]
    assert codes.count("unknown-claim") == codes.count("unknown-tag") == 3000
    assert time.perf_counter() - start < 15
