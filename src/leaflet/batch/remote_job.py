"""What leaves this machine with the documents: all that their pages are made of, as bytes.

So a machine that has leaflet, the same leaflet, needs nothing else to print what would have been
printed here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from leaflet import clock, files
from leaflet.config.settings import Settings
from leaflet.edition import fingerprint
from leaflet.job import Job
from leaflet.theme import pictures
from leaflet.theme.search_path import Theme


@dataclass(frozen=True, slots=True)
class RemoteSetup:
    """What all documents of a run share.

    ``theme`` holds the project's own templates, styles and pictures by their names in it; ``day``
    is the one that documents bear; ``make`` tells what must be the same where it is used.
    """

    settings: Settings
    theme: Mapping[str, bytes]
    day: date
    make: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RemoteJob:
    """One document: its job with the text in it, and the pictures beside the monograph by name."""

    job: Job
    pictures: Mapping[str, bytes]


def pack_setup(settings: Settings) -> RemoteSetup:
    """The kit of a run. Raises OSError."""
    theme = Theme.of(settings.project)
    own = {}
    named = [settings.brand.logo] if settings.brand.logo else []
    for root in theme.roots:
        for file in _theme_files(root):
            data = files.read(file)
            text = data.decode("utf-8", "replace")
            named += (
                pictures.of_style(text) if file.suffix == ".css" else pictures.of_template(text)
            )
            if root == settings.project:
                own[file.relative_to(root).as_posix()] = data
    drawn = pictures.gather(named, (settings.project,))
    return RemoteSetup(settings, {**drawn, **own}, clock.today(), make())


def pack(job: Job) -> RemoteJob:
    """The parcel of a document. Raises OSError where its source or a picture cannot be read."""
    text = job.read()
    drawn = pictures.gather(pictures.of_text(text), (job.source.parent,))
    return RemoteJob(replace(job, data=text), drawn)


def unpack_setup(setup: RemoteSetup, folder: Path) -> Settings:
    """Lay a kit out in an empty folder; the settings with which to print from there."""
    _lay(setup.theme, folder)
    return replace(setup.settings, project=folder)


def unpack(remote_job: RemoteJob, folder: Path) -> Job:
    """Lay a document out in an empty folder; the job by which to print it there."""
    _lay(remote_job.pictures, folder)
    return replace(remote_job.job, source=folder / remote_job.job.source.name)


def make() -> dict[str, str]:
    """Of what make the leaflet of this machine is: all that can show on its pages, by name."""
    return {**fingerprint.versions(), "code and fonts": fingerprint.of_leaflet()}


def _theme_files(root: Path) -> Iterator[Path]:
    for choices in ("templates", "styles"):
        yield from (file for file in sorted((root / choices).rglob("*")) if file.is_file())


def _lay(contents: Mapping[str, bytes], folder: Path) -> None:
    for name, data in contents.items():
        files.write(folder / name, data)
