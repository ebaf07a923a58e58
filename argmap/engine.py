"""DOT in, coordinates out: the only module that runs Graphviz.

Graphviz runs in this process, through pygraphviz, whose wheel carries it. Work that may take longer than a moment goes
to a child process with a time limit, for C code cannot be interrupted; so does ``dot`` from the PATH, when asked for.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from argmap.geometry import Point

TIME_LIMIT = 180.0
"""How many seconds a child process may take."""
LARGE = 400
"""From how many nodes on the work is done in a child process."""


class Engine(StrEnum):
    """Which Graphviz does the work."""

    BUILTIN = "builtin"
    SYSTEM = "system"


class EngineError(Exception):
    """Graphviz could not do what it was asked; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """The middles of nodes by name, and the control points of edges by id, from tail to head; y grows downwards."""

    nodes: dict[str, Point]
    edges: dict[str, tuple[Point, ...]]


def lay_out(dot: str, nodes: int, engine: Engine = Engine.BUILTIN) -> Coordinates:
    """Lay a graph out with ``dot``.

    Parameters
    ----------
    dot
        A graph whose edges have an ``id``.
    nodes
        How many nodes it has, which decides where the work is done.

    Raises
    ------
    EngineError
        Graphviz is not there, failed, or took too long.
    """
    if engine is Engine.SYSTEM:
        return _coordinates(_child(["dot", "-Kdot", "-Tjson0"], dot))
    if nodes >= LARGE:
        return _coordinates(_child([sys.executable, "-P", "-m", "argmap.engine"], dot))
    return _coordinates(_in_process(dot))


def _in_process(dot: str) -> bytes:
    """Run Graphviz here; pygraphviz's own ``layout`` would not give the JSON."""
    import pygraphviz
    from pygraphviz import graphviz

    graph = pygraphviz.AGraph(string=dot)
    context = graphviz.gvContextWithBuiltins()
    try:
        if graphviz.gvLayout(context, graph.handle, b"dot") != 0:
            raise EngineError("Graphviz could not lay the map out")
        answer = graphviz.gvRenderData(context, graph.handle, b"json0")
        graphviz.gvFreeLayout(context, graph.handle)
    finally:
        graphviz.gvFreeContext(context)
        graph.close()
    return bytes(answer[1] if isinstance(answer, list | tuple) else answer)


def _child(command: list[str], dot: str) -> bytes:
    """Run Graphviz in a process of its own, which finds this package but nothing in the folder that it starts in."""
    paths = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    try:
        done = subprocess.run(
            command, input=dot.encode(), capture_output=True, timeout=TIME_LIMIT, check=False, env=env
        )
    except (FileNotFoundError, PermissionError):
        raise EngineError('no "dot" is on the PATH; leave --engine out, argmap carries its own Graphviz') from None
    except subprocess.TimeoutExpired:
        raise EngineError(f"placing took over {TIME_LIMIT:.0f} seconds; draw a part of the map with --view") from None
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise EngineError(f"Graphviz failed: {said[-1] if said else f'exit code {done.returncode}'}")
    return done.stdout


def _coordinates(answer: bytes) -> Coordinates:
    """Read Graphviz's JSON."""
    try:
        graph: dict[str, Any] = json.loads(answer)
    except ValueError:
        raise EngineError("Graphviz gave no answer that can be read; leave --engine out") from None
    height = float(graph["bb"].split(",")[3])

    def point(pair: str) -> Point:
        x, y = pair.split(",")
        return Point(float(x), height - float(y))

    nodes = {node["name"]: point(node["pos"]) for node in graph.get("objects", ()) if "pos" in node}
    edges = {e["id"]: tuple(map(point, e["pos"].split())) for e in graph.get("edges", ()) if "id" in e}
    return Coordinates(nodes, edges)


if __name__ == "__main__":
    sys.stdout.buffer.write(_in_process(sys.stdin.buffer.read().decode()))
