"""What a process does first, so that it need not compile what an earlier one has compiled."""

import os

from leaflet.cache import c_definitions, expressions, methods, selectors, style_sheets


def keep() -> None:
    """Keep what is compiled from now on: expressions, methods, style sheets; use what was kept.

    With ``LEAFLET_ENGINE=plain``, Python does as it always does.
    """
    if not _is_plain():
        expressions.keep()
        methods.keep()
        style_sheets.keep()


def keep_for_engine() -> None:
    """Do the same with what the layout engine has: selectors, and definitions in C.

    Called before it is loaded.
    """
    if not _is_plain():
        c_definitions.keep()
        selectors.keep()


def _is_plain() -> bool:
    return os.environ.get("LEAFLET_ENGINE") == "plain"
