"""The catalogue of an output folder: ``index.html``, made from the folder's store alone.

It is written again when the store has news, when it is not there as it was written, and when it
would look different today. An ``index.html`` that leaflet did not write is left alone.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from leaflet import __version__, files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, with_file
from leaflet.errors import SettingsError
from leaflet.files.signature import hmac_of
from leaflet.output.store import Store
from leaflet.theme.search_path import Theme

NAME = "index.html"

MARK = b'<meta name="generator" content="leaflet '
"""Near the beginning of every catalogue, and of no other page."""

PARTS = ("catalogue/index.html", "catalogue/catalogue.css", "catalogue/catalogue.js")
"""The templates of a catalogue; a project may have its own of each."""


class Catalogue:
    """The catalogue of a store's folder, in the design of a project.

    ``orphans`` are the targets that are left out of it.
    """

    def __init__(self, store: Store, settings: Settings, orphans: Iterable[str]) -> None:
        self.file = store.folder / NAME
        self._store = store
        self._settings = settings
        self._orphans = frozenset(orphans)

    def update(self) -> tuple[Diagnostic, ...]:
        """Write the catalogue unless it is up to date; what went wrong.

        If it cannot be written, that is an error, and an older one is removed: no catalogue is
        better than one that is out of date and does not look it.
        """
        ingredients = self._ingredients()
        if not self._store.has_news and self._store.catalogue == self._state(ingredients):
            return ()
        if self.file.exists() and not self.is_ours():
            message = "is not a catalogue that leaflet wrote, and is left as it is"
            hint = "move it elsewhere, or do without a catalogue (--no-catalogue)"
            return (Diagnostic.warning("foreign-page", message, file=str(self.file), hint=hint),)
        try:
            files.write(self.file, self.pieces(), self._store.folder)
        except OSError as trouble:
            return self._give_up(Diagnostic.error("file-trouble", files.reason(trouble)))
        except SettingsError as error:
            return self._give_up(*error.diagnostics)
        self._store.set_catalogue(self._state(ingredients))
        return ()

    def remove(self) -> None:
        """Remove it, since nobody updates it any longer. Raises OSError."""
        if self.is_ours():
            files.remove(self.file)

    def is_ours(self) -> bool:
        """Whether it exists, and leaflet has written it."""
        with suppress(OSError):
            return MARK in files.read_start(self.file, 2000)
        return False

    def is_current(self) -> bool:
        """Whether it is what would be written now. Raises OSError."""
        page = b"".join(self.pieces())
        return files.read_start(self.file, len(page) + 1) == page

    def pieces(self) -> Iterator[bytes]:
        """The page in pieces, so that one of thousands of medicines is never whole in memory."""
        # Loads the template engine: not before there is something to write.
        from leaflet.output.catalogue.page import fill  # noqa: PLC0415

        return fill(self._store, self._settings, self._orphans, PARTS)

    def _give_up(self, *findings: Diagnostic) -> tuple[Diagnostic, ...]:
        with suppress(OSError):
            self.remove()
        return with_file(findings, str(self.file))

    def _ingredients(self) -> str:
        """A short digest of what the page is made from besides the records."""
        theme = Theme.of(self._settings.project)
        parts = (_find(theme, part) for part in PARTS)
        titles = {kind: dict(own.title) for kind, own in self._settings.overrides.items()}
        look = astuple(self._settings.brand), self._settings.for_editors
        text = json.dumps([__version__, look, titles, sorted(self._orphans)])
        return sha256(b"\0".join((text.encode(), *map(files.read, parts)))).hexdigest()[:16]

    def _state(self, ingredients: str) -> str:
        """What only this user's leaflet can have noted of the page as it is now."""
        stamp = ""
        with suppress(OSError):
            stamp = files.stamp(self.file)
        return hmac_of(f"{ingredients} {stamp}".encode())


def _find(theme: Theme, part: str) -> Path:
    """The first template of that name on the search path of a theme."""
    candidates = (folder / part for folder in theme.template_folders())
    return next(file for file in candidates if file.is_file())
