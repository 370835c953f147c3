import pytest

from browser import browser, browser_page

__all__ = ["browser", "browser_page"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-pages",
        action="store_true",
        help="draw the reference pictures of tests/pages anew (make accept-pages)",
    )
