"""Make a deck of a map: a title, an overview, the parts that the argument is cut into, the sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.deck.citing import deck_title, source_slides, title_paragraphs
from argmap.deck.fitting import Fitter
from argmap.deck.notes import without_notes
from argmap.deck.plan import Plan
from argmap.deck.section import Section
from argmap.deck.slides import Deck, Kind, Slide, TooLarge
from argmap.model import ArgumentMap
from argmap.scenes import Look, part_named, typeface_of
from argmap.theme_file import theme_of
from argmap.words import words_for

_TITLE_SLIDE = 1


def deck_of(argument: ArgumentMap, look: Look, plan: Plan) -> Deck:
    """Return the deck of a map; of ``look``, the words and the slide are the deck's own.

    Raises
    ------
    KeyError
        The map has no such view.
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    argument = argument if plan.notes else without_notes(argument)
    theme, face = theme_of(look.theme), typeface_of(argument.language, look)
    title = deck_title(argument)
    sections = list(_sections(argument, look, plan))
    words, last = words_for(argument.language, theme.words), sections[-1].after
    below = title_paragraphs(argument, words.continues.format(last))
    slides = [Slide(Kind.TITLE, _TITLE_SLIDE, title, paragraphs=below, notes=argument.note)]
    slides += (slide for section in sections for slide in section.slides())
    for number, paragraphs in enumerate(source_slides(argument, plan.sheet, face), last):
        slides.append(Slide(Kind.SOURCES, number, words.sources, paragraphs=paragraphs))
    return Deck(
        title,
        argument.author,
        argument.language,
        plan.sheet,
        theme,
        face,
        tuple(_distinct(slides)),
        paged=plan.paged_steps,
        too_large=tuple(TooLarge(*found) for section in sections for found in section.too_large()),
    )


def _sections(argument: ArgumentMap, look: Look, plan: Plan) -> Iterator[Section]:
    """Yield a section for each view or, without views, one for the whole map."""
    look = replace(look, slide=plan.sheet.frame, layout="packed" if look.layout == "auto" else look.layout)
    own_words = theme_of(look.theme).words
    highest = 3 * (len(argument.claims) + len(argument.inferences)) * max(1, len(plan.views))
    number = _TITLE_SLIDE + 1
    for view in plan.views or (None,):
        part = replace(part_named(argument, view), own_words=own_words)
        fitter = Fitter(part, argument, look, size=plan.min_size, highest=highest if plan.paged_steps else highest // 3)
        section = Section(fitter, plan, number, part.title)
        number = section.after
        yield section


def _distinct(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Yield slides with titles that differ: those that are alike say of which view, or which of them, they are."""
    known = list(slides)
    titles = Counter(slide.title for slide in known)
    with_section = [
        f"{slide.title} – {slide.section}" if titles[slide.title] > 1 and slide.section else slide.title
        for slide in known
    ]
    titles, met = Counter(with_section), Counter[str]()
    for slide, title in zip(known, with_section, strict=True):
        met[title] += 1
        yield replace(slide, title=f"{title} ({met[title]}/{titles[title]})" if titles[title] > 1 else title)
