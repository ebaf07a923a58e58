"""Write the pages of the docs that are generated anew (``make docs``)."""

from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def checks() -> str:
    """Return the manual pages of all checks as a page of Markdown."""
    from argmap.checks.pages import document

    return document()


def schema() -> str:
    """Return the JSON Schema of the map format."""
    import json

    from argmap.schema import map_schema

    return json.dumps(map_schema(), indent=2) + "\n"


WRITTEN: dict[Path, Callable[[], str]] = {
    DOCS / "checks.md": checks,
    DOCS / "argmap.schema.json": schema,
}
"""Every file that is generated, with what makes it."""


def main() -> None:
    """Write all of them."""
    for path, made in WRITTEN.items():
        path.write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
