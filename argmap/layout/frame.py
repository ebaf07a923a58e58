"""The frame of a drawing: the slide that it has to fit."""

from dataclasses import dataclass

from argmap.layout.cards import TEXT_SIZE

MAX_TEXT = 32.0
"""Text is never larger than this on a slide, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The slide that a drawing has to fit, in points."""

    name: str = "16:9"
    width: float = 960.0
    height: float = 540.0
    margin: float = 16.0

    @property
    def ratio(self) -> float:
        """The width of the room for the drawing to its height; where there is no slide, that of a wide one."""
        if self.name == "none":
            return Frame().ratio
        return (self.width - 2 * self.margin) / (self.height - 2 * self.margin)

    def scale(self, width: float, height: float) -> float:
        """Return by how much a drawing of a size may grow to fill the slide."""
        if self.name == "none":
            return 1.0
        room = min((self.width - 2 * self.margin) / width, (self.height - 2 * self.margin) / height)
        return min(room, MAX_TEXT / TEXT_SIZE)


_SLIDES = {
    "16:9": Frame(),
    "4:3": Frame("4:3", 720.0),
    "A4": Frame("A4", 842.0, 595.0, 36.0),
    "none": Frame("none", 1e6, 1e6),
}


def frame_of(slide: str) -> Frame:
    """Return the frame of a slide by its name, in any case, or of a size such as ``960x540`` in points.

    Raises
    ------
    ValueError
        There is no such slide.
    """
    if known := next((frame for name, frame in _SLIDES.items() if name.lower() == slide.lower()), None):
        return known
    width, _, height = slide.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()) or not all(100 <= int(n) <= 100_000 for n in (width, height)):
        raise ValueError(f'"{slide}" is no slide: name 16:9, 4:3, A4, none, or a size in points such as 960x540')
    return Frame(slide, float(width), float(height))
