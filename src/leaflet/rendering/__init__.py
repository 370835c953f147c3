"""HTML and a style sheet → tagged PDF; the only package that imports WeasyPrint.

WeasyPrint is loaded at the first ``compile_stylesheet``, so that commands which print nothing never
wait for it. Laying out and drawing are two steps: a clinician sheet is laid out in several sizes,
and only the one that fits is drawn.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leaflet.config.limits import USUAL, Limits
from leaflet.errors import SettingsError
from leaflet.fonts import fontconfig, native
from leaflet.job import Standard
from leaflet.rendering.model import (
    COLUMN_GAP,
    LEAST_COLUMN,
    CompiledStylesheet,
    Frame,
    Layout,
    Pdf,
    Printable,
)

__all__ = [
    "COLUMN_GAP",
    "LEAST_COLUMN",
    "CompiledStylesheet",
    "Frame",
    "Layout",
    "Pdf",
    "compile_stylesheet",
    "draw",
    "lay_out",
]


def load() -> None:
    """Load the layout engine, which takes most of the time until the first page.

    Raises SettingsError if this machine has no engine, or one that is too old.
    """
    fontconfig.configure()  # the engine looks for fonts while it is imported
    pango = native.pango_version()
    if pango and native.is_too_old(pango):
        raise SettingsError.of(
            "no-engine",
            f"this machine cannot lay out pages: its Pango is {pango}",
            hint=f"install Pango {native.OLDEST_PANGO} or newer; `leaflet doctor` checks it",
        )
    try:
        with native.by_file_name():
            from leaflet.rendering import engine  # noqa: F401, PLC0415
    except OSError as error:  # a library written in C cannot be loaded
        raise SettingsError.of(
            "no-engine",
            f"this machine cannot lay out pages: {error}",
            hint="install Pango, for example with `make setup`; `leaflet doctor` checks it",
        ) from error


def compile_stylesheet(
    css: str, theme: Sequence[Path] = (), limits: Limits = USUAL
) -> CompiledStylesheet:
    """Parse a style sheet; ``url()`` in it names pictures below the ``theme`` folders.

    Documents with it may be set in the families that are in use now.

    Raises LayoutFailed if the engine cannot read it at all, SettingsError if this machine has no
    engine.
    """
    load()
    from leaflet.rendering import engine  # noqa: PLC0415

    return engine.compile_stylesheet(css, tuple(theme), limits)


def lay_out(
    composition: Printable,
    compiled: CompiledStylesheet,
    overrides: Mapping[str, str] | None = None,
    standard: Standard = Standard.UA,
) -> Layout:
    """Break a composition into pages.

    ``overrides`` sets custom properties of ``:root`` for this document, as in
    ``{"--header-lines": "3"}``. Raises LayoutFailed.
    """
    from leaflet.rendering import engine  # noqa: PLC0415

    return engine.lay_out(composition, compiled, overrides or {}, standard)


def draw(layout: Layout) -> Pdf:
    """Draw the pages of a layout into a PDF of its standard. Raises LayoutFailed."""
    from leaflet.rendering import engine  # noqa: PLC0415

    return engine.draw(layout)
