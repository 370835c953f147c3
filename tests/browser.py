"""Chromium, for tests of the pages that people use on a screen; without it they are skipped.

Debian's package, Chrome, or an application of macOS will do: Playwright is used without a browser
of its own. One browser serves all tests of a module, but each test has a page without history.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
"""The commands and paths of Chromium."""


def chromium() -> str | None:
    """The Chromium of this machine, if it has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of a module; its tests are skipped if the machine has none.

    While it is open, Playwright runs an asyncio loop, and other modules could not start their own.
    """
    found = chromium()
    if found is None:
        pytest.skip("needs Chromium; `apt-get install chromium` installs it")
    # Chromium's sandbox does not work for root.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=flags)
        yield started
        started.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """A page without history; any error in its console fails the test."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", on_console)
    yield page
    context.close()
    assert errors == []


def open_file(page: Page, file: Path) -> None:
    """Open a file from disk, as a double click would."""
    page.goto(file.resolve().as_uri())


def axe(page: Page) -> list[str]:
    """The accessibility violations that axe-core finds on a page, one line each."""
    return [
        f"{rule['id']}: {rule['help']} ({node['html'][:120]})"
        for rule in Axe().run(page).response["violations"]
        for node in rule["nodes"]
    ]
