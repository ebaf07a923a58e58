"""A key is given twice in the same place.

Under one heading every key stands once: a map has one ``because``, and ``claims`` has each id once. Of two, only one
could count, and whatever the other says would be lost without a word. It comes about when a second reason gets a
``because`` of its own, or when a claim is copied to write the next one and keeps its id. Write several reasons as a
list below one ``because``, each with a dash; give the second claim an id of its own.

Fails::

    thesis: The library should open on Sundays.
    because: Most readers work during the week.
    but: Staff costs rise on Sundays.
    because: Pupils need a quiet place on Sundays.

Passes::

    thesis: The library should open on Sundays.
    because:
      - Most readers work during the week.
      - Pupils need a quiet place on Sundays.
    but: Staff costs rise on Sundays.

What bears on the thesis stands either at the top level or at the thesis itself. If ``because`` is given in both, move
all its items to one of the two.

Fails::

    thesis: open
    because: Most readers work during the week.
    claims:
      open:
        text: The library should open on Sundays.
        because: Pupils need a quiet place on Sundays.

Passes::

    thesis: open
    claims:
      open:
        text: The library should open on Sundays.
        because:
          - Most readers work during the week.
          - Pupils need a quiet place on Sundays.
"""
