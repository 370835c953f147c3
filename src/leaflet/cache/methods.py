"""Methods of dataclasses that an earlier process has compiled are not compiled again.

``dataclasses`` writes the methods of a class as texts, five of them, and runs each with ``exec``.
To compile these thousand texts takes most of that time; here ``exec`` gets the code made of them.
"""

import dataclasses
from types import CodeType
from typing import Any

from leaflet.cache.compiled import CompiledCache

NEWS = 50
"""New methods that are worth writing."""

KEPT = CompiledCache("methods", "1", NEWS)


def keep() -> None:
    """Keep the methods of all dataclasses that this process makes from now on."""
    # Found before the built-in function of that name, by the functions of that module alone.
    vars(dataclasses)["exec"] = _exec


def _exec(text: str | CodeType, *namespaces: Any) -> None:
    code = KEPT.code(text, "exec") if isinstance(text, str) else text
    exec(code, *namespaces)  # noqa: S102 - as its caller does
