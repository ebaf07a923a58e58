"""Argument schemes: the patterns of inference that a map may name.

The names follow Walton, Reed and Macagno, *Argumentation Schemes* (Cambridge University Press, 2008), chapter 9.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """A pattern of inference: its name in a map, and what it is."""

    name: str
    meaning: str


SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme("abduction", "the target is the best explanation of what the premises report"),
        Scheme("alternatives", "the other possibilities are ruled out"),
        Scheme("analogy", "what holds of one case holds of a similar one"),
        Scheme("bias", "a party's interest makes its word less reliable"),
        Scheme("cause-to-effect", "what causes something is present, so its effect follows"),
        Scheme("character", "what somebody is like shows what they will do"),
        Scheme("classification", "a thing falls under a term, so what the term implies holds"),
        Scheme("commitment", "somebody's words or deeds commit them to something"),
        Scheme("consequences", "what follows from an action speaks for or against it"),
        Scheme("correlation-to-cause", "two things go together, so one causes the other"),
        Scheme("definition", "a thing meets the definition of a term"),
        Scheme("effect-to-cause", "an effect is present, so its cause was"),
        Scheme("example", "a case shows that something general holds"),
        Scheme("expert-opinion", "somebody who knows the field asserts it"),
        Scheme("generalisation", "what holds of the cases observed holds of all"),
        Scheme("ignorance", "if it were so it would be known, and it is not known"),
        Scheme("inconsistency", "somebody's words or deeds contradict each other"),
        Scheme("popular-opinion", "it is generally accepted"),
        Scheme("position-to-know", "somebody who was in a position to know asserts it"),
        Scheme("practical-reasoning", "somebody has a goal, and an action serves it"),
        Scheme("precedent", "an earlier case was decided in this way"),
        Scheme("rule", "an established rule covers the case"),
        Scheme("sign", "what is seen indicates what is not"),
        Scheme("slippery-slope", "a first step leads on, step by step, to something bad"),
        Scheme("values", "something promotes or harms what is held to be good"),
        Scheme("witness", "somebody who saw it reports it"),
    )
}
