"""Whether a part of an argument fits on a slide with text of the size that was asked for."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.coloring import ColorBy, coloring_of, tags_of
from argmap.deck.cut import Cut
from argmap.layout import packed
from argmap.layout.cards import SLIDES_NAMED, TEXT_SIZE, Wording, make_card_choices, remark_of
from argmap.layout.frame import Frame
from argmap.legend import legend_sizes
from argmap.model import ArgumentMap
from argmap.order import in_order
from argmap.scenes import Look, Scene, scene_of, typeface_of
from argmap.steps import grounded
from argmap.theme_file import theme_of
from argmap.views import Part


class Fitter:
    """Places parts of one argument on slides, and remembers what it has placed.

    A card has room for the numbers of the slides on which the argument goes on before these are known; see
    :func:`continued`.
    """

    def __init__(self, section: Part, argument: ArgumentMap, look: Look, *, size: float, highest: int) -> None:
        self.section = section
        self.argument = argument
        self.look = look
        self.size = size
        self.widest = int("8" * len(str(highest)))
        self.scenes: dict[tuple[Cut, str], Scene | None] = {}

    def fits(self, cut: Cut, words: str = "full") -> bool:
        """Tell whether a part fits on a slide."""
        scene = self._placed(cut, words)
        return scene is not None and scene.fitted.text_size >= self.size

    def scene(self, cut: Cut, words: str = "full") -> Scene:
        """Return a part placed, whether it fits or not."""
        return self._placed(cut, words) or scene_of(self.argument, self.part(cut), self._look(words))

    def part(self, cut: Cut) -> Part:
        """Return a part as a map of its own, whose thesis is the head of the part."""
        whole = self.section.map
        inferences = [whole.inference[name] for name in cut.inferences]
        claims = {cut.head: whole.claim[cut.head]}
        claims.update((premise, whole.claim[premise]) for i in inferences for premise in i.premises)
        ordered_claims, ordered = in_order(cut.head, claims.values(), inferences)
        steps = ((cut.head,), *whole.steps)
        shown = whole.replaced(thesis=cut.head, claims=ordered_claims, inferences=ordered, steps=steps)
        left_out = {claim: count for claim, count in self.section.left_out.items() if claim in claims}
        part = replace(self.section, map=grounded(shown), left_out=left_out, inner=cut.head != whole.thesis)
        missing = missing_on(part.map, whole)
        numbers = {claim: (self.widest,) * min(len(names), SLIDES_NAMED + 1) for claim, names in missing.items()}
        return replace(part, continued=numbers)

    def _placed(self, cut: Cut, words: str) -> Scene | None:
        """Return a part placed; nothing if it is far too large."""
        if (cut, words) not in self.scenes:
            part, look = self.part(cut), self._look(words)
            self.scenes[cut, words] = scene_of(self.argument, part, look) if self._may_fit(part, look) else None
        return self.scenes[cut, words]

    def _may_fit(self, part: Part, look: Look) -> bool:
        """Tell whether a part would fit if its lines needed no room: finding that out takes the least time."""
        if look.layout != "packed" or not isinstance(look.slide, Frame):
            return True
        theme, face, frame = theme_of(look.theme), typeface_of(part.map.language, look), look.slide
        keys = coloring_of(part, theme, ColorBy(look.color_by), tags_of(self.argument)).keys
        cards = make_card_choices(part, Wording(look.words), None, face)
        candidates = packed.candidates(part.map, cards, frame.ratio, legend_sizes(part, face, keys))
        hope = max((frame.scale(candidate.width, candidate.height) for candidate in candidates), default=0.0)
        return hope * TEXT_SIZE >= self.size

    def _look(self, words: str) -> Look:
        return replace(self.look, words=words)


def missing_on(shown: ArgumentMap, whole: ArgumentMap) -> dict[str, list[str]]:
    """Return for each claim of a part the inferences that bear on it in the whole, and are not in the part.

    One that undercuts an inference counts for its last premise, where it would have stood.
    """
    found: dict[str, list[str]] = {}
    for target in (*shown.claim, *shown.inference):
        missing = [inference.id for inference in whole.on[target] if inference.id not in shown.inference]
        if missing:
            card = target if target in shown.claim else shown.inference[target].premises[-1]
            found.setdefault(card, []).extend(missing)
    return found


def continued(scene: Scene, slides: Mapping[str, tuple[int, ...]]) -> Scene:
    """Return a scene whose cards say on which slides the argument goes on, everything in its place."""
    part = replace(scene.part, continued=dict(slides))
    regular = scene.typeface.regular
    cards = tuple(
        replace(placed, card=replace(placed.card, remark=regular.line(remark_of(part, placed.card.claim))))
        if placed.card.remark
        else placed
        for placed in scene.fitted.placement.cards
    )
    placement = replace(scene.fitted.placement, cards=cards)
    return replace(scene, part=part, fitted=replace(scene.fitted, placement=placement))
