"""What a process does first, so that it need not compile what an earlier one has compiled."""

import os

from leaflet.cache import expressions, methods


def keep() -> None:
    """Keep the expressions and methods that are compiled from now on, and use those kept before.

    With ``LEAFLET_ENGINE=plain``, Python does as it always does.
    """
    if os.environ.get("LEAFLET_ENGINE") == "plain":
        return
    expressions.keep()
    methods.keep()
