"""Definitions of C functions that an earlier process has parsed are not parsed again.

cffi has the definitions of all that the layout engine calls parsed when it is imported.
"""

import pickle
from functools import cache
from importlib import import_module
from typing import Any

from leaflet.cache.compiled import CompiledCache


@cache
def keep() -> None:
    """Keep all definitions that this process parses from now on."""
    module = import_module("pycparser")  # which nothing but the engine needs
    kept_trees = CompiledCache("definitions", module.__version__)
    as_it_does = module.CParser.parse

    def parse(parser: Any, text: str, *args: Any, **options: Any) -> Any:
        source = (text, *args, *sorted(options.items()))
        kept = kept_trees.get(source)
        if kept is not None:
            return pickle.loads(kept)  # noqa: S301 - this user's leaflet has written it
        tree = as_it_does(parser, text, *args, **options)
        kept_trees.put(source, pickle.dumps(tree))
        return tree

    module.CParser.parse = parse
