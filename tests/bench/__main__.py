"""Print all tables, or those named: ``python -m tests.bench sizes start``."""

import sys

from tests.bench.deck import deck
from tests.bench.packed import packed
from tests.bench.sizes import sizes
from tests.bench.slide import slide
from tests.bench.start import start

TABLES = {"deck": deck, "packed": packed, "sizes": sizes, "slide": slide, "start": start}


def main(names: list[str]) -> None:
    """Print tables, one after the other."""
    for name in names or TABLES:
        for line in TABLES[name]():
            print(line, flush=True)
        print()


if __name__ == "__main__":
    main(sys.argv[1:])
