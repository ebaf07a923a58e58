"""Draw the pictures of the README and the docs anew (``make pictures``)."""

import re
from pathlib import Path

from argmap import draw, load
from argmap.svg import to_svg

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"


def format_example() -> str:
    """Return the map that docs/format.md shows."""
    match = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / "format.md").read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


def pictures(folder: Path) -> dict[str, str]:
    """Return all pictures by name; ``folder`` is for the map out of the docs."""
    (folder / "format.yaml").write_text(format_example(), encoding="utf-8")
    drawn = {"format": to_svg(draw(load(folder / "format.yaml")))}
    for path in sorted((ROOT / "maps").glob("*.yaml")):
        argument = load(path)
        drawn[path.stem] = to_svg(draw(argument))
        for view in argument.views:
            drawn[f"{path.stem}.{view.name}"] = to_svg(draw(argument, view))
    return drawn


def main() -> None:
    """Write all pictures."""
    import tempfile

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, svg in pictures(Path(folder)).items():
            (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
