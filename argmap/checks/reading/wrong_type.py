"""A value is not of the kind that its key needs.

Each key takes a certain kind of value: a piece of text, a list, a number, ``true`` or ``false``, or further keys with
values of their own. The message says what is needed and what was found. A map has one thesis, for instance, so a list
cannot stand there: choose the claim that the map is about, and let the other bear on it or go into a map of its own.

Fails::

    thesis: [Homework helps pupils to learn., Homework takes too much time.]
    because: Practice makes new knowledge last.

Passes::

    thesis: Homework helps pupils to learn.
    because: Practice makes new knowledge last.
    but: Homework takes too much time.

Below ``claims``, ``sources`` and ``views``, each line begins with a name and a colon, without a dash. Items with a dash
belong below ``because``, ``but``, ``unless``, ``premises`` and ``steps``, which have no names of their own.

Fails::

    thesis: Homework helps pupils to learn.
    because: Practice makes new knowledge last.
    claims:
      - practice: Practice makes new knowledge last.

Passes::

    thesis: Homework helps pupils to learn.
    because: practice
    claims:
      practice: Practice makes new knowledge last.

``implicit`` takes ``true`` or ``false``, and ``depth``, of a view, a whole number. An inference needs a premise.

Fails::

    thesis: Homework helps pupils to learn.
    because: {text: Practice makes new knowledge last., implicit: perhaps}

Fails::

    thesis: Homework helps pupils to learn.
    because: {premises: [], scheme: sign}

Passes::

    thesis: Homework helps pupils to learn.
    because: {text: Practice makes new knowledge last., implicit: true}
    but: {text: Homework takes too much time., because: Most pupils work until late.}
    views:
      main-line: {title: Only the main line, depth: 1}

In a theme file, a colour is ``#RGB`` or ``#RRGGBB`` in quotes, for without them a ``#`` begins a comment.
"""
