r"""The file breaks a rule of YAML, in which maps are written.

YAML knows what belongs together by a few signs: a colon with a space after it ends a key, a dash with a space after it
begins an item, and what is further to the right belongs to what stands above it. Where a sentence has such a sign in
it, YAML takes the sign for its own. Then nothing after it can be read, so mend the first fault and check again. If the
line that is pointed at looks right, look at the end of the line before it.

Nearly always it helps to put the whole sentence in straight quotes, which are not drawn: ``"The verdict: guilty"``. A
sentence that has double quotes in it goes into single ones: ``'The word "free" has two meanings.'``. Within single
quotes, an apostrophe is written twice: ``''``. Within double quotes, a quote is written ``\"`` and a backslash ``\\``.
Curly quotes, as word processors make them, are letters like any other to YAML, and protect nothing.

A colon and a space end a key, also within a sentence.

Fails::

    thesis: The verdict of the jury: guilty on every count.
    because: Two witnesses saw the accused at the till.

Fails::

    thesis: “The verdict of the jury: guilty on every count.”
    because: Two witnesses saw the accused at the till.

A sentence may not begin with ``*``, ``&``, ``!``, ``%``, ``@``, ``|``, ``>``, ``[``, ``{``, ``#`` or a backtick: each
of them means something else to YAML.

Fails::

    thesis: The exam was too hard.
    because:
      - *Nobody* finished the last question in time.

Fails::

    thesis: The town should answer its critics online.
    because:
      - @townhall has more readers than the local paper.

Fails::

    thesis: The leaflet needs another layout.
    because:
      - % signs in small print are hard to read.

A quote at the beginning of a sentence lasts only to the next one, and what follows has no place any more; further on in
a sentence, quotes do no harm. A quote that is never closed goes on to the end of the file.

Fails::

    thesis: The museum should not call itself free.
    because:
      - "Free" means something else to every visitor.

Fails::

    thesis: "The museum should be free for pupils.
    because: Most pupils cannot pay the fee.

A ``#`` after a space begins a comment, which takes the rest of the line with it, even a brace that was to be closed
there.

Fails::

    thesis: fair
    claims:
      fair: {text: The referee has followed rule #3 of the game., but: late}
      late: The whistle came a minute late.

In square brackets and in braces, a comma or a bracket is YAML's too.

Fails::

    thesis: The reading list is too long.
    because: [The list [of May] has forty titles on it., Most pupils read ten books a year.]

A colon that ends a key needs a space after it. Keys that belong together begin in the same column, and so do the dashes
of one list. Indent with spaces: YAML takes no tabs.

Fails::

    thesis:The lecture has moved to room 12.
    because: The notice at the door says room 12.

Fails::

    thesis: moved
    claims:
      moved:
        text: The lecture has moved to room 12.
       because: The notice at the door says room 12.

Passes::

    thesis: "The verdict of the jury: guilty on every count."
    because:
      - Two witnesses saw the accused at the till.
      - "*Nobody* else had the key that night."
      - '"I needed the money" were the words of the accused.'

Passes::

    thesis: fair
    claims:
      fair: {text: "The referee has followed rule #3, as always.", but: late}
      late: The whistle came a minute late.
"""
