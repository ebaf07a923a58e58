"""Maps by chance: a small grammar of the format that writes YAML, most of it sound and some of it odd."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from tests.fuzz.words import ODD_KEYS, ODD_TEXTS, SENTENCES, TEXTS

Choice = TypeVar("Choice")


class Chance(Protocol):
    """What the grammar asks of atheris' FuzzedDataProvider; where its bytes are spent it gives the least number."""

    def ConsumeIntInRange(self, least: int, most: int, /) -> int: ...  # noqa: N802
    def ConsumeUnicodeNoSurrogates(self, length: int, /) -> str: ...  # noqa: N802


IDS = ("a", "b", "c-1", "d_", "é", "Ω", "ж", "明", "مرحبا", "ka", "l", "m2")
MAPPINGS: dict[str, dict[str, str]] = {
    "map": {
        "thesis": "thesis", "claims": "claims", "because": "items", "but": "items", "steps": "steps", "views": "views",
        "sources": "sources", "title": "sentence", "author": "sentence", "date": "date", "note": "sentence",
        "language": "language", "ignore": "codes", "argmap": "version",
    },
    "claim": {
        "text": "sentence", "because": "items", "but": "items", "label": "sentence", "source": "citations",
        "by": "sentence", "implicit": "yes", "tags": "tags", "note": "sentence", "url": "url", "ignore": "codes",
    },
    "premise": {
        "text": "sentence", "because": "items", "but": "items", "label": "sentence", "source": "citations",
        "id": "new id", "implicit": "yes", "tags": "tags",
    },
    "sole claim": {
        "text": "sentence", "because": "items", "but": "items", "unless": "items", "scheme": "scheme",
        "label": "sentence", "id": "new id", "implicit": "yes",
    },
    "inference": {"premises": "premises", "unless": "items", "scheme": "scheme", "id": "new id", "note": "sentence"},
    "source": {"title": "sentence", "author": "sentence", "date": "date", "url": "url", "note": "sentence"},
    "view": {"focus": "id", "depth": "number", "title": "sentence", "exclude": "tags", "only": "tags"},
}  # fmt: skip
NEEDED = {"map": 2, "claim": 1, "premise": 1, "sole claim": 1, "inference": 1}
"""How many of the first keys of a mapping are always written."""
LISTS = {
    "list of items": "item", "list of premises": "premise or id", "list of citations": "citation",
    "list of tags": "tag", "list of codes": "code", "list of steps": "step", "list of ids": "id",
}  # fmt: skip
NAMED = {"claims": "claim or sentence", "sources": "source or sentence", "views": "view"}
FORMS: dict[str, tuple[str, ...]] = {
    "thesis": ("first id", "sole claim", "sentence"),
    "items": ("item", "list of items"),
    "item": ("sentence", "id", "list of premises", "inference", "sole claim"),
    "premises": ("premise or id", "list of premises", "list of premises"),
    "premise or id": ("sentence", "id", "premise"),
    "claim or sentence": ("sentence", "claim", "claim"),
    "source or sentence": ("sentence", "source"),
    "citations": ("citation", "list of citations"),
    "tags": ("tag", "list of tags"),
    "codes": ("code", "list of codes"),
    "steps": ("id", "list of steps"),
    "step": ("id", "list of ids"),
}
"""The forms in which something is written, the least first."""
KINDS = (*MAPPINGS, *NAMED, *LISTS, *TEXTS, "id")
_ANCHOR = re.compile(r" &(n\d+)(?=\s|$)", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_][\w .'-]*[\w.]|[^\W_]")


@dataclass(slots=True)
class MapWriter:
    """Writes one map; ``oddness`` is how often in 256 times a part is not what the format asks for.

    Claims refer to later claims, unless something is odd, so that few maps are refused for going in circles.
    """

    chance: Chance
    oddness: int = 0
    most: int = 50
    written: int = 0
    claims: int = 0
    begun: int = 1
    cites: bool = False
    anchors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    used: set[str] = field(default_factory=set)

    def text(self) -> str:
        """Write a map; an anchor that nothing refers to is left out, for argmap takes it for a slip."""
        self.claims = self.number(len(IDS))
        self.cites = self.number(1) == 1
        written = self.form("map", 0, flow=self.rare()).lstrip() + "\n"
        return _ANCHOR.sub(lambda found: found[0] if found[1] in self.used else "", written)

    def number(self, most: int) -> int:
        """Return a number from 0 on."""
        return self.chance.ConsumeIntInRange(0, most)

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """Return one of several; the first where there is nothing left to choose by."""
        return choices[self.number(len(choices) - 1)]

    def rare(self) -> bool:
        """Tell whether something happens that happens seldom."""
        return self.number(15) == 15

    def odd(self) -> bool:
        """Tell whether to do what the format does not foresee."""
        return bool(self.oddness) and self.number(255) > 255 - self.oddness

    def value(self, kind: str, indent: int, *, flow: bool) -> str:
        """Write what follows ``key:`` or ``-``, with the space or the line break before it."""
        if self.odd():
            kind = self.pick(KINDS)
        while kind in FORMS:
            kind = self.pick(FORMS[kind]) if self.written < self.most else FORMS[kind][0]
        self.written += 1
        known = self.anchors[self.pick(KINDS) if self.odd() else kind]
        if known and self.rare():
            name = self.pick(known)
            self.used.add(name)
            return f" *{name}"
        name = f"n{self.written}"
        written = self.form(kind, indent, flow=flow or self.rare())
        known.append(name)
        return f" &{name}{written}"

    def form(self, kind: str, indent: int, *, flow: bool) -> str:
        """Write a value of a kind that has only one form."""
        if kind in LISTS:
            return self.items(LISTS[kind], indent, flow=flow)
        if kind in NAMED:
            return self.named(kind, indent, flow=flow)
        if kind in MAPPINGS:
            return self.mapping(kind, indent, flow=flow)
        return f" {self.scalar(self.word(kind), indent, flow=flow)}"

    def items(self, kind: str, indent: int, *, flow: bool) -> str:
        """Write a list."""
        count = 1 + self.number(3) if self.written < self.most else 1
        values = [self.value(kind, indent + 2, flow=flow) for _ in range(count)]
        if flow:
            return f" [{','.join(values)}]"
        return "".join(f"\n{' ' * indent}-{value}" for value in values)

    def named(self, kind: str, indent: int, *, flow: bool) -> str:
        """Write a mapping of names to claims, sources or views."""
        names = IDS[: self.claims] if kind == "claims" else TEXTS["name"]
        found = self.entries([(name, NAMED[kind]) for name in names], indent, flow=flow, counted=kind == "claims")
        self.begun = 1
        return found

    def mapping(self, kind: str, indent: int, *, flow: bool) -> str:
        """Write a mapping with some of its keys."""
        kinds = MAPPINGS[kind]
        chosen = list(kinds)[: NEEDED.get(kind, 0)] + ["sources"] * (kind == "map" and self.cites)
        for _ in range(self.number(3) if self.written < self.most else 0):
            key = self.pick(ODD_KEYS) if self.odd() else self.pick(list(kinds))
            if (key not in chosen and (key != "source" or self.cites)) or self.odd():
                chosen.append(key)
        entries = [(key, kinds.get(key, "item")) for key in chosen]
        return self.entries(entries, indent, flow=flow)

    def entries(self, entries: list[tuple[str, str]], indent: int, *, flow: bool, counted: bool = False) -> str:
        """Write keys, each with a value of its kind."""
        written = []
        for number, (key, kind) in enumerate(entries, 1):
            self.begun = number if counted else self.begun
            written.append(f"{self.scalar(key, indent, flow=True)}:{self.value(kind, indent + 2, flow=flow)}")
        if flow or not written:
            return f" {{{', '.join(written)}}}"
        return "".join(f"\n{' ' * indent}{entry}" for entry in written)

    def word(self, kind: str) -> str:
        """Return a piece of text of a kind."""
        if self.odd():
            return self.pick(ODD_TEXTS)
        match kind:
            case "first id" if self.claims:
                return IDS[0]
            case "id" if self.begun < self.claims:
                return self.pick(IDS[self.begun : self.claims])
            case "new id":
                return f"{self.pick(IDS)}-{self.written}"
            case "citation":
                return f"{self.pick(TEXTS['name'])} {self.pick(SENTENCES)}"
        if kind in TEXTS and kind != "sentence":
            return self.pick(TEXTS[kind])
        free = self.chance.ConsumeUnicodeNoSurrogates(self.number(30)) if self.rare() else self.pick(SENTENCES)
        return f"{self.written} {free}"

    def scalar(self, text: str, indent: int, *, flow: bool) -> str:
        """Write a piece of text in one of YAML's ways."""
        if self.odd():
            return text
        ways = ["plain"] if _PLAIN.fullmatch(text) else []
        if text and text.isprintable() and text == text.strip():
            ways += ["single"] if flow else ["single", "block"]
        match self.pick([*ways, "double"]):
            case "plain":
                return text
            case "single":
                return "'" + text.replace("'", "''") + "'"
            case "block":
                return f"{self.pick(('|', '>-', '|+'))}\n{' ' * (indent + 2)}{text}"
        return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    """Return a character as it stands between double quotes; what cannot stand there is written by its number."""
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
