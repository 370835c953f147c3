"""A real Chromium for the pages that people use on a screen; where there is none, a skip says so.

Debian's package, Chrome or a Mac's application will do: playwright brings no browser of its own.
One browser serves all tests of a module, and every test has a page that remembers nothing.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
"""What Chromium may be called, or where it may lie."""


def chromium() -> str | None:
    """The Chromium of this machine, if it has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The one browser of a module; its tests are skipped where the machine has none.

    Playwright runs a loop of asyncio as long as it is open, in which tests of other modules could
    not start their own.
    """
    found = chromium()
    if found is None:
        pytest.skip("needs Chromium, which is not here; `apt-get install chromium` brings it")
    # Chromium's sandbox refuses to work for root, and only root has to do without it.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=flags)
        yield started
        started.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """A page without history; what it says to the console as an error fails the test."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert complaints == []


def open_file(page: Page, file: Path) -> None:
    """Open a file from disk, as a double click would."""
    page.goto(file.resolve().as_uri())


def axe(page: Page) -> list[str]:
    """What axe-core finds on a page as it stands now, in a line each."""
    return [
        f"{rule['id']}: {rule['help']} ({node['html'][:120]})"
        for rule in Axe().run(page).response["violations"]
        for node in rule["nodes"]
    ]
