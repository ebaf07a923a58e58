"""No theme is called so.

A theme file changes a theme that comes with argmap, and ``extends`` names that: ``light``, ``dark``, ``classic`` or
``print``. Without it, ``light`` is meant. One file cannot extend another.

Fails::

    extends: drak
    ground: "#000"

Passes::

    extends: dark
    ground: "#000"
"""
