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


def test_the_engine_is_loaded_ahead() -> None:
    told = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, check=True).stdout
    assert told.split() == [b"True", b"True"]


def test_a_machine_without_an_engine_still_starts_the_server() -> None:
    """There the worker tells that nothing can be printed; that it can start is what counts."""
    subprocess.run((sys.executable, "-c", NO_LIBRARY + LOADED), capture_output=True, check=True)
