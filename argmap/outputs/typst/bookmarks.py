"""How deep the bookmark of each slide stands: under that of the slide that its claim bears on."""

from collections.abc import Iterator, Sequence

from argmap.deck.slides import Kind, Slide

_DEEPEST = 6
"""PDF 1.7 knows no headings of a deeper level."""


def levels(slides: Sequence[Slide]) -> Iterator[int]:
    """Yield for each slide its level, counted from 1; none is more than one deeper than that before it."""
    above: list[Slide] = []
    for slide in slides:
        while above and not _is_above(above[-1], slide):
            above.pop()
        yield min(len(above) + 1, _DEEPEST)
        above.append(slide)


def _is_above(one: Slide, other: Slide) -> bool:
    """Tell whether the way to a slide leads over the claim that another is about."""
    if one.kind is not Kind.PART or len(other.path) <= len(one.path):
        return False
    ways = zip(one.path, other.path, strict=False)
    return all(a.text == b.text for a, b in ways) and one.title.startswith(other.path[len(one.path)].text)
