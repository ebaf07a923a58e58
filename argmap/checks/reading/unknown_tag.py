"""A view names a tag that no claim has.

A view with ``only`` shows the claims that have one of its tags, and one with ``exclude`` leaves them out. A tag that no
claim has does nothing there, or hides everything. Usually it is misspelt, or the claims never got it. Write the tag as
it stands at the claims, in their ``tags``, or give it to the claims that are meant.

Fails::

    thesis: free
    claims:
      free: {text: The museum should be free., because: fee, but: budget}
      fee: The fee keeps pupils away.
      budget: {text: The museum lives on its fees., tags: [money]}
    views:
      pupils: {title: Without the budget, exclude: [mony]}

Passes::

    thesis: free
    claims:
      free: {text: The museum should be free., because: fee, but: budget}
      fee: The fee keeps pupils away.
      budget: {text: The museum lives on its fees., tags: [money]}
    views:
      pupils: {title: Without the budget, exclude: [money]}
"""
