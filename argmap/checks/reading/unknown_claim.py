"""The map refers to a claim that is not in it.

A single word, or words joined by hyphens, is an id: it stands for a claim that is written elsewhere, under ``claims``
or in place with that ``id``. If there is none, the id is misspelt, or the claim was renamed, or it is still to be
written. The hint names the nearest id and its line. If it was to be a sentence of one word, write ``{text: Word}``.

Fails::

    thesis: homework
    claims:
      homework: {text: Homework helps pupils to learn., because: practise}
      practice: {text: Practice makes new knowledge last., because: homework-tested}
      homework-tested: Pupils with homework remember more after a week.

Passes::

    thesis: homework
    claims:
      homework: {text: Homework helps pupils to learn., because: practice}
      practice: {text: Practice makes new knowledge last., because: homework-tested}
      homework-tested: Pupils with homework remember more after a week.

Only a claim can be a premise or be attacked by ``but``. Who grants the premises of an inference and denies that they
bear on the matter writes ``unless`` at the inference itself.

Fails::

    thesis: Homework helps pupils to learn.
    because:
      - {id: survey, premises: Most teachers give homework., scheme: popular-opinion}
    but:
      - survey

Passes::

    thesis: Homework helps pupils to learn.
    because:
      - premises: Most teachers give homework.
        scheme: popular-opinion
        unless: Most teachers give homework out of habit.
"""
