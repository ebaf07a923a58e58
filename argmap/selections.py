"""Views and steps: what they name has to be there."""

from collections.abc import Collection, Iterator
from itertools import islice

from argmap.authored import AuthoredView
from argmap.lookup import Lookup, items
from argmap.model import View
from argmap.slips import quoted
from argmap.validation import Authored

_NAMED = 12
"""How many tags a hint lists, at most."""


def views_of(authored: Authored, known: Collection[str], tags: Collection[str], lookup: Lookup) -> Iterator[View]:
    """Make the views, reporting what they name that is neither a known claim nor a tag of one."""
    lookup.note_owners("views", "view")
    for name, written in authored.map.views.items():
        if "claims" not in authored.lost:
            _check_view(name, written, known, tags, lookup)
        yield View(name=name, **written.model_dump())


def steps_of(
    authored: Authored, known: Collection[str], named: Collection[str], lookup: Lookup
) -> Iterator[tuple[str, ...]]:
    """Make the steps of the reveal, reporting what is not named in the map; ``known`` are the claims."""
    entry = authored.root.by_key.get("steps")
    nodes = items(entry.value) if entry else ()
    for written, node in zip(authored.map.steps, nodes, strict=False):
        step = written if isinstance(written, list) else [written]
        for name, part in zip(step, items(node), strict=False):
            if name not in named and "claims" not in authored.lost:
                message = f"a step names {quoted(name)}, and nothing is called so"
                hint = _listed(name, named) or lookup.near(name, known)
                lookup.report("unknown-step", part.place, message, hint)
            lookup.positions.owners.setdefault(f"step {name}", part.place)
        yield tuple(name for name in step if name in named)


def _check_view(name: str, view: AuthoredView, known: Collection[str], tags: Collection[str], lookup: Lookup) -> None:
    """Report what a view names and what is not there."""
    owner = f"view {name}"
    if view.focus and view.focus not in known:
        message = f'the view "{name}" looks at {quoted(view.focus)}, and no claim is called so'
        hint = lookup.near(view.focus, known)
        lookup.report("unknown-view-target", lookup.positions.of(owner, "focus"), message, hint)
    for part in ("only", "exclude"):
        for number, tag in enumerate(getattr(view, part)):
            if tag not in tags:
                some = ", ".join(islice(tags, _NAMED)) or "none"
                hint = _listed(tag, tags) or lookup.near(tag, tags, "tag ") or f"the tags are {some}"
                place = lookup.positions.of(owner, part, number)
                lookup.report("unknown-tag", place, f"no claim has the tag {quoted(tag)}", hint)


def _listed(text: str, known: Collection[str]) -> str | None:
    """Return how to write several names that stand in one text."""
    names = text.replace(",", " ").split()
    several = len(names) > 1 and all(name in known for name in names)
    return f"to give several, write a list: [{', '.join(names)}]" if several else None
