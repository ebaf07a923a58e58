"""The map does not say what it is about.

The thesis is the claim that everything else in the map speaks for or against; the drawing begins with it, and only what
leads to it is drawn. Give it at the top level, after ``thesis:``, as a sentence or as the id of a claim under
``claims``. A title is not enough: it names the topic, and a topic can be neither true nor false.

Fails::

    title: Should the museum be free?
    because: Most pupils cannot pay the fee.
    but: The museum lives on its fees.

Passes::

    title: Should the museum be free?
    thesis: The museum should be free for pupils.
    because: Most pupils cannot pay the fee.
    but: The museum lives on its fees.
"""
