"""Arguments to try things on: random ones from a seed, and hypothesis strategies for small ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from hypothesis import strategies as st

from argmap.model import ArgumentMap, View
from argmap.problems import has_errors
from argmap.reader import Reading, read
from argmap.views import Part, part_of

_WORDS = """
a after again against all almost also although always among and any are as at autumn bank be because been before begins
better between boat both bread bridge bring build by can carry case change children city clear close coast cold come
common cost could country court cover day decide deep different do does door doubt down during each early east easy end
enough even evening every evidence expect explain fact fair fall family far farmer fast few field find fire first fish
five follow food for forest four free from full garden gave get give go good grain great green ground grow had half hand
harbour hard harvest has have heavy help her here high hill his hold hope hour house how if in into is island it keep
kind king know land large last late law lead learn leave less let letter light like line little live long look lose low
made make many mark market may mean measure meet men middle might mild mill money month more morning most mountain move
much must name near need never new next night no north not nothing now number of off often old on one only open or order
other our out over own paid paper part past pay people place plain plan plant price promise proof public quiet rain read
reason report rest rich right rise river road room rule run safe said same say school sea season see seem sell send set
seven ship short should show side small snow so some soon south spring stand stay still stone stop storm story street
strong such summer sun take teacher tell ten than that the their them then there these they thing think this those three
through time to today told too took town trade tree true trust two under until up use very village voice wait walk wall
war warm was watch water way we week well went were west what when where which while white who why wide will wind winter
wish with witness without woman wood word work world would write year yet you young
"""
WORDS = _WORDS.split()


@dataclass(frozen=True, slots=True)
class Reason:
    """An inference as it is written: the key that it stands under, its premises, its undercutters."""

    key: str
    premises: tuple[str, ...]
    unless: tuple["Reason", ...] = ()

    def yaml(self) -> str:
        """Write the long form."""
        undercutters = ", ".join(reason.yaml() for reason in self.unless)
        unless = f", unless: [{undercutters}]" if self.unless else ""
        return f"{{premises: [{', '.join(self.premises)}]{unless}}}"


def because(*premises: str, unless: Reason | None = None) -> Reason:
    """Write a support."""
    return Reason("because", premises, (unless,) if unless else ())


def but(*premises: str, unless: Reason | None = None) -> Reason:
    """Write an attack."""
    return Reason("but", premises, (unless,) if unless else ())


def by(*premises: str, unless: Reason | None = None) -> Reason:
    """Write an undercutter."""
    return Reason("unless", premises, (unless,) if unless else ())


@dataclass(frozen=True)
class Sample:
    """An argument in YAML, and as it is read; its name says what it is an example of."""

    name: str
    yaml: str

    @cached_property
    def reading(self) -> Reading:
        return read(self.yaml, f"{self.name}.yaml")

    @cached_property
    def map(self) -> ArgumentMap:
        assert self.reading.map is not None
        assert not has_errors(self.reading.problems), self.reading.problems
        return self.reading.map

    @property
    def part(self) -> Part:
        return part_of(self.map)


def sample(name: str, reasons: dict[str, list[Reason]], words: Random | None = None) -> Sample:
    """Write an argument down from the reasons on its claims; the first claim is the thesis."""
    words = words or Random(name)
    lines = [f"title: {name}", f"thesis: {next(iter(reasons))}", "claims:"]
    for claim in _claims(reasons):
        lines += [f"  {claim}:", f"    text: {sentence(words)}", f"    label: {label(words)}"]
        lines += ["    tags: [aside]"] * (words.random() < 0.2)
        for key in ("because", "but"):
            written = [f"      - {reason.yaml()}" for reason in reasons.get(claim, ()) if reason.key == key]
            lines += [f"    {key}:", *written] if written else []
    return Sample(name, "\n".join(lines) + "\n")


def sentence(words: Random) -> str:
    """Return a sentence of about 13 words."""
    return " ".join(words.choices(WORDS, k=words.randint(9, 17))).capitalize() + "."


def label(words: Random) -> str:
    """Return a label of 3 to 6 words."""
    return " ".join(words.choices(WORDS, k=words.randint(3, 6))).capitalize()


def _claims(reasons: dict[str, list[Reason]]) -> dict[str, None]:
    """Return all claims in the order in which they are mentioned."""
    found: dict[str, None] = {}
    for claim, inferences in reasons.items():
        found[claim] = None
        for inference in inferences:
            found |= dict.fromkeys(_premises(inference))
    return found


def _premises(reason: Reason) -> Iterator[str]:
    yield from reason.premises
    for undercutter in reason.unless:
        yield from _premises(undercutter)


# random arguments


@dataclass(frozen=True, slots=True)
class Odds:
    """How often something occurs, as a share of the inferences; ``cycles`` lets attacks run in circles."""

    linked: float = 1 / 3
    attack: float = 1 / 5
    undercut: float = 0.06
    shared: float = 0.05
    cycles: bool = False


USUAL = Odds()
TREES = Odds(shared=0.0)
TANGLED = Odds(attack=0.35, undercut=0.3, shared=0.3, cycles=True)


def random_sample(claims: int, seed: int, odds: Odds = USUAL) -> Sample:
    """Return an argument of a number of claims, always the same for one seed."""
    reasons = _Grower(claims, Random(seed), odds).grow()
    return sample(f"{claims} claims from seed {seed}", reasons, Random(seed))


@dataclass(slots=True)
class _Grower:
    """Grows an argument claim by claim: two or three inferences on one that has none yet."""

    count: int
    random: Random
    odds: Odds
    reasons: dict[str, list[Reason]] = field(default_factory=lambda: {"c1": []})
    bears_on: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {"c1": []})
    known: set[tuple[frozenset[str], str]] = field(default_factory=set)

    def grow(self) -> dict[str, list[Reason]]:
        waiting = ["c1"]
        while waiting and len(self.bears_on) < self.count:
            target = waiting.pop(self.random.randrange(len(waiting)))
            before = len(self.bears_on)
            for _ in range(self.random.choice((2, 3))):
                if len(self.bears_on) < self.count:
                    key = "but" if self.random.random() < self.odds.attack else "because"
                    self.reasons.setdefault(target, []).append(self._reason(key, target))
            waiting += list(self.bears_on)[before:]
        return self.reasons

    def _reason(self, key: str, target: str) -> Reason:
        """Make an inference that bears on a claim or, for an undercutter, on an inference that does."""
        size = self.random.choice((2, 3)) if self.random.random() < self.odds.linked else 1
        premises: dict[str, None] = {}
        for _ in range(size):
            if not premises or len(self.bears_on) < self.count:
                premises[self._premise(key, target, premises)] = None
        if (frozenset(premises), target) in self.known:
            premises[self._new()] = None
        self.known.add((frozenset(premises), target))
        for premise in premises:
            self.bears_on[premise].append((key, target))
        odds = self.odds.undercut * (2 if key == "unless" else 1)
        undercut = len(self.bears_on) < self.count and self.random.random() < odds
        return Reason(key, tuple(premises), (self._reason("unless", target),) if undercut else ())

    def _premise(self, key: str, target: str, others: dict[str, None]) -> str:
        """Choose a claim that is there already, or make one."""
        if self.random.random() >= self.odds.shared:
            return self._new()
        excluded = {target} if self.odds.cycles and key != "because" else self._led_to(target)
        free = [claim for claim in self.bears_on if claim not in excluded and claim not in others]
        return self.random.choice(free) if free else self._new()

    def _new(self) -> str:
        name = f"c{len(self.bears_on) + 1}"
        self.bears_on[name] = []
        return name

    def _led_to(self, claim: str) -> set[str]:
        """Return what a claim bears on, near and far; only by supports where attacks may run in circles."""
        found = [claim]
        for name in found:
            for key, target in self.bears_on[name]:
                if target not in found and (key == "because" or not self.odds.cycles):
                    found.append(target)
        return set(found)


# strategies


def small_samples(most: int = 14) -> st.SearchStrategy[Sample]:
    """Return small random arguments, with much that is rare."""
    return st.builds(
        lambda count, random, odds: sample("a small argument", _Grower(count, random, odds).grow(), Random(count)),
        st.integers(1, most),
        st.randoms(use_true_random=False),
        st.sampled_from([USUAL, TREES, TANGLED, Odds(linked=0.7, undercut=0.3, shared=0.2)]),
    )


@st.composite
def small_views(draw: st.DrawFn, most: int = 14) -> tuple[ArgumentMap, View]:
    """Return small arguments with views of them, most of which leave something out."""
    argument = draw(small_samples(most)).map
    view = View(
        name="part",
        focus=draw(st.sampled_from(["", *argument.claim])),
        depth=draw(st.one_of(st.none(), st.integers(0, 3))),
        exclude=draw(st.sampled_from([(), (), ("aside",)])),
    )
    return argument, view
