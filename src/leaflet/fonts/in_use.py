"""The families that a document may be set in: those of leaflet, and those of its project.

They are the same from the first estimate of a width to the proof, and each document's own; so
they are kept beside the call stack instead of being passed through every function.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from leaflet.fonts.families import FAMILIES, Family


@dataclass(frozen=True, slots=True, eq=False)
class FontSet:
    """The ``families`` of a document in fallback order, and which of them are its project's own."""

    families: tuple[Family, ...] = FAMILIES
    own: tuple[Family, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the families."""
        return tuple(family.name for family in self.families)


_PINNED = FontSet()

_IN_USE: ContextVar[FontSet] = ContextVar("fonts in use", default=_PINNED)


def font_set(first: Iterable[str] = (), own: tuple[Family, ...] = ()) -> FontSet:
    """The families of a document; those that its style names ``first`` come first.

    The same one for the same families, so that what is known of them is found again.
    """
    return _font_set(tuple(first), own)


@lru_cache(maxsize=32)
def _font_set(first: tuple[str, ...], own: tuple[Family, ...]) -> FontSet:
    every = {family.name: family for family in (*FAMILIES, *own)}
    families = (*(every[name] for name in first if name in every), *every.values())
    ordered = tuple(dict.fromkeys(families))
    return _PINNED if ordered == FAMILIES else FontSet(ordered, own)


def in_use() -> FontSet:
    """The families of the document that is being made or proved; else those of leaflet."""
    return _IN_USE.get()


@contextmanager
def using(fonts: FontSet) -> Iterator[None]:
    """Make or prove a document with some families."""
    token = _IN_USE.set(fonts)
    try:
        yield
    finally:
        _IN_USE.reset(token)
