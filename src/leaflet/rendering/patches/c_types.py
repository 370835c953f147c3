"""Reads the name of a C type with the few type definitions that it needs.

Whenever cffi meets a new type, such as ``PangoRectangle *``, it has all definitions of WeasyPrint
parsed again, since a name means another thing if it is a type. Only names in the text can matter.
"""

import re
from copy import copy
from typing import Any

from cffi.cparser import Parser  # type: ignore[import-untyped]

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_DEFINITION = "typedef "
_NAME = re.compile(r"\w+")

_parse = Parser._parse


def _parse_with_few(self: Parser, text: str) -> Any:
    """What cffi parses, without the definitions of types that the text does not name."""
    named = {_DEFINITION + name for name in _NAME.findall(text)}
    narrow = copy(self)
    narrow._declarations = {
        name: meaning
        for name, meaning in self._declarations.items()
        if name in named or not name.startswith(_DEFINITION)
    }
    return _parse(narrow, text)


PATCH = Patch(methods={(Parser, "_parse"): _parse_with_few})
"""A context and a layout of Pango are of some fifteen types."""
