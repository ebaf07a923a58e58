"""Make a deck of a map: a title, an overview, the parts that the argument is cut into, the sources."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.deck.citing import deck_title, source_slides, title_paragraphs
from argmap.deck.cut import Cut, cuts_of
from argmap.deck.inset import inset
from argmap.deck.notes import notes_by_step, notes_of
from argmap.deck.sheet import Sheet
from argmap.deck.slides import Deck, Kind, Page, Slide
from argmap.deck.ways import Ways, part_of_cut, unique
from argmap.drawing import Drawing
from argmap.model import ArgumentMap
from argmap.painting import paint
from argmap.scenes import Look, Scene, part_named, scene_of, typeface_of
from argmap.stages import stages
from argmap.steps import steps_of
from argmap.theme_file import theme_of
from argmap.views import Part


@dataclass(frozen=True, slots=True)
class Plan:
    """What a deck is to be like.

    Parameters
    ----------
    views
        The views to make slides of, one after the other; the whole map if there are none.
    min_size
        The least size of the claims' text on every slide, in points.
    steps
        Whether each slide builds up step by step.
    paged
        Whether each step is then a page of its own.
    """

    sheet: Sheet
    views: tuple[str, ...] = ()
    min_size: float = 18.0
    steps: bool = False
    paged: bool = False


def deck_of(argument: ArgumentMap, look: Look, plan: Plan) -> Deck:
    """Return the deck of a map."""
    return _Composer(argument, look, plan).deck()


class _Composer:
    def __init__(self, argument: ArgumentMap, look: Look, plan: Plan) -> None:
        self.argument, self.look, self.plan = argument, look, plan
        self.theme = theme_of(look.theme)
        self.typeface = typeface_of(argument.language, look)

    def deck(self) -> Deck:
        argument, plan, title = self.argument, self.plan, deck_title(self.argument)
        part = replace(part_named(argument, None), own_words=self.theme.words)
        slides = [
            Slide(Kind.TITLE, 1, deck_title(argument), paragraphs=title_paragraphs(argument), notes=argument.note)
        ]
        slides += self._section(part, 2)
        slides += self._sources(part, slides[-1].number + max(1, len(slides[-1].pages) if plan.paged else 1))
        titles = unique(slide.title for slide in slides)
        slides = [replace(slide, title=called) for slide, called in zip(slides, titles, strict=True)]
        return Deck(
            title,
            argument.author,
            argument.language,
            plan.sheet,
            self.theme,
            self.typeface,
            tuple(slides),
            plan.paged and plan.steps,
        )

    def _section(self, part: Part, number: int) -> Iterator[Slide]:
        whole = self._scene(replace(part, name=f"slide-{number}"), words="label")
        yield Slide(
            Kind.OVERVIEW,
            number,
            part.words.overview,
            pages=(Page(paint(whole), notes_of(part)),),
            notes=notes_of(part),
        )
        cuts = cuts_of(part.map)
        numbers = []
        number += 1
        for cut in cuts:
            numbers.append(number)
            shown = part_of_cut(part, cut, number).map
            number += max(steps_of(shown).values()) if self.plan.paged and self.plan.steps else 1
        ways = Ways(part.map, cuts, numbers)
        for cut, at in zip(cuts, numbers, strict=True):
            yield self._slide(part, cut, at, ways, paint(whole))

    def _slide(self, part: Part, cut: Cut, number: int, ways: Ways, whole: Drawing) -> Slide:
        shown = part_of_cut(part, cut, number)
        shown = replace(shown, continued=ways.continued(shown.map))
        scene = self._scene(shown, words="full")
        path = ways.path(cut.head, part.words)
        return Slide(
            Kind.PART,
            number,
            shown.title,
            path[:-1],
            path[-1].lead,
            self._pages(scene),
            inset(whole, set(shown.map.claim), self.plan.sheet, light=self.theme.thesis, dark=self.theme.neutral),
            notes=notes_of(shown),
        )

    def _pages(self, scene: Scene) -> tuple[Page, ...]:
        if not self.plan.steps:
            return (Page(paint(scene), notes_of(scene.part)),)
        return tuple(map(Page, stages(scene), notes_by_step(scene.part)))

    def _scene(self, part: Part, words: str) -> Scene:
        return scene_of(self.argument, part, replace(self.look, words=words, slide=self.plan.sheet.frame))

    def _sources(self, part: Part, number: int) -> Iterator[Slide]:
        for paragraphs in source_slides(self.argument, self.plan.sheet, self.typeface):
            yield Slide(Kind.SOURCES, number, part.words.sources, paragraphs=paragraphs)
            number += 1
