"""Documents of pandoc's: where they ask for a drawing, and what stands there instead."""
