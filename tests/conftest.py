import os
import signal
import tempfile

import pytest

from browser import browser, browser_page

__all__ = ["browser", "browser_page"]

# Processes that a shell runs in the background ignore Ctrl-C, and so do their children.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The key that signs what leaflet prints: not that of whoever runs the tests.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="leaflet-state-")
# Nor what leaflet has compiled for them.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="leaflet-cache-")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-pages",
        action="store_true",
        help="replace the reference pictures in tests/pages (make accept-pages)",
    )
