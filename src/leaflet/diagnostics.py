"""What leaflet finds wrong with a document: how serious it is, where, and what to do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Self, TypedDict, Unpack

from leaflet.escapes import in_one_line


class Severity(StrEnum):
    """How serious a finding is: errors stop a document, warnings do so under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class _Details(TypedDict, total=False):
    column: int
    hint: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one document.

    ``line`` and ``column`` count from 1 in the file that the user wrote; 0 means that the finding
    is about the file as a whole. ``hint`` says how to fix it.
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
        cls, code: str, message: str, file: str = "", line: int = 0, **details: Unpack[_Details]
    ) -> Self:
        """A finding that stops its document."""
        return cls(Severity.ERROR, code, message, file, line, **details)

    @classmethod
    def warning(
        cls, code: str, message: str, file: str = "", line: int = 0, **details: Unpack[_Details]
    ) -> Self:
        """A finding that stops its document only under ``--strict``."""
        return cls(Severity.WARNING, code, message, file, line, **details)

    @classmethod
    def note(
        cls, code: str, message: str, file: str = "", line: int = 0, **details: Unpack[_Details]
    ) -> Self:
        """A finding that is worth knowing and stops nothing."""
        return cls(Severity.NOTE, code, message, file, line, **details)

    def __str__(self) -> str:
        """As editors and users read it: ``file:line:column: severity[code] message``, then hint."""
        position = ":".join(
            [in_one_line(self.file), *(str(n) for n in (self.line, self.column) if n)]
        )
        text = f"{self.severity}[{in_one_line(self.code)}] {in_one_line(self.message)}"
        if self.hint:
            text += f"\n  hint: {in_one_line(self.hint)}"
        return f"{position}: {text}" if position else text

    def as_dict(self) -> dict[str, str | int]:
        """The finding as plain values, as in the receipt."""
        return {**asdict(self), "severity": str(self.severity)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], **changes: str | int) -> Self:
        """The finding of ``as_dict``, with changes. Raises KeyError, TypeError or ValueError."""
        return cls(**{**data, **changes, "severity": Severity(data["severity"])})


def with_file(diagnostics: Iterable[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """The findings, with ``name`` as the file of those that have none."""
    return tuple(each if each.file else replace(each, file=name) for each in diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings stops its document."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
