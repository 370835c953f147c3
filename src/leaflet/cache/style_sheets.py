"""Style sheets that an earlier process has divided into tokens are not divided again.

tinycss2 does that letter by letter: for those of leaflet and of the layout engine it takes a first
document three times as long as to read the tokens back.
"""

import pickle
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from leaflet.cache.compiled import CompiledCache

LEAST = 1000
"""Characters of a style sheet that is worth keeping; a document has many attributes of a few."""

MOST = 50
"""Style sheets that are kept: their tokens are large, and each change of a style makes another."""


@cache
def keep() -> None:
    """Keep the tokens of all long style sheets that this process reads from now on."""
    package: Any = import_module("tinycss2")
    parser: Any = import_module("tinycss2.parser")
    kept_tokens = CompiledCache("tokens", package.__version__, most=MOST)
    as_it_does = package.parse_component_value_list

    def parse(css: Any, skip_comments: bool = False) -> Any:
        if len(css) < LEAST:
            return as_it_does(css, skip_comments)
        kept = kept_tokens.get((css, skip_comments))
        if kept is not None:
            return pickle.loads(kept)  # noqa: S301 - this user's leaflet has written it
        tokens = as_it_does(css, skip_comments)
        with suppress(RecursionError):  # one that is nested too deeply is not kept
            kept_tokens.put((css, skip_comments), pickle.dumps(tokens))
        return tokens

    package.parse_component_value_list = parser.parse_component_value_list = parse
