"""A key is not one that argmap knows in this place.

What stands before a colon has to be one of the words of the format, such as ``text``, ``because`` or ``source``; under
any other, what you wrote would be lost without a word. Usually it is misspelt, and the hint names the nearest one.

Fails::

    thesis: Homework helps pupils to learn.
    becuase: Practice makes new knowledge last.

Passes::

    thesis: Homework helps pupils to learn.
    because: Practice makes new knowledge last.

Often it is not meant as a key at all. A colon and a space make a key of the words before them, also within a sentence.
In braces, a comma ends a sentence, and what follows it is taken for the next key. Put such a sentence in quotes.

Fails::

    thesis: The museum should be free.
    because:
      - The survey is clear: most visitors stay away for the fee.

Fails::

    thesis: closed
    claims:
      closed: {text: On Sundays, most shops in town are closed., because: "The law of 1996 forbids trade on Sundays."}

Passes::

    thesis: The museum should be free.
    because:
      - "The survey is clear: most visitors stay away for the fee."
      - {text: "On Sundays, most families stay away.", because: "Four tickets cost more than a family dinner."}

Or the key is right and stands in the wrong place. A ``scheme`` and an ``unless`` say something about an inference, so a
claim under ``claims`` cannot have them; they stand where the claim is used, beside ``premises``.

Fails::

    thesis: moved
    claims:
      moved: {text: The lecture has moved to room 12., because: notice}
      notice: {text: The notice at the door says room 12., unless: The notice is a year old.}

Passes::

    thesis: moved
    claims:
      moved:
        text: The lecture has moved to room 12.
        because:
          - premises: notice
            unless: The notice is a year old.
      notice: The notice at the door says room 12.

A theme file has keys of its own, and the hint names the nearest of those.
"""
