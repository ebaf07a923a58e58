"""Run Typst: a template of ours and the data that it sets, in the fonts of a typeface, make a PDF."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from argmap.outputs.options import OutputError
from argmap.text import Typeface

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATES = Path(__file__).parent
_WEIGHTS = ("", "Semibold")


def typeset(template: str, data: Mapping[str, Any], typeface: Typeface, *, instead: str) -> bytes:
    """Return the PDF that a template makes of data. The same data gives the same bytes.

    Parameters
    ----------
    template
        The name of a file beside this one.
    instead
        What to do where Typst cannot make it, as the end of a sentence.

    Raises
    ------
    OutputError
        The package ``typst`` is not installed, or Typst cannot draw this.
    """
    try:
        import typst
    except ImportError:
        raise OutputError('a PDF needs the package typst; install it with pip install "argmap[pdf]"') from None
    reason = ""
    with TemporaryDirectory() as folder:
        _copy_fonts(typeface, Path(folder))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        named = _named(typeface, fonts, instead)
        for standard in ("ua-1", "1.7"):  # PDF/UA-1 allows no sign that the font lacks
            try:
                return typst.compile(
                    TEMPLATES / template,
                    root=TEMPLATES,
                    font_paths=fonts,
                    ignore_system_fonts=True,
                    sys_inputs={"data": json.dumps(data), "fonts": json.dumps(named)},
                    pdf_standards=[standard],
                    timestamp=0,
                )
            except typst.TypstError as fault:
                reason = fault.message
    raise OutputError(f"the PDF cannot be made ({reason}); {instead}")


def _copy_fonts(typeface: Typeface, folder: Path) -> None:
    """Put the fonts of the drawing, and no others, where Typst looks for fonts."""
    for weight in _WEIGHTS:
        shutil.copyfile(typeface.of(weight).path, folder / f"font{weight}.ttf")  # whatever it is, Typst finds out


def _named(typeface: Typeface, fonts: "Fonts", instead: str) -> dict[str, dict[str, Any]]:
    """Return by what name, style and weight Typst knows the font of each of our weights."""
    named = {Path(font.path).stem: font for font in reversed(fonts.fonts()) if font.path}  # of a collection the first
    if any(f"font{weight}" not in named for weight in _WEIGHTS):
        raise OutputError(f"Typst cannot read the font; give another --font, or {instead}")
    return {
        weight: {
            "family": named[f"font{weight}"].family,
            "style": named[f"font{weight}"].style,
            "weight": typeface.of(weight).weight,
        }
        for weight in _WEIGHTS
    }
