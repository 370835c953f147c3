"""The rules of a style sheet, read once for all that looks at them."""

from collections.abc import Sequence
from functools import lru_cache

import tinycss2

__all__ = ["rules", "values"]


@lru_cache(maxsize=64)
def rules(css: str) -> Sequence[tinycss2.ast.Node]:
    """The rules of a style sheet, and ``@end``, which is put after it."""
    found: Sequence[tinycss2.ast.Node] = tinycss2.parse_stylesheet(values(f"{css}\n@end;"))
    return found


@lru_cache(maxsize=64)
def values(css: str) -> Sequence[tinycss2.ast.Node]:
    """What a style sheet consists of; to read it takes most of the time of a parser."""
    values: Sequence[tinycss2.ast.Node] = tinycss2.parse_component_value_list(css)
    return values
