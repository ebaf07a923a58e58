"""A claim does not lead to the thesis.

It is in the file, and no chain of inferences leads from it to the thesis; so it is not drawn. Usually the line that
uses it is missing, or the claim is a leftover. What leads only to such a claim is not reported again.

Fails::

    thesis: The lecture has moved.
    because: The notice says so.
    claims:
      reliable: The notice is reliable.

Passes::

    thesis: The lecture has moved.
    because: [[The notice says so., reliable]]
    claims:
      reliable: The notice is reliable.
"""

from collections.abc import Iterator

import networkx as nx

from argmap.checks.subject import Finding, Subject
from argmap.graph import leading_to


def check(subject: Subject) -> Iterator[Finding]:
    """Report the claims at which the paths end that never reach the thesis, one for each part of the map."""
    connected = leading_to(subject.graph, subject.map.thesis)
    loose = subject.graph.subgraph(set(subject.graph) - connected).copy()
    for ends in nx.attracting_components(loose):
        claim = min((name for name in ends if name in subject.map.claim), key=subject.positions.of)
        below = ", nor is what leads to it" if any(map(loose.in_degree, loose.predecessors(claim))) else ""
        message = f"{subject.named(claim)} does not lead to the thesis, and is not drawn{below}"
        hint = "use it as a premise of a claim that does, or take it out"
        yield Finding(subject.positions.of(claim), message, hint, claim)
