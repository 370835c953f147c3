"""Prints with WeasyPrint alone, to compare."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import pytest

from leaflet.rendering import patches


@pytest.fixture(scope="session")
def weasyprint_alone() -> object:
    """A context without the patch of a module, or without any but the level of compression."""

    @contextmanager
    def without(module: ModuleType | None = None) -> Iterator[None]:
        names = [module.__name__.rpartition(".")[2]] if module else [*patches.PATCHES]
        if not module:
            names.remove("flate")
        patches.switch(*names, on=False)
        try:
            yield
        finally:
            patches.switch(*names, on=True)

    return without
