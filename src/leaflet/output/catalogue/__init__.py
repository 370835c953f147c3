"""The catalogue of an output folder: ``index.html``, made of its manifest and nothing else.

It is written anew where the manifest has news, where it is not there as it was written, and where
it would look otherwise today. An ``index.html`` that somebody else has put there is left alone.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from leaflet import __version__, files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.output.manifest import Manifest
from leaflet.theme.search_path import Theme

NAME = "index.html"

MARK = b'<meta name="generator" content="leaflet '
"""Stands at the beginning of every catalogue, and tells it from other people's pages."""

PARTS = ("catalogue/index.html", "catalogue/catalogue.css", "catalogue/catalogue.js")
"""The templates that a catalogue is made of; a project may have its own of each."""


class Catalogue:
    """The catalogue of the folder that a manifest is about, in the design of a project.

    The documents at the places of ``orphans`` are left out of it.
    """

    def __init__(self, manifest: Manifest, settings: Settings, orphans: Iterable[str]) -> None:
        self.file = manifest.folder / NAME
        self._manifest = manifest
        self._settings = settings
        self._orphans = frozenset(orphans)

    def keep(self) -> tuple[Diagnostic, ...]:
        """Write it where it is not what it should be; what is to be said of that.

        One that cannot be written is an error, and an older one is taken away: nothing is better
        than what is out of date and looks as if it were not.
        """
        made_of = self._seal()
        known = not self._manifest.has_news
        if known and self._manifest.catalogue == f"{made_of} {self._stamp()}":
            return ()
        if self.file.exists() and not self.is_ours():
            told = "is not a catalogue of leaflet's, and is left as it is"
            hint = "move it elsewhere, or do without a catalogue (--no-catalogue)"
            return (Diagnostic.warning("foreign-page", told, file=str(self.file), hint=hint),)
        try:
            files.write(self.file, self.pieces())
        except OSError as trouble:
            return self._give_up(Diagnostic.error("file-trouble", files.reason(trouble)))
        except SettingsError as error:
            return self._give_up(*error.diagnostics)
        self._manifest.seal(f"{made_of} {self._stamp()}")
        return ()

    def remove(self) -> None:
        """Take it away: nobody keeps it any longer. Raises OSError."""
        if self.is_ours():
            files.remove(self.file)

    def is_ours(self) -> bool:
        """Whether it is there, and leaflet has written it."""
        with suppress(OSError):
            return MARK in files.read(self.file)[:2000]
        return False

    def is_current(self) -> bool:
        """Whether it is what would be written now. Raises OSError."""
        return b"".join(self.pieces()) == files.read(self.file)

    def pieces(self) -> Iterator[bytes]:
        """The page, piece by piece, so that that of a whole register is never held in memory."""
        # Loads the template engine: not before there is something to write.
        from leaflet.output.catalogue.page import fill  # noqa: PLC0415

        return fill(self._manifest, self._settings, self._orphans, PARTS)

    def _give_up(self, *findings: Diagnostic) -> tuple[Diagnostic, ...]:
        with suppress(OSError):
            self.remove()
        return tuple(
            found if found.file else replace(found, file=str(self.file)) for found in findings
        )

    def _seal(self) -> str:
        """What the page is made of besides the manifest, as one short text."""
        theme = Theme.of(self._settings.project)
        parts = (_find(theme, part) for part in PARTS)
        titles = {kind: dict(own.title) for kind, own in self._settings.overrides.items()}
        told = json.dumps([__version__, self._settings.brand.name, titles, sorted(self._orphans)])
        return sha256(b"\0".join((told.encode(), *map(files.read, parts)))).hexdigest()[:16]

    def _stamp(self) -> str:
        with suppress(OSError):
            return files.stamp(self.file)
        return ""


def _find(theme: Theme, part: str) -> Path:
    """The nearest template of a theme that is called so."""
    places = (choices / part for choices in theme.template_folders())
    return next(place for place in places if place.is_file())
