"""An inference names a scheme that argmap does not know.

A scheme is the pattern of an inference, such as ``analogy``, ``expert-opinion`` or ``sign``; the drawing says it in
words. The names are fixed, so that one pattern is called the same in every map. The hint names the nearest scheme, or
lists all of them. If none of them fits, leave the scheme out: an inference needs none.

Fails::

    thesis: The bridge is safe for lorries.
    because: {text: The engineer of the town calls the bridge safe., scheme: expert}

Passes::

    thesis: The bridge is safe for lorries.
    because: {text: The engineer of the town calls the bridge safe., scheme: expert-opinion}
"""
