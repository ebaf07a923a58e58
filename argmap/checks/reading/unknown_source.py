"""A claim cites a source that is not listed.

The first word of ``source`` is the key of a work under ``sources``; what follows it is the place in that work, such as
a page. Without the work, nobody can look the claim up. Either the key is misspelt, or the work is not listed yet, or
its title or author was written where the key belongs.

Fails::

    thesis: open
    sources:
      report: {title: Report on the town library, date: 2023}
    claims:
      open: {text: The library should open on Sundays., source: The report p. 2, because: work}
      work: {text: Most readers work during the week., source: report p. 7}

Passes::

    thesis: open
    sources:
      report: {title: Report on the town library, date: 2023}
    claims:
      open: {text: The library should open on Sundays., source: report p. 2, because: work}
      work: {text: Most readers work during the week., source: report p. 7}
"""
