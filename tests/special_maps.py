"""Special shapes of arguments: those on which drawing could stumble."""

from tests.random_maps import Reason, Sample, because, but, by, sample


def chain(length: int) -> Sample:
    """Return claims each of which supports the one before."""
    return sample(f"a chain of {length}", {f"c{n}": [because(f"c{n + 1}")] for n in range(1, length)})


def star(points: int) -> Sample:
    """Return a thesis with many premises, each by itself, every fifth an attack."""
    rays = [but(f"c{n}") if n % 5 == 4 else because(f"c{n}") for n in range(1, points + 1)]
    return sample(f"a star of {points}", {"thesis": rays})


SHAPES = (
    Sample("one claim", "thesis: All men are mortal.\n"),
    Sample("one short claim", "thesis: {text: No}\nbecause: {text: Yes}\n"),
    Sample(
        "a reason for two claims",
        """
thesis: {id: top, text: The thesis., because: [near, far]}
claims:
  near: {text: A claim that stands near., because: [shared, reason]}
  far: {text: A claim that stands far away., because: [shared, another]}
  shared: A reason that bears on both claims.
  reason: A reason that bears on the near claim.
  another: A reason that bears on the far claim.
""",
    ),
    chain(2),
    chain(60),
    star(60),
    sample("a star of boxes", {"a": [because(f"b{n}", f"c{n}") for n in range(8)]}),
    sample("a box of ten", {"a": [because(*(f"b{n}" for n in range(10)))], "b9": [but("c")], "b0": [because("d")]}),
    sample(
        "premises with a case of their own",
        {
            "a": [because("b", "c", "d"), but("e", "f")],
            "b": [because("g"), because("h", "i")],
            "c": [because("j", "k", "l"), but("m")],
            "d": [but("n", "o")],
            "f": [because("p"), because("q"), but("r"), but("s")],
        },
    ),
    sample(
        "undercutters of undercutters",
        {
            "a": [
                because("b", unless=by("c", unless=by("d", unless=by("e")))),
                because("f", "g", unless=by("h", "i", unless=by("j", unless=by("k", "l")))),
            ]
        },
    ),
    sample(
        "two undercutters of one inference",
        {
            "a": [
                Reason("because", ("b",), (by("c"), by("d", "e"), by("f", unless=by("g")))),
                Reason("but", ("h", "i"), (by("j"), by("k", "l"), by("m", unless=by("n")))),
            ],
            "c": [because("o"), but("p")],
            "d": [because("q", "r")],
        },
    ),
    sample("a claim that supports its own co-premise", {"a": [because("b", "c")], "b": [because("c")]}),
    sample("claims that support their co-premises", {"a": [because("b", "c", "d")], "b": [because("d", "c")]}),
    sample("an undercut support of a co-premise", {"a": [because("b", "c")], "b": [because("c", unless=by("d"))]}),
    sample(
        "an undercut line to a premise among others with cases",
        {
            "a": [because("x"), because("b", "c", "d")],
            "b": [because("e"), because("f")],
            "c": [because("x", unless=by("y", "z"))],
            "d": [because("g"), because("h")],
        },
    ),
    sample("mutual attacks", {"a": [because("b"), but("c")], "b": [but("c")], "c": [but("b")]}),
    sample("mutual attacks in boxes", {"a": [because("b", "c"), but("d", "e")], "b": [but("e")], "e": [but("b")]}),
    sample("mutual attacks within a box", {"a": [because("b", "c")], "b": [but("c")], "c": [but("b")]}),
    sample("the thesis attacks back", {"a": [but("b"), because("c")], "b": [but("a")], "c": [but("d")], "d": [but("a")]}),
    sample("undercut attacks in a circle", {"a": [because("b")], "b": [but("c", unless=by("d"))], "c": [but("b", unless=by("e"))]}),
    sample("an undercutter used elsewhere", {"a": [because("b", unless=by("c")), because("d")], "d": [because("c")]}),
    sample("an undercutter used nearer", {"a": [because("b"), but("c")], "b": [because("d", unless=by("c"))]}),
    sample("an undercutter of a box used nearer", {"a": [because("b"), but("c")], "b": [because("d", "e", unless=by("c"))]}),
    sample("a premise undercuts its own inference", {"a": [because("b", unless=by("b")), because("c", "d", unless=by("c"))]}),
    sample("the thesis undercuts", {"a": [but("b", unless=by("a")), but("c", "d", unless=by("a"))]}),
    sample("an undercutter with a shared co-premise", {"a": [because("b", unless=by("c", "d")), because("d")]}),
    sample("one undercutter of two inferences", {"a": [because("b", unless=by("c")), because("d", unless=by("c")), but("e", "f", unless=by("c"))]}),
    sample("a stub whose claim stands above it", {"a": [because("b"), but("c")], "b": [but("d", "c")], "d": [because("e")]}),
    sample("a stub below its own claim", {"a": [because("b")], "b": [but("c")], "c": [but("d", "b")]}),
    sample("a stub of the thesis", {"a": [but("b")], "b": [but("c", "a")]}),
    sample("a box of stubs", {"a": [because("b"), because("c"), because("d")], "d": [because("b", "c")]}),
    sample("boxes that share", {"a": [because("b", "c"), because("b", "d"), but("c", "d")]}),
    sample("a premise used five times", {"a": [because(f"b{n}") for n in range(5)]} | {f"b{n}": [because("c"), because(f"d{n}")] for n in range(5)}),
    sample("a line that passes four ranks", {"a": [because("b"), because("f")], "b": [because("c")], "c": [because("d")], "d": [because("e")], "e": [because("g"), but("f")]}),
    sample("wide over narrow", {"a": [because("b", "c", "d", "e"), because("f")], "f": [because("g", "h", "i", "j", "k")], "h": [but("l")]}),
)  # fmt: skip
