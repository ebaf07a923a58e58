"""Two things have the same id.

Claims and inferences share their ids, so that a step or a reference can mean only one of them. Where an id stands for
two, no reader can tell which is meant. It comes about where a claim is written in place with an id that ``claims`` has
already, or where an inference is called like the claim that it rests on. If the two are one claim, write it once and
refer to it by its id; otherwise give one of them another id.

Fails::

    thesis: moved
    claims:
      moved:
        text: The lecture has moved to room 12.
        because: {id: notice, text: The notice at the door says room 12.}
      notice: The notice has today's date on it.

Fails::

    thesis: The lecture has moved to room 12.
    because: {id: notice, premises: notice, scheme: sign}
    claims:
      notice: The notice at the door says room 12.

Passes::

    thesis: The lecture has moved to room 12.
    because: {id: from-notice, premises: [notice, date], scheme: sign}
    claims:
      notice: The notice at the door says room 12.
      date: The notice has today's date on it.
"""
