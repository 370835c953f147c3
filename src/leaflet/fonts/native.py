"""Native libraries of the machine, found the way the layout engine finds them."""

import ctypes
import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

OLDEST_PANGO = "1.44"
"""The oldest Pango that WeasyPrint supports (its documentation, "First steps")."""


@contextmanager
def by_file_name() -> Iterator[None]:
    """On Linux, look for libraries by file name only inside the block.

    WeasyPrint tries the library names of other systems first. For each of them Python's own search
    starts the compiler and linker in vain, which takes more than half of WeasyPrint's import time.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(name: str) -> str | None:  # noqa: ARG001 - same signature as find_library
    return None


def load(name: str) -> ctypes.CDLL | None:
    """Load a library such as ``pango-1.0``; None if the dynamic linker does not find it."""
    names = [f"lib{name}{end}" for end in (".so.0", ".0.dylib", ".dylib", "-0.dll")]
    for each in names:
        with suppress(OSError):
            return ctypes.CDLL(each)
    found = ctypes.util.find_library(name)  # slow: it starts other programs
    with suppress(OSError):
        return ctypes.CDLL(found) if found else None
    return None


def pango_version() -> str:
    """The version of Pango, which breaks lines and so affects pages; empty if it is missing."""
    pango = load("pango-1.0")
    if pango is None:
        return ""
    pango.pango_version_string.restype = ctypes.c_char_p
    return str(pango.pango_version_string().decode())


def is_too_old(pango: str) -> bool:
    """Whether a version of Pango, such as ``1.50.12``, is older than WeasyPrint needs."""
    version, oldest = (tuple(map(int, text.split(".")[:2])) for text in (pango, OLDEST_PANGO))
    return version < oldest
