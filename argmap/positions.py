"""Where in the file everything stands; kept beside the models, never in them."""

from dataclasses import dataclass, field

from argmap.problems import Place


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of claims, inferences, sources, views and steps.

    The owner of what the whole file says, its ``ignore`` for one, has the empty name. A part that has no place of its
    own (a claim's label that was not written, say) is where its owner is.
    """

    owners: dict[str, Place] = field(default_factory=dict)
    parts: dict[tuple[str, str, int], Place] = field(default_factory=dict)

    def of(self, owner: str, part: str = "", number: int = 0) -> Place:
        """Return the place of an owner (an id, ``view NAME``, ``source KEY``, ``step ID``) or of one of its parts."""
        return self.parts.get((owner, part, number)) or self.owners.get(owner) or Place()
