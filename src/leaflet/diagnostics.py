"""Findings that travel beside a value: what is wrong, how badly, where, and what to do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self, TypedDict, Unpack


class Severity(StrEnum):
    """How much a finding matters: errors stop a document, warnings only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class _More(TypedDict, total=False):
    column: int
    hint: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one document.

    ``line`` and ``column`` count from 1 in the file the user wrote; 0 means that the finding is
    about the file as a whole. ``hint`` says what would mend it.
    """

    severity: Severity
    code: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""

    @classmethod
    def error(
        cls, code: str, message: str, file: str = "", line: int = 0, **more: Unpack[_More]
    ) -> Self:
        """A finding that stops its document."""
        return cls(Severity.ERROR, code, message, file, line, **more)

    @classmethod
    def warning(
        cls, code: str, message: str, file: str = "", line: int = 0, **more: Unpack[_More]
    ) -> Self:
        """A finding that stops its document only under ``--strict``."""
        return cls(Severity.WARNING, code, message, file, line, **more)

    @classmethod
    def note(
        cls, code: str, message: str, file: str = "", line: int = 0, **more: Unpack[_More]
    ) -> Self:
        """A finding that is worth knowing and stops nothing."""
        return cls(Severity.NOTE, code, message, file, line, **more)

    def __str__(self) -> str:
        """The line a user reads: ``file:line:column: severity[code] message``, then the hint."""
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        told = f"{self.severity}[{self.code}] {self.message}"
        if self.hint:
            told += f"\n  hint: {self.hint}"
        return f"{place}: {told}" if place else told

    def as_dict(self) -> dict[str, str | int]:
        """The finding as the receipt holds it."""
        return {**asdict(self), "severity": str(self.severity)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], **changes: str | int) -> Self:
        """The finding of ``as_dict``, with changes. Raises KeyError, TypeError or ValueError."""
        return cls(**{**data, **changes, "severity": Severity(data["severity"])})


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings stops its document."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
