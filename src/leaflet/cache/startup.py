"""What a process does first, so that it need not compile what an earlier one has compiled."""

import os

from leaflet.cache import expressions, methods, selectors


def keep() -> None:
    """Keep the expressions and methods that are compiled from now on, and use those kept before.

    With ``LEAFLET_ENGINE=plain``, Python does as it always does.
    """
    if not _is_plain():
        expressions.keep()
        methods.keep()


def keep_selectors() -> None:
    """Do the same with selectors; called before the layout engine is loaded, which has hundreds."""
    if not _is_plain():
        selectors.keep()


def _is_plain() -> bool:
    return os.environ.get("LEAFLET_ENGINE") == "plain"
