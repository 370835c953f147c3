"""A type has the meaning that it has with cffi alone."""

import cffi  # type: ignore[import-untyped]
import pytest

from leaflet.rendering.patches import switch

DEFINITIONS = """
    typedef int Size;
    typedef struct { Size width, height; } Box;
    typedef Box *Boxes;
    typedef struct Hidden Hidden;
    typedef void (*Call)(Hidden *, Size[2]);
    typedef unsigned int uint32_t;
"""

TYPES = (
    *("Size", "Box *", "Boxes[3]", "Hidden *", "Call", "uint32_t", "uint8_t *", "char[]"),
    *("Box (*)(Size, Call)", "struct Hidden **", "unsigned int"),
)


def library() -> cffi.FFI:
    made = cffi.FFI()
    made.cdef(DEFINITIONS)
    return made


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_read_alike(name: str) -> None:
    switch("c_types", on=False)
    before = library().typeof(name)
    switch("c_types", on=True)
    after = library()
    assert repr(after.typeof(name)) == repr(before)
    assert after.typeof(name) is after.typeof(name)
    assert after.sizeof("Box") == 2 * after.sizeof("Size")


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(cffi.CDefError, match="Nothing"):
        library().typeof("Nothing *")
