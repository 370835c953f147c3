"""A document to print, and its outcome: light values that are sent between processes."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from leaflet import files
from leaflet.diagnostics import Diagnostic


class Standard(StrEnum):
    """What a PDF conforms to: accessible (ISO 14289-1), or that and archivable (ISO 19005-2)."""

    UA = "ua-1"
    UA_AND_A = "ua-1+a-2a"


THUMBNAILS = "thumbnails"
"""The folder below the output folder that holds the pictures of first pages."""


def thumbnail_of(target: str) -> str:
    """The picture of a PDF's first page; both paths are relative to the output folder.

    Its name is as long as that of the PDF, which may be as long as the file system allows.
    """
    return f"{THUMBNAILS}/{target.removesuffix('.pdf')}.jpg"


@dataclass(frozen=True, slots=True)
class PictureFolder:
    """Where the pictures of a monograph are: in ``root``, at any depth.

    Their names are relative to the monograph's folder, which is ``below`` the root (with slashes,
    empty if it is the root).
    """

    root: Path
    below: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print: one monograph for one kind of reader.

    ``source`` is the file to read, ``name`` its name in messages, ``target`` the PDF to write.
    ``data`` is the text itself if it is not in a file, as with standard input. ``folder`` is the
    output folder that the PDF belongs to, if it belongs to one. ``root`` is the folder that holds
    the pictures, if that is not the one of the source, but one above it. ``may_be_link`` is false
    if the source is known not to be a link.
    """

    source: Path
    name: str
    kind: str
    styles: tuple[str, ...]
    paper: str
    target: Path
    data: bytes | None = None
    standard: Standard = Standard.UA
    folder: Path | None = None
    root: Path | None = None
    may_be_link: bool = True

    @property
    def is_link(self) -> bool:
        """Whether the source is a link."""
        return self.may_be_link and os.path.islink(self.source)

    @property
    def pictures(self) -> PictureFolder:
        """Where the pictures of the monograph are."""
        if self.root is None:
            return PictureFolder(self.source.parent)
        below = os.path.relpath(os.path.realpath(self.source.parent), os.path.realpath(self.root))
        return PictureFolder(self.root, "" if below == os.curdir else Path(below).as_posix())

    def read(self) -> bytes:
        """The monograph: ``data``, or else the bytes of its file. Raises OSError."""
        return files.read_source(self.source) if self.data is None else self.data

    @property
    def thumbnail(self) -> Path | None:
        """The picture of the first page to write; None if the PDF belongs to no folder."""
        if self.folder is None:
            return None
        target = str(self.target).removeprefix(os.path.join(self.folder, ""))
        return self.folder / thumbnail_of(target)


@dataclass(frozen=True, slots=True)
class Medicine:
    """What a catalogue shows of a medicine, in its author's words and language.

    ``use`` is what it is for. ``reviewed`` and ``review_due`` are ISO 8601 dates; what is empty is
    not stated.
    """

    name: str
    generic_name: str = ""
    brands: tuple[str, ...] = ()
    drug_class: str = ""
    lang: str = "en"
    version: str = ""
    reviewed: str = ""
    review_due: str = ""
    use: str = ""

    def as_dict(self) -> dict[str, object]:
        """What is stated, as in the manifest."""
        return {name: value for name, value in asdict(self).items() if value}


class Status(StrEnum):
    """How a job ended."""

    PRINTED = "printed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a job: the PDF, or the errors that stopped it.

    ``sha256`` is the hash of the PDF, ``source_sha256`` of the monograph (empty if reading it broke
    off), ``fingerprint`` of all else that reached the page. ``pictures`` names the monograph's,
    ``checks`` the checks that the PDF passed; ``frames`` holds the type area of each page (left,
    bottom, right, top; points), ``makeup`` how a sheet was made to fit. ``data`` is the PDF and
    ``thumbnail`` a picture of its first page, until they are written; then they are empty. ``text``
    is the monograph, packed, until it is recorded.

    ``removed`` says that an older PDF of a failed document was removed; ``trace`` is the
    traceback of the failure, for whoever fixes leaflet.
    """

    job: Job
    status: Status
    pages: int = 0
    sha256: str = ""
    source_sha256: str = ""
    seconds: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()
    removed: bool = False
    trace: str = ""
    fingerprint: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    frames: tuple[tuple[float, float, float, float], ...] = ()
    makeup: Mapping[str, Any] = field(default_factory=dict)
    medicine: Medicine | None = None
    data: bytes = field(default=b"", repr=False)
    thumbnail: bytes = field(default=b"", repr=False)
    text: bytes = field(default=b"", repr=False)

    def as_dict(self) -> dict[str, object]:
        """The outcome as plain values, as in the receipt."""
        return {
            "source": self.job.name,
            "kind": self.job.kind,
            "styles": list(self.job.styles),
            "paper": self.job.paper,
            "standard": str(self.job.standard),
            "status": str(self.status),
            "pdf": None if self.status is Status.FAILED else self.job.target.as_posix(),
            "pages": self.pages,
            "sha256": self.sha256,
            "source_sha256": self.source_sha256,
            "fingerprint": dict(self.fingerprint),
            "checks": list(self.checks),
            "seconds": round(self.seconds, 3),
            "diagnostics": [d.as_dict() for d in self.diagnostics],
        }
