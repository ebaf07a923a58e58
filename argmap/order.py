"""The order of the argument.

It begins with the thesis. Every inference brings its premises, then what bears on each of them, then its undercutters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from argmap.model import Claim, Inference


def in_order(
    thesis: str, claims: Iterable[Claim], inferences: Iterable[Inference]
) -> tuple[tuple[Claim, ...], tuple[Inference, ...]]:
    """Return claims and inferences in the order of the argument; what does not lead to the thesis comes last."""
    by_id = {claim.id: claim for claim in claims}
    on: dict[str, list[Inference]] = defaultdict(list)
    for inference in inferences:
        on[inference.target].append(inference)
    seen_claims: dict[str, Claim] = {}
    seen_inferences: list[Inference] = []
    met: set[str] = set()
    for start in (thesis, *by_id):
        if start not in seen_claims:
            seen_claims[start] = by_id[start]
            for inference in _walk(start, on, met):
                seen_inferences.append(inference)
                seen_claims.update({premise: by_id[premise] for premise in inference.premises})
    return tuple(seen_claims.values()), tuple(seen_inferences)


def _walk(start: str, on: dict[str, list[Inference]], met: set[str]) -> Iterator[Inference]:
    """Yield the inferences that lead to a claim, but for those on claims met before; for any depth."""
    met.add(start)
    stack: list[Iterator[Inference]] = [iter(on[start])]
    while stack:
        inference = next(stack[-1], None)
        if inference is None:
            stack.pop()
            continue
        yield inference
        new = [premise for premise in dict.fromkeys(inference.premises) if premise not in met]
        met.update(new)
        stack.append(chain.from_iterable(on[name] for name in (*new, inference.id)))
