"""YAML text to a plain tree in which every key and value knows its place.

The tree is built from libyaml's events, not from PyYAML's composer: composing recurses in C, and a few thousand open
brackets end the process. Building from events stops at a depth and at a budget instead. All scalars stay text; what a
scalar means is for the schema to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import Any

import yaml

from argmap.decoding import decode, foreign, undecodable
from argmap.names import normal
from argmap.problems import Place, Problem, error
from argmap.repairs import glued_keys, slip_of
from argmap.slips import OTHER_SPACE, Slip, glued_key, plain_spaces, quoted
from argmap.syntax import Fault, Page, ended
from argmap.tree import Entry, Mapping, Node, Scalar, Sequence

DEPTH_LIMIT = 100
"""How deep lists and mappings may nest."""
NODE_LIMIT = 300_000
"""How many keys and values a file may have, with every alias counted as what it stands for."""
REPAIR_LIMIT = 20
"""Up to how many unreadable lines reading goes on: each takes reading the file anew."""

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its lines, its tree (none where there is no reading it) and what was wrong with it."""

    file: str
    lines: tuple[str, ...]
    root: Node | None
    problems: tuple[Problem, ...]


def parse(content: bytes | str, file: str) -> Document:
    """Read YAML into a tree; faults become problems, never exceptions."""
    if isinstance(content, bytes):
        if told := foreign(content):
            return Document(file, (), None, (error("not-text", file, Place(), *told),))
        try:
            text = decode(content)
        except UnicodeDecodeError as fault:
            return _undecodable(content, fault, file)
    else:
        text = content.removeprefix("\ufeff")
    lines = tuple(_LINE_BREAK.split(text))
    if match := _UNPRINTABLE.search(text):
        message = f"the character U+{ord(match[0]):04X} cannot stand in YAML"
        slip = error("yaml-syntax", file, _end_of(text[: match.start()]), message, "delete it")
        return Document(file, lines, None, ended([slip], lines))
    root, problems = _read_on(text, file, lines)
    return Document(file, lines, root, tuple(sorted(problems, key=lambda problem: problem.order)))


def _undecodable(content: bytes, fault: UnicodeDecodeError, file: str) -> Document:
    """Tell of bytes that are no text, at their place in what can be read of the file."""
    before, whole = (decode(part, "replace") for part in (content[: fault.start], content))
    problem = error("not-text", file, _end_of(before), *undecodable(content, fault))
    return Document(file, tuple(_LINE_BREAK.split(whole)), None, (problem,))


def _end_of(text: str) -> Place:
    """Return the place behind a text."""
    lines = _LINE_BREAK.split(text)
    return Place(len(lines), len(lines[-1]) + 1)


def _read_on(text: str, file: str, written: tuple[str, ...]) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a tree, going on behind lines that YAML cannot read wherever they can be mended."""
    page = Page(written, written, tuple(range(1, len(written) + 1)))
    spaces = list(plain_spaces(written)) if OTHER_SPACE.search(text) else []
    slips = [_problem(slip, page, file) for slip in spaces]
    page = page.mended({number: line for slip in spaces for number, line in (slip.edits or {}).items()})
    met: set[tuple[int, str]] = set()
    for rounds in count(1):  # ends: each round mends something, or is the last
        builder = _Builder(file, page)
        try:
            root = builder.build(_events(page.text if slips else text))
            found = list(glued_keys(page.lines, sorted(builder.glued)))
            if not found:
                return root, (*slips, *builder.problems)
        except _UnreadableError as end:
            return None, (*slips, *builder.problems, *ended(end.args, written))
        except yaml.MarkedYAMLError as fault:
            found = [slip_of(_fault_of(fault), page)]
        told = {(slip.line, slip.message): slip for slip in (_problem(slip, page, file) for slip in found)}
        fresh = {key: slip for key, slip in told.items() if key[0] not in {line for line, _ in met}}
        slips += fresh.values()
        edits = {number: line for slip in found for number, line in (slip.edits or {}).items()}
        if not edits or not fresh or rounds == REPAIR_LIMIT:
            break
        met |= told.keys()
        page = page.mended(edits)
    return None, (*ended(slips, written), *builder.problems)


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield libyaml's events.

    It refuses thousands of open brackets all at once (as of PyYAML 6.0.4): then those come that it has read, for the
    first to be found that is too deep.
    """
    told = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            told += 1
            yield event
    except yaml.MarkedYAMLError as fault:
        if "nesting depth" not in (fault.problem or "") or fault.problem_mark is None:
            raise
        read = text[: fault.problem_mark.index]
        yield from islice(yaml.parse(read, Loader=yaml.CSafeLoader), told, None)


def _problem(slip: Slip, page: Page, file: str) -> Problem:
    return error("yaml-syntax", file, page.as_written(slip.place), slip.message, slip.hint)


class _UnreadableError(Exception):
    """Raised with the problem that ends the reading of a file."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet."""

    place: Place
    anchor: str | None
    is_mapping: bool
    flow: bool
    children: list[Node] = field(default_factory=list)
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class _Builder:
    """Builds one tree from events, counting what it would take written out in full."""

    file: str
    page: Page
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    glued: set[int] = field(default_factory=set)
    root: Node | None = None
    documents: int = 0

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        """Consume all events and return the root."""
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    self._start_document(event)
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._open(event)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._close()
                case yaml.AliasEvent():
                    self._alias(event)
        for anchor, (node, _, _) in self.anchors.items():
            if isinstance(node, Scalar) and anchor not in self.used:
                hint = "put a sentence that begins with & in quotes"
                self._report("yaml-syntax", node.place, f'"&{anchor}" is a name that nothing refers to', hint)
        return self.root

    def _start_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop("yaml-syntax", self._place(event), "a second document begins here", "keep one map to a file")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        """Add a piece of text, without what no output could hold."""
        value, place = event.value, self._place(event)
        if match := _UNPRINTABLE.search(value):
            self._report(
                "yaml-syntax", place, f"the character U+{ord(match[0]):04X} cannot stand in a map", "delete it"
            )
            value = _UNPRINTABLE.sub("\ufffd", value)
        self._refuse_tag(event)
        plain = event.style in (None, "")
        if plain and (":" in value or "=" in value):
            self._note_glued(event)
        self._add(Scalar(place, value, plain, self.page.as_written(_place_of(event.end_mark))), event.anchor)

    def _note_glued(self, event: yaml.ScalarEvent) -> None:
        """Note the lines of a sentence that begin with a word of the format and were meant as keys."""
        first, last = _place_of(event.start_mark).line, _place_of(event.end_mark).line
        numbers = range(first, min(last, len(self.page.lines)) + 1)
        self.glued.update(number for number in numbers if glued_key(self.page.lines[number - 1]))

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        """Report a tag of YAML's: it would mean nothing, and is the beginning of a sentence."""
        if event.tag:
            hint = "put a sentence that begins with ! in quotes"
            self._report(
                "yaml-syntax", self._place(event), "what begins with ! is a tag to YAML, and has no meaning", hint
            )

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        self._check_depth(1, self._place(event))
        self._refuse_tag(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(self._place(event), event.anchor, is_mapping, bool(event.flow_style)))

    def _close(self) -> None:
        done = self.stack.pop()
        node = self._mapping(done) if done.is_mapping else Sequence(done.place, tuple(done.children), done.flow)
        self._add(node, done.anchor, done.size, done.height)

    def _alias(self, event: yaml.AliasEvent) -> None:
        anchor = event.anchor or ""
        if anchor not in self.anchors:
            hint = "put a sentence that begins with * in quotes"
            self._report("yaml-syntax", self._place(event), f'nothing is anchored as "&{anchor}"', hint)
            self._add(Scalar(self._place(event), f"*{anchor}", plain=False), None)
            return
        self.used.add(anchor)
        node, size, height = self.anchors[anchor]
        self._check_depth(height, self._place(event))
        self._add(node, None, size, height)

    def _check_depth(self, height: int, place: Place) -> None:
        if len(self.stack) + height > DEPTH_LIMIT:
            message = f"lists and mappings are nested more than {DEPTH_LIMIT} deep"
            self._stop("too-large", place, message, 'name the inner claims under "claims" and refer to them')

    def _add(self, node: Node, anchor: str | None, size: int = 1, height: int = 0) -> None:
        """Put a finished node where it belongs; ``size`` and ``height`` are its own, written out in full."""
        if anchor:
            self.anchors[anchor] = (node, size, height)
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.children.append(node)
        parent.size += size
        parent.height = max(parent.height, height + 1)
        if parent.size > NODE_LIMIT:
            self._stop("too-large", parent.place, f"the file holds more than {NODE_LIMIT:,} keys and values")

    def _mapping(self, done: _Open) -> Mapping:
        """Pair keys with values; how a key's letters are composed is no difference between keys."""
        entries: dict[str, Entry] = {}
        repeated = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._report("wrong-type", key.place, "a key must be a word, not a list or a mapping")
                continue
            name = normal(key.value)
            if first := entries.get(name):
                hint = _hint_for_repeated(name, first.key.place.line)
                self._report("duplicate-key", key.place, f"the key {quoted(name)} stands here twice", hint)
                repeated.append(Entry(replace(key, value=name), value))
            else:
                entries[name] = Entry(replace(key, value=name), value)
        return Mapping(done.place, tuple(entries.values()), tuple(repeated))

    def _place(self, event: yaml.Event) -> Place:
        """Return where in the file an event begins."""
        return self.page.as_written(_place_of(event.start_mark))

    def _report(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        self.problems.append(error(code, self.file, place, message, hint))

    def _stop(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        raise _UnreadableError(error(code, self.file, place, message, hint))


def _place_of(mark: Any) -> Place:
    """Return the place of libyaml's mark."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place()


def _fault_of(fault: yaml.MarkedYAMLError) -> Fault:
    """Return what libyaml says, as plain data."""
    found, start = fault.problem_mark, fault.context_mark
    return Fault(
        fault.problem or "unreadable", fault.context or "", _place_of(found or start), _place_of(start or found)
    )


def _hint_for_repeated(key: str, line: int) -> str:
    """Return what to do about a key that stands twice: lists can be joined."""
    is_list = key in ("because", "but", "unless")
    advice = "write the items of both in one list" if is_list else "keep one of the two"
    return f"it is already given in line {line}; {advice}"
