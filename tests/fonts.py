"""Fonts for tests: where DejaVu is, and one that is made on the spot, whose weight can be set."""

import os
from pathlib import Path
from string import ascii_letters

import pytest

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts")


def font_file(name: str) -> Path:
    """Return the path of a font that is installed; without it, skip the test, or fail if all is required."""
    for folder in _FOLDERS:
        for path in Path(folder).rglob(f"{name}.ttf"):
            return path
    if os.environ.get("ARGMAP_REQUIRE_PROGRAMS"):
        pytest.fail(f"{name} is not installed, and every program is required")
    pytest.skip(f"{name} is not installed")


def dejavu(name: str = "DejaVuSans") -> Path:
    """Return the path of a font that has Hebrew and Arabic."""
    return font_file(name)


def variable_font(path: Path) -> Path:
    """Write a font whose letters are bars: 300 wide at weight 200, 500 wide at weight 800."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (250, 700), (250, 0)):
        pen.lineTo(corner)
    pen.closePath()
    bar = pen.glyph()
    letters = {character: f"u{ord(character):04X}" for character in f"{ascii_letters} .,0123456789"}
    names = [".notdef", *letters.values()]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(character): name for character, name in letters.items()})
    font.setupGlyf(dict.fromkeys(names, bar))
    font.setupHorizontalMetrics(dict.fromkeys(names, (300, 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Bars", "styleName": "Regular"})
    font.setupFvar([("wght", 200, 200, 800, "Weight")], [])
    wider = [(0, 0), (0, 0), (200, 0), (200, 0), (0, 0), (200, 0), (0, 0), (0, 0)]
    font.setupGvar({name: [TupleVariation({"wght": (0.0, 1.0, 1.0)}, wider)] for name in names})
    font.setupOS2(usWeightClass=200, sTypoAscender=800, sTypoDescender=-200)
    font.setupPost()
    font.save(path)
    return path
