"""What a process does first, so that it need not compile what an earlier one has compiled."""

from leaflet.cache import expressions, methods


def keep() -> None:
    """Keep the expressions and methods that are compiled from now on, and use those kept before."""
    expressions.keep()
    methods.keep()
