"""A page to print and a minimal style sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import render
from leaflet.job import PictureFolder
from leaflet.rendering import CompiledStylesheet, Pdf, compile_stylesheet

STYLE = """
:root { --header-lines: 1; --footer-lines: 1 }
@page {
  size: A4; margin: calc(10mm + var(--header-lines) * 12pt) 18mm 25mm;
  @top-left { content: "Pomalidomide, patient leaflet"; font-size: 9pt }
  @bottom-center { content: "No substitute for advice. Page " counter(page) " of " counter(pages);
    font-size: 9pt; width: 100% }
}
body { font: 11pt "Atkinson Hyperlegible" }
ul, ol { list-style: none; padding-left: 5mm }
li::before { content: "•"; display: inline-block; width: 4mm; margin-left: -4mm }
ol > li::before { content: counter(list-item) "." }
"""


@dataclass(frozen=True)
class Page:
    html: str
    base: PictureFolder | None = None


def compose(body: str, *, head: str = "", base: Path | None = None) -> Page:
    """A whole page around ``body``, with the metadata of a leaflet."""
    return Page(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pomalidomide</title>'
        '<meta name="author" content="Ward 7"><meta name="description" content="Patient leaflet">'
        f"{head}</head><body><h1>Pomalidomide</h1>{body}</body></html>",
        PictureFolder(base) if base else None,
    )


@pytest.fixture(scope="session")
def style() -> str:
    return STYLE


@pytest.fixture(scope="session")
def composed() -> Callable[..., Page]:
    return compose


@pytest.fixture(scope="session")
def compiled() -> CompiledStylesheet:
    return compile_stylesheet(STYLE)


@pytest.fixture(scope="session")
def printed(compiled: CompiledStylesheet) -> Callable[..., Pdf]:
    """Print a body with the minimal style sheet and ``css`` after it."""

    def print_(
        body: str = "",
        *,
        css: str = "",
        head: str = "",
        base: Path | None = None,
        theme: tuple[Path, ...] = (),
    ) -> Pdf:
        chosen = compile_stylesheet(STYLE + css, theme) if css or theme else compiled
        return render(compose(body, head=head, base=base), chosen)

    return print_
