"""Draw the pictures of the README and the docs anew (``make pictures``)."""

import re
from pathlib import Path

from argmap import draw, load
from argmap.deck.compose import deck_of
from argmap.deck.plan import Plan
from argmap.scenes import Look, part_named, scene_of
from argmap.stages import stages
from argmap.svg import to_svg
from argmap.theme import THEMES

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"


def first_sample(page: str) -> str:
    """Return the first YAML that a page of the docs shows."""
    match = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


def pictures(folder: Path) -> dict[str, str]:
    """Return all pictures by name; ``folder`` is for the map out of the docs."""
    (folder / "format.yaml").write_text(first_sample("format.md"), encoding="utf-8")
    drawn = {"format": to_svg(draw(load(folder / "format.yaml")))}
    for path in sorted((ROOT / "maps").glob("*.yaml")):
        argument = load(path)
        drawn[path.stem] = to_svg(draw(argument))
        for view in argument.views:
            drawn[f"{path.stem}.{view.name}"] = to_svg(draw(argument, view))
    return drawn | theme_pictures(folder) | exercise_pictures() | lecture_pictures()


def exercise_pictures() -> dict[str, str]:
    """Return the pictures of an exercise in docs/outputs.md."""
    large = load(ROOT / "maps" / "putin-on-two-fronts.yaml")
    ways = {"exercise-blank": False, "exercise-answers": True}
    return {
        name: to_svg(draw(large, "narrative", blank=["objections"], answers=answers)) for name, answers in ways.items()
    }


def theme_pictures(folder: Path) -> dict[str, str]:
    """Return the pictures of docs/themes.md; ``folder`` is for the theme file out of it."""
    small, large = (load(ROOT / "maps" / f"{name}.yaml") for name in ("socrates", "putin-on-two-fronts"))
    (folder / "school.yaml").write_text(first_sample("themes.md"), encoding="utf-8")
    drawn = {f"theme-{name}": draw(small, theme=name) for name in THEMES}
    drawn["theme-school"] = draw(small, theme=folder / "school.yaml")
    drawn["color-by-side"] = draw(large, "narrative", color_by="side")
    drawn["color-by-tag"] = draw(large, "hindsight", color_by="tag")
    return {name: to_svg(drawing) for name, drawing in drawn.items()}


def lecture_pictures() -> dict[str, str]:
    """Return the pictures of docs/decks.md: a step of a reveal, and the drawing on a slide of a deck."""
    argument = load(ROOT / "maps" / "putin-on-two-fronts.yaml")
    steps = stages(scene_of(argument, part_named(argument, "narrative"), Look()), dim=True)
    slides = [slide.drawing for slide in deck_of(argument, Look(), Plan()).slides if slide.drawing]
    return {"step": to_svg(steps[len(steps) * 2 // 3]), "slide": to_svg(slides[-2])}


def main() -> None:
    """Write all pictures."""
    import tempfile

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, svg in pictures(Path(folder)).items():
            (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
