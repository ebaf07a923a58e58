"""The manual pages of what is found in theme files; see :mod:`argmap.theme_file`."""
