"""The slides of one argument: an overview, and the parts that it is cut into."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.deck.cut import Cut, cuts_of
from argmap.deck.fitting import Fitter, continued
from argmap.deck.inset import inset
from argmap.deck.notes import notes_by_step, notes_of
from argmap.deck.overview import overview_of
from argmap.deck.plan import Plan
from argmap.deck.slides import Kind, Page, Slide
from argmap.deck.ways import Ways, called, slides_of
from argmap.drawing import Drawing
from argmap.painting import paint
from argmap.scenes import Scene
from argmap.stages import stages
from argmap.steps import steps_of


class Section:
    """The slides of one argument, numbered from ``first`` on."""

    def __init__(self, fitter: Fitter, plan: Plan, first: int, title: str = "") -> None:
        self.fitter = fitter
        self.plan = plan
        self.title = title
        self.cuts = cuts_of(fitter.section.map, fitter.fits)
        self.overview = overview_of(fitter) if len(self.cuts) > 1 else None
        self.numbers = list(self._numbered(first))
        slides = slides_of(self.cuts, self.numbers)
        self.ways = Ways(fitter.section.map, slides, self.numbers[0])
        self.first = first

    @property
    def after(self) -> int:
        """The number of the slide that follows."""
        return self.numbers[-1] + self._pages(self.cuts[-1])

    def slides(self) -> Iterator[Slide]:
        """Yield the slides."""
        if self.overview is None:
            yield self._part(self.cuts[0], self.first, None)
            return
        scene = self._scene(self.overview, self.first, "label")
        notes = notes_of(scene.part)
        title = self.title or scene.part.words.overview
        pages = (Page(paint(scene), notes),)
        yield Slide(Kind.OVERVIEW, self.first, title, pages=pages, notes=notes, section=self.title)
        whole = paint(
            self.fitter.scene(Cut(self.fitter.section.map.thesis, tuple(self.fitter.section.map.inference)), "label")
        )
        for cut, number in zip(self.cuts, self.numbers, strict=True):
            yield self._part(cut, number, whole)

    def _numbered(self, first: int) -> Iterator[int]:
        number = first + (self.overview is not None)
        for cut in self.cuts:
            yield number
            number += self._pages(cut)

    def _pages(self, cut: Cut) -> int:
        """Return how many pages a part takes."""
        if not self.plan.paged_steps:
            return 1
        return max(steps_of(self.fitter.part(cut).map).values())

    def _scene(self, cut: Cut, number: int, words: str = "full") -> Scene:
        """Return a part placed, its cards saying where the argument goes on."""
        scene = self.fitter.scene(cut, words)
        named = continued(scene, self.ways.continued(scene.part.map))
        title = " • ".join(called(self.fitter.section.map, claim) for claim in cut.about or (cut.head,))
        return replace(named, part=replace(named.part, name=f"slide-{number}", title=title))

    def _part(self, cut: Cut, number: int, whole: Drawing | None) -> Slide:
        """Return the slide of a part; ``whole`` is the drawing from which its inset is made."""
        scene = self._scene(cut, number)
        *path, head = self.ways.path(cut.head, scene.part.words)
        theme, sheet = scene.coloring.theme, self.plan.sheet
        lit = scene.part.map.claim.keys()
        return Slide(
            Kind.PART,
            number,
            scene.part.title if self.overview else self.title or scene.part.title,
            tuple(path),
            head.lead,
            self._paged(scene),
            whole and inset(whole, lit, sheet, light=theme.thesis, dark=theme.neutral),
            notes=notes_of(scene.part),
            section=self.title,
        )

    def _paged(self, scene: Scene) -> tuple[Page, ...]:
        if not self.plan.steps:
            return (Page(paint(scene), notes_of(scene.part)),)
        return tuple(map(Page, stages(scene, dim=self.plan.dim), notes_by_step(scene.part)))

    def too_large(self) -> Iterator[tuple[int, str, float]]:
        """Yield the number of each slide whose text is smaller than was asked for, with its inference and its size."""
        for cut, number in zip(self.cuts, self.numbers, strict=True):
            if not self.fitter.fits(cut):
                yield number, (cut.inferences or (cut.head,))[-1], self.fitter.scene(cut).fitted.text_size


def all_of(sections: Sequence[Section]) -> Iterator[Slide]:
    """Yield the slides of several sections."""
    for section in sections:
        yield from section.slides()
