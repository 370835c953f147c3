"""Parts of fontTools that the layout engine imports, but that hardly any document needs.

They subset fonts where HarfBuzz cannot, and fix the axes of variable fonts. Importing them takes a
tenth of the time that the engine takes to load.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["loaded_later"]

_PARTS = {"fontTools.subset": (), "fontTools.varLib.instancer": ("instantiateVariableFont",)}
"""The modules, and the functions that the engine imports from them by name."""


@contextmanager
def loaded_later() -> Iterator[None]:
    """Within it, what imports one of these modules gets one that is loaded when it is used."""
    absent = {name: _LoadedLater(name) for name in _PARTS if name not in sys.modules}
    sys.modules.update(absent)
    try:
        yield
    finally:
        for name, module in absent.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


class _LoadedLater(ModuleType):
    """Stands for a module; whoever asks for anything in it loads that."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        for function in _PARTS[name]:
            setattr(self, function, partial(_call, name, function))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked for by the import itself
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def _call(module: str, function: str, *arguments: Any, **named: Any) -> Any:
    return getattr(import_module(module), function)(*arguments, **named)
