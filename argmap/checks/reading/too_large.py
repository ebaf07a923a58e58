"""The map is too large or too deeply nested to be read.

There are limits, far beyond what can be shown to a class, so that no file can keep argmap busy for ever: 300,000 keys
and values, 100 levels of lists and mappings within each other, and 50 levels of claims written inside claims. A map
written by hand comes near them only where every claim stands inside the claim before it, a step further to the right
each time. Give the inner claims ids, write them one below the other under ``claims``, and refer to them: a chain of
any length is then flat.

A short file can be large as well: YAML can name a part of it with ``&`` and repeat it with ``*``, and a repetition of
repetitions soon stands for millions of claims. Such a file counts as if everything were written out.

Fails::

    thesis: The whole town knows the secret.
    because:
      - &a [Anna has told Ben the secret., Ben has told Carla the secret.]
      - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
      - &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e, *e, *e]

Passes::

    thesis: town
    claims:
      town: {text: The whole town knows the secret., because: carla}
      carla: {text: Carla knows the secret., because: ben}
      ben: {text: Ben knows the secret., because: anna}
      anna: Anna has told Ben the secret.
"""
