import signal

import pytest

from browser import browser, browser_page

__all__ = ["browser", "browser_page"]

# What a shell runs in the background is deaf to Ctrl-C, and so is all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-pages",
        action="store_true",
        help="draw the reference pictures of tests/pages anew (make accept-pages)",
    )
