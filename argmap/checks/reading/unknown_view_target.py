"""A view looks at a claim that is not in the map.

A view draws a part of the map, and its ``focus`` is the id of the claim on top of that part. If no claim is called so,
the id is misspelt or the claim was renamed, and there is nothing to draw. A view without a ``focus`` begins at the
thesis.

Fails::

    thesis: free
    claims:
      free: {text: The museum should be free., because: fee}
      fee: {text: The fee keeps pupils away., because: Four pupils in five have never been inside.}
    views:
      pupils: {title: What keeps pupils away, focus: fees}

Passes::

    thesis: free
    claims:
      free: {text: The museum should be free., because: fee}
      fee: {text: The fee keeps pupils away., because: Four pupils in five have never been inside.}
    views:
      pupils: {title: What keeps pupils away, focus: fee}
"""
