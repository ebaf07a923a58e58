"""The drawing at every step of the reveal, always in the same frame."""

from dataclasses import replace

from argmap.colors import mixed
from argmap.drawing import Drawing
from argmap.model import ArgumentMap
from argmap.painting import paint
from argmap.scenes import Scene
from argmap.shapes import NONE, Box, Path, Shape, Text
from argmap.steps import steps_of


def stages(scene: Scene, *, dim: bool = False) -> tuple[Drawing, ...]:
    """Return the drawing at each step: everything has the place that it has in the whole.

    Parameters
    ----------
    dim
        Whether what was shown before a step is paler in it, so that only what is new stands out.
    """
    steps = steps_of(scene.part.map)
    made = []
    for step in range(1, max(steps.values()) + 1):
        drawing = paint(scene, _shown(scene.part.map, steps, step))
        made.append(_dimmed(drawing, step, scene) if dim else drawing)
    return tuple(made)


def _shown(argument: ArgumentMap, steps: dict[str, int], step: int) -> ArgumentMap:
    """Return what a map shows at a step; its thesis may not be among its claims yet."""
    return argument.replaced(
        claims=tuple(claim for claim in argument.claims if steps[claim.id] <= step),
        inferences=tuple(inference for inference in argument.inferences if steps[inference.id] <= step),
    )


def _dimmed(drawing: Drawing, step: int, scene: Scene) -> Drawing:
    """Return a drawing in which all that was shown before a step is paler."""
    theme = scene.coloring.theme

    def paler(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
        return tuple(faded(shape, theme.ground, theme.dim) for shape in shapes)

    return replace(
        drawing,
        inferences=tuple(g if g.step == step else replace(g, shapes=paler(g.shapes)) for g in drawing.inferences),
        claims=tuple(g if g.step == step else replace(g, shapes=paler(g.shapes)) for g in drawing.claims),
    )


def faded(shape: Shape, ground: str, share: float) -> Shape:
    """Return a shape whose colours are mixed with the ground, so that only a share of them is left."""

    def pale(color: str) -> str:
        return color if color == NONE else mixed(color, ground, share)

    match shape:
        case Text():
            return replace(shape, lines=tuple(replace(line, color=pale(line.color)) for line in shape.lines))
        case Box() | Path():
            return replace(shape, fill=pale(shape.fill), stroke=pale(shape.stroke))
