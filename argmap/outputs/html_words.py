"""The words of a page's controls, by language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the controls of a page are called, and what its help says of each; ``{}`` stands for numbers."""

    language: str
    slides: str
    path: str
    notes: str
    controls: str
    previous: str
    next: str
    back: str
    zoom_in: str
    zoom_out: str
    whole: str
    look: str
    full: str
    help: str
    close: str
    slide_at: str
    step_at: str
    to_slide: str
    ends: str
    jump: str
    black: str
    window: str
    drag: str
    card: str


PAGE_WORDS = {
    "en": PageWords(
        language="en",
        slides="Slides",
        path="Where this hangs",
        notes="Notes",
        controls="Controls",
        previous="Back a step",
        next="On a step",
        back="Back to where you came from",
        zoom_in="Larger",
        zoom_out="Smaller",
        whole="Whole slide",
        look="Dark or light",
        full="Full screen",
        help="Help",
        close="Close",
        slide_at="slide {} of {}",
        step_at="step {} of {}",
        to_slide="Next slide, previous slide",
        ends="First slide, last slide",
        jump="Slide of that number",
        black="Black screen",
        window="Notes in a window of their own",
        drag="Wheel, pinch and drag: zoom and move",
        card="Ctrl and click on a card: open its source",
    ),
}


def page_words(language: str) -> PageWords:
    """Return the words for a BCP 47 tag by its first part; English where a language is not known."""
    return PAGE_WORDS.get(language.partition("-")[0].lower(), PAGE_WORDS["en"])
