"""What a page tells those who can't see it, read off Chromium's accessibility tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class Node:
    """What a screen reader meets: a role, a name, a description, and how deep it lies."""

    role: str
    name: str
    description: str
    depth: int


def accessibility_tree(page: Page) -> tuple[Node, ...]:
    """Return all that a page tells a screen reader, in the order of reading.

    Chromium's own tree by its DevTools protocol; what the browser ignores is left out, the nodes within it are not.
    """
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    root = next(node for node in nodes.values() if "parentId" not in node)
    return tuple(_walk(root, nodes, 0))


def _walk(node: dict[str, Any], nodes: dict[str, dict[str, Any]], depth: int) -> Iterator[Node]:
    if not node["ignored"]:
        name, description = (str(node.get(key, {}).get("value", "")) for key in ("name", "description"))
        yield Node(node["role"]["value"], name, description, depth)
        depth += 1
    for child in node.get("childIds", []):
        if child in nodes:
            yield from _walk(nodes[child], nodes, depth)
