"""The machine's own libraries, looked for as the layout engine looks for them."""

import ctypes
import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def by_file_name() -> Iterator[None]:
    """Within it, Linux is asked for libraries by their file names alone.

    The layout engine tries names of other systems first, and for each that fails Python's own
    search starts compiler and linker, only to find out that there is no such thing: more than half
    of the time that loading the engine takes.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _nowhere(name: str) -> str | None:  # noqa: ARG001 - takes what it stands in for takes
    return None


def load(name: str) -> ctypes.CDLL | None:
    """A library, by the dynamic linker; None where it has none of that name."""
    names = [f"lib{name}{end}" for end in (".so.0", ".0.dylib", ".dylib", "-0.dll")]
    for each in (*names, ctypes.util.find_library(name)):
        try:
            if each:
                return ctypes.CDLL(each)
        except OSError:
            continue
    return None


OLDEST_PANGO = "1.44"
"""What the layout engine asks for (its documentation, "First steps")."""


def pango_version() -> str:
    """The version of Pango, which breaks lines and so shows on pages; empty where it is missing."""
    pango = load("pango-1.0")
    if pango is None:
        return ""
    pango.pango_version_string.restype = ctypes.c_char_p
    return str(pango.pango_version_string().decode())


def is_too_old(pango: str) -> bool:
    """Whether a version of Pango, as it tells it, is older than what the layout engine needs."""
    numbers = [tuple(map(int, version.split(".")[:2])) for version in (pango, OLDEST_PANGO)]
    return numbers[0] < numbers[1]
