"""What became of one file: changed, new, gone or renamed, and the changes in it."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum

from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.diff.model import Change, ChangeKind


class FileState(StrEnum):
    """What became of a file, the gravest first."""

    FAILED = "failed"
    """It cannot be compared: ``findings`` says why."""
    GONE = "gone"
    CHANGED = "changed"
    NEW = "new"
    RENAMED = "renamed"
    """Under another name, and the same by meaning."""
    SAME = "same"
    """Another text with the same meaning."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a monograph as its front matter dates it; ``file`` is its name."""

    file: str
    version: str = ""
    reviewed: str = ""

    def __str__(self) -> str:
        """As readers see it: version and date of review."""
        stated = (self.version and f"version {self.version}", self.reviewed)
        return ", ".join(filter(None, stated)) or "without a version"


@dataclass(frozen=True, slots=True)
class MarkedEdition:
    """The page of one kind with what changed in it; ``pdf`` is empty once it is written."""

    kind: str
    subpath: str
    pdf: bytes = field(default=b"", repr=False)

    @property
    def file(self) -> str:
        """Its path below the folder of a run."""
        return f"marked/{self.kind}/{self.subpath}.pdf"


@dataclass(frozen=True, slots=True)
class FileChanges:
    """The changes of one medicine, the gravest first.

    ``old`` and ``new`` are its versions, None where it is not there. ``findings`` are what is wrong
    with the new text, or what the old one would be refused for now. ``subpath`` is that of the new
    version, without suffix. ``marked`` are its marked editions, one for each kind that prints what
    changed.
    """

    title: str
    state: FileState
    old: Version | None
    new: Version | None
    changes: tuple[Change, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    subpath: str = ""
    marked: tuple[MarkedEdition, ...] = ()

    @property
    def is_failed(self) -> bool:
        """Whether it could not be compared, or its marked edition not be printed."""
        return self.state is FileState.FAILED or has_errors(self.findings)

    @property
    def first(self) -> tuple[Change, ...]:
        """The changes that are listed first."""
        return tuple(each for each in self.changes if each.kind.is_first)

    @property
    def others(self) -> tuple[Change, ...]:
        """All other changes."""
        return tuple(each for each in self.changes if not each.kind.is_first)

    @property
    def weight(self) -> tuple[object, ...]:
        """What medicines are sorted by: the gravest change, then how many there are."""
        kinds = [change.kind for change in self.changes]
        gravest = min((kind.rank for kind in kinds), default=len(ChangeKind))
        state = [*FileState].index(self.state)
        return state, gravest, -len(self.first), -len(kinds), self.title.casefold()

    def as_dict(self) -> dict[str, object]:
        """The changes as plain values."""
        return {
            "title": self.title,
            "state": str(self.state),
            "old": asdict(self.old) if self.old else None,
            "new": asdict(self.new) if self.new else None,
            "changes": [change.as_dict() for change in self.changes],
            "marked": {each.kind: each.file for each in self.marked},
            "findings": [finding.as_dict() for finding in self.findings],
        }
