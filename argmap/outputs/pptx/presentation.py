"""A deck for PowerPoint: each drawing as a real SVG picture, or as shapes that can be edited (ECMA-376)."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.outputs.options import OutputError

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from argmap.deck.slides import Deck

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When every file in the package was made: the first moment that a ZIP file can tell."""
_TYPES = "[Content_Types].xml"
"""The file that tells the types of all others (ECMA-376, part 2, 10.1.2)."""


def _nothing() -> None:
    """Take note of a page, as nobody wants to know."""


def to_pptx(deck: "Deck", *, native: bool = False, done: Callable[[], None] = _nothing) -> bytes:
    """Return a deck as a presentation; the same deck gives the same bytes.

    Parameters
    ----------
    native
        Whether drawings are shapes and connectors that can be edited, instead of pictures.
    done
        Called after every page.

    Raises
    ------
    OutputError
        The package ``python-pptx`` is not installed.
    """
    try:
        import pptx  # noqa: F401
    except ImportError:
        install = 'pip install "argmap[pptx]"'
        raise OutputError(f"a deck for PowerPoint needs the package python-pptx; install it with {install}") from None
    from argmap.outputs.pptx.slides import presentation_of

    return _packed(presentation_of(deck, native=native, done=done))


def _packed(shown: "Presentation") -> bytes:
    """Return the file of a presentation, which does not tell when it was made."""
    written, packed = BytesIO(), BytesIO()
    shown.save(written)
    with ZipFile(written) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = _with_default(old.read(name)) if name == _TYPES else old.read(name)
            entry = ZipInfo(name, _LONG_AGO)
            new.writestr(entry, content, ZIP_DEFLATED)
    return packed.getvalue()


def _with_default(types: bytes) -> bytes:
    """Tell the type of all SVG files at once, as PowerPoint does, not of each."""
    overrides = re.compile(rb'<Override PartName="[^"]*\.svg" ContentType="(image/svg\+xml)"/>')
    found = overrides.search(types)
    if not found:
        return types
    default = rb'<Default Extension="svg" ContentType="' + found[1] + rb'"/>'
    return overrides.sub(b"", types).replace(b"<Default ", default + b"<Default ", 1)
