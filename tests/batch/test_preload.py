import subprocess
import sys

LOADED = """
import sys
import leaflet.batch.preload
print("weasyprint" in sys.modules, "leaflet.pipeline" in sys.modules)
"""

NO_LIBRARY = """
import cffi
def refuse(*_):
    raise OSError("no Pango")
cffi.FFI.dlopen = refuse
"""


def test_the_engine_is_preloaded() -> None:
    output = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, check=True).stdout
    assert output.split() == [b"True", b"True"]


def test_a_machine_without_an_engine_still_starts_the_server() -> None:
    """Its first worker reports that nothing can be printed; here only the start counts."""
    subprocess.run((sys.executable, "-c", NO_LIBRARY + LOADED), capture_output=True, check=True)
