"""Decks: a map cut into slides, each with text of at least the size that was asked for."""
