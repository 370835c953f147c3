import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import pycparser, pycparser.c_generator
from leaflet.cache import c_definitions, compiled

TEXT = "typedef struct { int a; char *b[3]; } thing, *things; void f(thing *x, const int y);"
parsed = []
usual = pycparser.CParser.parse
pycparser.CParser.parse = lambda *given: parsed.append(given) or usual(*given)
c_definitions.keep()
tree = pycparser.CParser().parse(TEXT)
written = pycparser.c_generator.CGenerator().visit
as_usual = usual(pycparser.CParser(), TEXT)
assert written(tree) == written(as_usual)
assert [str(each.coord) for each in tree.ext] == [str(each.coord) for each in as_usual.ext]
one, other, *_ = tree.ext
assert one.type.type is other.type.type.type  # the same struct, which cffi knows by its identity

import cffi
maker = cffi.FFI()
maker.cdef(TEXT)
assert maker.new("things").b[2] == maker.NULL
compiled.save()
print(len(parsed))
"""


def test_definitions_mean_the_same_and_are_parsed_once(tmp_path: Path) -> None:
    homes = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")}
    command, environment = (sys.executable, "-c", SCRIPT), os.environ | homes
    first, second = (
        int(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
        for _ in range(2)
    )
    assert first >= 2
    assert second == 0
