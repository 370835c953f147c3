"""Keeps the patterns with which tinyhtml5 reads, as it means to.

tinyhtml5 2.1 looks a pattern up by its characters and keeps it by itself, so that it makes each
one again for each tag and text (``chars_until`` in ``inputstream.py``).
"""

import re
from collections.abc import Iterable

from tinyhtml5 import inputstream

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]


class _Patterns(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """A pattern for some characters, or for all others."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, are_wanted = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = pattern = re.compile(f"[{'' if are_wanted else '^'}{listed}]+")
        return pattern


_NAME = "characters_until_regex"

# Another version of tinyhtml5 may not have it.
PATCH = Patch(methods={(inputstream, _NAME): _Patterns()} if hasattr(inputstream, _NAME) else {})
