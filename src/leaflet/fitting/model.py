"""A document that fits, and how it was made."""

from collections.abc import Callable
from dataclasses import dataclass

from leaflet.compose import Composition, Makeup, SheetContent
from leaflet.kinds.model import Kind
from leaflet.rendering import Layout

Make = Callable[[Makeup], tuple[Composition, Layout]]
"""Composes and lays out a document with a make-up."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A document composed and laid out; ``trials`` counts the layouts that it took."""

    composition: Composition
    layout: Layout
    trials: int = 1


def may_choose(makeup: Makeup, content: SheetContent, kind: Kind) -> bool:
    """Whether a document can have a make-up: whether fitting a document can have chosen it."""
    if sides := kind.sides:
        sizes = (0, *sides.sizes, sides.long_size)
        return makeup.size in sizes and not (makeup.moved or makeup.left or makeup.runs_on)
    sheet = kind.sheet
    if sheet is None:
        return makeup == Makeup()
    moved = tuple(content.movable[: len(makeup.moved)])
    return makeup.size in (0, *sheet.sizes) and makeup.moved == moved
