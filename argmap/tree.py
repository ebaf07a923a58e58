"""The plain tree of a file: text, lists and mappings, each with its place."""

from dataclasses import dataclass
from functools import cached_property

from argmap.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; ``plain`` when it stood without quotes, ``end`` where the next character would stand."""

    place: Place
    value: str
    plain: bool = True
    end: Place | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all was written here, not even quotes."""
        return self.plain and not self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; ``flow`` when it is written in square brackets."""

    place: Place
    items: tuple["Node", ...] = ()
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True)
class Mapping:
    """Keys with their values, in the order of the file; ``repeated`` are those whose key stood there before."""

    place: Place
    entries: tuple[Entry, ...] = ()
    repeated: tuple[Entry, ...] = ()

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """The entries by their keys."""
        return {entry.key.value: entry for entry in self.entries}


Node = Scalar | Sequence | Mapping
