"""CSS selectors that an earlier process has compiled are not compiled again.

cssselect2 writes each selector as a Python expression, five hundred for a first document, and runs
it with ``eval``. To compile these texts takes most of that time; here ``eval`` gets the code made
of them.
"""

from importlib import import_module
from typing import Any

from leaflet.cache.compiled import CompiledCache

NEWS = 50
"""New selectors that are worth writing."""

KEPT = CompiledCache("selectors", "1", NEWS)


def keep() -> None:
    """Keep all selectors that this process compiles from now on."""
    compiler = import_module("cssselect2.compiler")  # which nothing but the engine needs

    # Found before the built-in function of that name, by the functions of that module alone.
    vars(compiler)["eval"] = _eval


def _eval(text: str, *namespaces: Any) -> Any:
    return eval(KEPT.code(text, "eval"), *namespaces)  # noqa: S307 - as its caller does
