"""What is sent to a cluster: everything that a page is made of, as bytes.

A machine with the same version of leaflet needs nothing else to print the same document.
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

    ``theme`` holds the project's own templates, styles and pictures by their relative paths,
    ``day`` is the date that documents bear, ``versions`` what must be the same on each machine.
    """

    settings: Settings
    theme: Mapping[str, bytes]
    day: date
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RemoteJob:
    """One document: its job with the text, and the pictures beside the monograph by name."""

    job: Job
    pictures: Mapping[str, bytes]


def pack_setup(settings: Settings) -> RemoteSetup:
    """The setup of a run. Raises OSError if a file of the theme cannot be read."""
    theme = Theme.of(settings.project)
    own = {}
    names = [settings.brand.logo] if settings.brand.logo else []
    for root in theme.roots:
        for file in _theme_files(root):
            data = files.read(file)
            text = data.decode("utf-8", "replace")
            find = pictures.of_style if file.suffix == ".css" else pictures.of_template
            names += find(text)
            if root == settings.project:
                own[file.relative_to(root).as_posix()] = data
    used = pictures.gather(names, (settings.project,))
    return RemoteSetup(settings, {**dict(used), **own}, clock.today(), versions())


def pack(job: Job) -> RemoteJob:
    """A document as it is sent. Raises OSError if its source or a picture cannot be read."""
    text = job.read()
    used = pictures.gather(pictures.of_text(text), (job.source.parent,))
    return RemoteJob(replace(job, data=text), dict(used))


def unpack_setup(setup: RemoteSetup, folder: Path) -> Settings:
    """Write the theme into an empty folder; the settings with which to print from there."""
    _write(setup.theme, folder)
    return replace(setup.settings, project=folder)


def unpack(remote_job: RemoteJob, folder: Path) -> Job:
    """Write the pictures of a document into an empty folder; the job that prints it there."""
    _write(remote_job.pictures, folder)
    return replace(remote_job.job, source=folder / remote_job.job.source.name)


def versions() -> dict[str, str]:
    """The versions of everything on this machine that can affect a page, by name."""
    return {**fingerprint.versions(), "code and fonts": fingerprint.of_leaflet()}


def _theme_files(root: Path) -> Iterator[Path]:
    for folder in ("templates", "styles"):
        yield from (file for file in sorted((root / folder).rglob("*")) if file.is_file())


def _write(contents: Mapping[str, bytes], folder: Path) -> None:
    for name, data in contents.items():
        files.write(folder / name, data)
