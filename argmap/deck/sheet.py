"""Where things stand on a slide of a deck, in points from its upper left corner."""

from dataclasses import dataclass

from argmap.geometry import Rect
from argmap.layout.frame import Frame, frame_of

SIDE = 16.0
"""The margin at the sides."""
TITLE_SIZE = 22.0
"""The size of a slide's title, where it fits on one line."""
PATH_SIZE = 11.0
NUMBER_SIZE = 11.0
TEXT_SIZE = 18.0
"""The size of what a slide without a drawing lists."""

_TOP = 8.0
_PATH_HEIGHT = 16.0
_TITLE_HEIGHT = 34.0
_FOOT = 18.0
_INSET_WIDTH = 104.0
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide by its size. Above stand the path and the title, beside them the inset, below the slide's number."""

    name: str = "16:9"
    width: float = 960.0
    height: float = 540.0

    @property
    def head(self) -> Rect:
        """The room above the picture."""
        return Rect(SIDE, _TOP, self.width - 2 * SIDE, _PATH_HEIGHT + _TITLE_HEIGHT)

    @property
    def path(self) -> Rect:
        """The room for where the slide hangs in the argument."""
        return Rect(SIDE, _TOP, self.head.width - _INSET_WIDTH - _GAP, _PATH_HEIGHT)

    @property
    def title(self) -> Rect:
        """The room for the title."""
        return Rect(SIDE, _TOP + _PATH_HEIGHT, self.head.width - _INSET_WIDTH - _GAP, _TITLE_HEIGHT)

    @property
    def inset(self) -> Rect:
        """The room for the whole map in little."""
        return Rect(self.width - SIDE - _INSET_WIDTH, _TOP, _INSET_WIDTH, _PATH_HEIGHT + _TITLE_HEIGHT)

    @property
    def picture(self) -> Rect:
        """The room for the drawing; on a slide without one, for its words."""
        top = self.head.bottom + 4
        return Rect(SIDE, top, self.width - 2 * SIDE, self.height - _FOOT - top)

    @property
    def number(self) -> Rect:
        """The room for the slide's number, which stands at its right end."""
        return Rect(self.width - SIDE - 60, self.height - _FOOT, 60, _FOOT - 2)

    @property
    def frame(self) -> Frame:
        """The frame in which a drawing is placed."""
        return Frame(self.name, self.picture.width, self.picture.height, margin=0.0)


def sheet_of(slide: str) -> Sheet:
    """Return the slide of a name or size, as :func:`argmap.layout.fit.frame_of` knows them.

    Raises
    ------
    ValueError
        There is no such slide.
    """
    frame = frame_of(slide)
    if frame.name == "none" or frame.width < 400 or frame.height < 300:
        raise ValueError(f'"{slide}" is no slide for a deck: name 16:9, 4:3, A4, or at least 400x300 points')
    return Sheet(frame.name, frame.width, frame.height)
