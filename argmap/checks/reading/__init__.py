"""The manual pages of what reading finds: a module for each code, with nothing but its page."""
