"""Every error that leaflet raises on purpose.

::

    LeafletError
    ├── SettingsError      a setting, option, kind or style cannot be used (exit 2)
    ├── NothingMatched     no monograph where one was looked for (exit 4)
    └── DocumentError      one document cannot be printed, the others go on (exit 1)
        ├── MonographRefused   the text is not, or not safely, a monograph
        ├── LayoutFailed       the engine could not lay the document out
        └── ProofFailed        what was printed is not what was written
"""

from collections.abc import Iterable
from typing import Self

from leaflet.diagnostics import Diagnostic


class LeafletError(Exception):
    """An error told in words, with every fault that was found, not only the first."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    @classmethod
    def of(cls, code: str, message: str, *, file: str = "", line: int = 0, hint: str = "") -> Self:
        """The error for a single fault."""
        return cls([Diagnostic.error(code, message, file=file, line=line, hint=hint)])

    def __reduce__(self) -> tuple[type["LeafletError"], tuple[tuple[Diagnostic, ...]]]:
        """Errors cross process borders: rebuild from the findings, not from their wording."""
        return type(self), (self.diagnostics,)


class SettingsError(LeafletError):
    """A setting, an option, a kind or a style cannot be used; nothing is printed."""


class NothingMatched(LeafletError):
    """No monograph was found where one was looked for."""


class DocumentError(LeafletError):
    """One document cannot be printed; the others go on."""


class MonographRefused(DocumentError):
    """The text is not a monograph, or cannot be printed as one without risk."""


class LayoutFailed(DocumentError):
    """The engine could not lay the document out."""


class ProofFailed(DocumentError):
    """What was printed is not what was written."""
