"""One monograph → one printed document, in this process."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Unpack

from leaflet import files
from leaflet.api.arguments import LookOptions, PathArgument, settings_from
from leaflet.diagnostics import Diagnostic, with_file
from leaflet.files import PIPE
from leaflet.job import Job
from leaflet.sources import picture_root


@dataclass(frozen=True, slots=True)
class Document:
    """A printed document that has passed every check.

    ``diagnostics`` holds warnings and notes; with an error there would be no document. ``sha256``
    is the hash of the PDF, ``checks`` the names of the checks that it passed.
    """

    pdf: bytes = field(repr=False)
    pages: int
    kind: str
    sha256: str
    checks: tuple[str, ...] = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]

    def save(self, path: PathArgument) -> Path:
        """Write the PDF, whole or not at all, making its folders. Raises OSError."""
        files.write(Path(path), self.pdf)
        return Path(path)


def render(
    source: str | bytes | os.PathLike[str], kind: str = "patient", **options: Unpack[LookOptions]
) -> Document:
    """Print one document: what ``leaflet build one.md -k KIND -o one.pdf`` writes, byte for byte.

    ``source`` is a file if it is a ``Path``, the text of a monograph if it is ``str`` or
    ``bytes``. Pictures are looked up beside the file, or in the current folder for a text.

    Nothing limits the time or memory it takes: print monographs from strangers with ``build``.
    Raises DocumentError, with every finding in ``diagnostics``, if it cannot be printed;
    SettingsError for a kind, style, paper or project that cannot be used; ValueError for a ``str``
    that looks like a path; OSError if the file cannot be read.
    """
    settings = settings_from(options, LookOptions)
    path, text = _read(source)
    job = Job(
        source=path,
        name=str(path),
        kind=kind,
        styles=settings.styles,
        paper=settings.paper_for(kind),
        target=PIPE,
        data=text,
        standard=settings.standard,
        root=picture_root(path, settings.project),
    )
    # Loads the layout engine.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    outcome = Pipeline(settings).run(job)
    return Document(
        pdf=outcome.data,
        pages=outcome.pages,
        kind=kind,
        sha256=outcome.sha256,
        checks=outcome.checks,
        diagnostics=with_file(outcome.diagnostics, job.name),
    )


def _read(source: str | bytes | os.PathLike[str]) -> tuple[Path, bytes]:
    if isinstance(source, os.PathLike):
        path = Path(source)
        return path, files.read_source(path)
    if isinstance(source, str) and "\n" not in source:  # front matter alone has three lines
        raise ValueError(f"{source[:80]!r} is not a monograph; to print a file, pass a Path")
    return PIPE, source.encode() if isinstance(source, str) else source
