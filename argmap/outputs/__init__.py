"""Files: their names, and writing them whole or not at all."""
