"""What the engine imports but hardly needs is loaded when it is used."""

import subprocess
import sys

SCRIPT = """
import sys
from leaflet.fonts.loaded_later import loaded_later

NAMES = ("fontTools.subset", "fontTools.varLib.instancer")
with loaded_later():
    from fontTools import subset
    from fontTools.varLib.instancer import instantiateVariableFont
assert not any(name in sys.modules for name in NAMES)
assert subset.Options().hinting
assert NAMES[0] in sys.modules
try:
    instantiateVariableFont(None, {})
except TypeError:
    assert NAMES[1] in sys.modules
else:
    raise AssertionError
with loaded_later():
    import fontTools.subset
assert fontTools.subset.Options is subset.Options
"""

LOADED = """
import sys
import leaflet.batch.preload
assert "weasyprint" in sys.modules
assert "fontTools.subset" not in sys.modules
"""


def test_a_module_is_loaded_when_it_is_used() -> None:
    subprocess.run((sys.executable, "-c", SCRIPT), check=True)


def test_the_engine_is_loaded_without_them() -> None:
    subprocess.run((sys.executable, "-c", LOADED), check=True)
