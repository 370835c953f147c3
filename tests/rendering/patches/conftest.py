"""Prints with WeasyPrint alone, to compare."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import pytest

from leaflet.rendering import patches


@pytest.fixture(scope="session")
def weasyprint_alone() -> object:
    """A context without the patch of a module, or without any."""

    @contextmanager
    def without(module: ModuleType | None = None) -> Iterator[None]:
        names = [name for name in patches.PATCHES if module and module.__name__.endswith(name)]
        assert names or not module
        patches.switch(*names, on=False)
        try:
            yield
        finally:
            patches.switch(*names, on=True)

    return without
