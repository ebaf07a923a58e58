"""PDF: drawings, decks and handouts, set by Typst."""
