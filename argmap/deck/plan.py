"""What a deck is to be like."""

from dataclasses import dataclass, field

from argmap.deck.sheet import Sheet


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
    dim
        Whether what came before is then paler in each step.
    paged
        Whether each step is then a page of its own.
    notes
        Whether what is noted of claims and inferences goes into the speaker's notes.
    """

    sheet: Sheet = field(default_factory=Sheet)
    views: tuple[str, ...] = ()
    min_size: float = 18.0
    steps: bool = False
    dim: bool = False
    paged: bool = False
    notes: bool = True

    @property
    def paged_steps(self) -> bool:
        """Whether a slide can have several pages."""
        return self.steps and self.paged
