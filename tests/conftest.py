"""What all tests share: the gate gives one verdict on one state of the code, so hypothesis draws the same examples.

``HYPOTHESIS_PROFILE=search`` draws others, and many, to look for faults.
"""

import os

from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))
