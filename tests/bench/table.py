"""Tables in plain text."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, its columns as wide as they have to be and set to the right.

    >>> print(table(("claims", "ms"), [("25", "9"), ("100", "31")]))
    claims  ms
        25   9
       100  31
    """
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def milliseconds(seconds: float) -> str:
    """Write a time."""
    return f"{seconds * 1000:,.0f}"
