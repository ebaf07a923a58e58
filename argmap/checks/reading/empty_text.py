"""The place for a claim's sentence is empty.

The claim is announced, by its id, by ``text`` or by a pair of quotes, and then nothing follows. Mostly the sentence was
to be written later, or it was lost while parts were moved. Write it as one full sentence, or take the claim out,
together with the places that refer to it.

Fails::

    thesis: buses
    claims:
      buses:
        text: The town needs more buses.
        because: full
      full:
        text:

Fails::

    thesis: The town needs more buses.
    because:
      - The buses are full every morning.
      - ""

Passes::

    thesis: buses
    claims:
      buses:
        text: The town needs more buses.
        because: full
      full:
        text: The buses are full every morning.
"""
