"""A claim has no sentence.

A claim is a sentence that can be true or false; without one there is nothing to draw, to support or to doubt. A claim
that is nothing but its sentence needs no key: ``cheap: Buses are cheap.`` As soon as it gets another key, such as a
source, a label or a ``because``, the sentence needs the key ``text``. A label does not replace it: it is only the short
form of the sentence, for crowded drawings.

Fails::

    thesis: buses
    claims:
      buses: The town needs more buses.
      full: {label: Buses are full}
    because: full

Passes::

    thesis: buses
    claims:
      buses: The town needs more buses.
      full: {text: The buses are full every morning., label: Buses are full}
    because: full
"""
