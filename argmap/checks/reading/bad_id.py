"""A name is not made as an id has to be.

An id is the short name by which other places refer to a claim, an inference, a source or a view; a tag is made alike.
It begins with a letter, of any script, and goes on with letters, digits, ``-`` and ``_``. That is how argmap tells an
id from a sentence, so a name with a space, a full stop or an apostrophe in it could never be referred to. Write a
hyphen for the space, and put a number at the end rather than at the beginning.

Fails::

    thesis: moved
    claims:
      moved: {text: The lecture has moved to room 12., because: The notice at the door says room 12.}
      seen there: The class was seen in room 12.

Fails::

    thesis: moved
    claims:
      moved: {text: The lecture has moved to room 12., tags: [main line]}

Passes::

    thesis: moved
    claims:
      moved: {text: The lecture has moved to room 12., because: seen-there, tags: [main-line]}
      seen-there: The class was seen in room 12.
"""
