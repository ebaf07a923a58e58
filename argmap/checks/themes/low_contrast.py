"""A colour of a theme stands out too little from what it stands on.

Text needs a contrast of 4.5:1 and a line or a border 3:1, as the Web Content Accessibility Guidelines ask (WCAG 2.2,
success criteria 1.4.3 and 1.4.11). The contrast is that of relative luminance, as defined there: 1:1 for a colour on
itself, 21:1 for black on white. On a projector in a lit room less is left of it, so more is better.

Every colour that is written in the file is looked at with all that it meets: the ground, cards of every kind, reason
boxes with their tabs. What comes from the theme that is extended is told of only where it meets a colour of the file.

Fails::

    quiet: "#999"

Fails::

    extends: dark
    support: {color: "#247"}

Passes::

    quiet: "#555"

Passes::

    extends: dark
    support: {color: "#8BF"}
"""
