"""Regular expressions that an earlier process has compiled are not compiled again.

A first document needs a thousand of them, leaflet's own and those of its libraries. Python compiles
an expression to numbers, and makes a pattern of these; it keeps patterns for its own process only.
Here the numbers are kept, and the pattern made of them is equal to the one that Python makes.
"""

import re
from array import array
from functools import cache
from importlib import import_module
from typing import Any

from leaflet.cache.compiled import CompiledCache

NEWS = 50
"""New expressions that are worth writing: each document has a few that contain its own words."""

KEPT = CompiledCache("expressions", f"{array('I').itemsize}", NEWS)


@cache
def keep() -> bool:
    """Keep all expressions that this process compiles from now on; whether this Python can."""
    try:
        compiler: Any = import_module("re._compiler")
        make = import_module("_sre").compile
        as_python_does = compiler.compile
        parse, to_code = compiler._parser.parse, compiler._code
    except (ImportError, AttributeError):
        return False

    def numbers(pattern: str | bytes, flags: int) -> tuple[Any, ...]:
        parsed = parse(pattern, flags)
        code = array("I", map(int, to_code(parsed, flags))).tobytes()
        names: dict[str, int] = dict(parsed.state.groupdict)
        by_number = {number: name for name, number in names.items()}
        groups = parsed.state.groups
        ordered = tuple(by_number.get(number) for number in range(groups))
        return flags | parsed.state.flags, code, groups - 1, names, ordered

    def compile_(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, (str, bytes)) or flags & re.DEBUG:
            return as_python_does(pattern, flags)
        flags = int(flags)
        found = KEPT.get((pattern, flags))
        if found is None:
            found = numbers(pattern, flags)
            KEPT.put((pattern, flags), found)
        all_flags, code, *groups = found
        return make(pattern, all_flags, array("I", code).tolist(), *groups)

    compiler.compile = compile_
    return True
