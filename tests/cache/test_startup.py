"""What is compiled is kept, unless the setting that leaves everything to the libraries is set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import dataclasses, pycparser, re._compiler
from cssselect2 import compiler
from leaflet.cache import startup
as_python_does, as_it_parses = re._compiler.compile, pycparser.CParser.parse
startup.keep()
startup.keep_for_engine()
are_kept = "exec" in vars(dataclasses), "eval" in vars(compiler)
print(re._compiler.compile is not as_python_does, *are_kept)
print(pycparser.CParser.parse is not as_it_parses)
"""


@pytest.mark.parametrize(
    ("engine", "kept"), [("", "True True True True"), ("plain", "False False False False")]
)
def test_one_setting_leaves_python_as_it_is(tmp_path: Path, engine: str, kept: str) -> None:
    homes = {name: str(tmp_path / name) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **homes, "LEAFLET_ENGINE": engine},
    )
    assert " ".join(done.stdout.split()) == kept
