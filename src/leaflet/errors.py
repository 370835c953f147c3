"""Every error that leaflet raises on purpose.

::

    LeafletError
    ├── SettingsError      a setting, option, kind or style cannot be used (exit code 2)
    ├── NothingMatched     no monograph was found (exit code 4)
    └── DocumentError      a document cannot be printed; others still can (exit code 1)
        ├── MonographRefused   the text is not a monograph, or not safe to print
        ├── LayoutFailed       the layout engine failed
        └── ProofFailed        the PDF does not say what the monograph says
"""

from collections.abc import Iterable
from typing import Self

from leaflet.diagnostics import Diagnostic


class LeafletError(Exception):
    """An error with everything that was found wrong, not only the first fault."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    @classmethod
    def of(cls, code: str, message: str, *, file: str = "", line: int = 0, hint: str = "") -> Self:
        """The error for a single fault, at a position if one is given."""
        return cls([Diagnostic.error(code, message, file=file, line=line, hint=hint)])

    def __reduce__(self) -> tuple[type["LeafletError"], tuple[tuple[Diagnostic, ...]]]:
        """Pickle the findings, not the message: errors are sent between processes."""
        return type(self), (self.diagnostics,)


class SettingsError(LeafletError):
    """A setting, an option, a kind or a style cannot be used; nothing is printed."""


class NothingMatched(LeafletError):
    """No monograph was found."""


class DocumentError(LeafletError):
    """A document cannot be printed; others still can."""


class MonographRefused(DocumentError):
    """The text is not a monograph, or not safe to print."""


class LayoutFailed(DocumentError):
    """The layout engine failed."""


class ProofFailed(DocumentError):
    """The PDF does not say what the monograph says."""
