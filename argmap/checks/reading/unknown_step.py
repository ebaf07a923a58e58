"""A step names something that is not in the map.

``steps`` is the order in which the map is revealed: each item is the id of a claim or of an inference, or a list of ids
that appear together. What no id stands for cannot appear. Usually an id is misspelt, or a claim was renamed in one
place only. Claims that nobody listed follow by themselves, so a step that is no longer needed can simply go.

Fails::

    thesis: free
    claims:
      free: {text: The museum should be free., because: fee, but: budget}
      fee: The fee keeps pupils away.
      budget: The museum lives on its fees.
    steps: [free, fees, budget]

Passes::

    thesis: free
    claims:
      free: {text: The museum should be free., because: fee, but: budget}
      fee: The fee keeps pupils away.
      budget: The museum lives on its fees.
    steps: [free, fee, budget]
"""
