"""An item of a checklist: what it asks, of which documents, and the check that decides it."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.checklists.document import Document

Check = Callable[[Document], bool | None]

BOTH, PATIENT, CLINICIAN = "", "patient", "clinician"


@dataclass(frozen=True, slots=True)
class Item:
    """A question about a document.

    It is asked of a ``kind``, or of both; of large print only, if ``large`` is true, and of all but
    large print if it is false. The check says yes or no, or that there is nothing in the document
    to which it applies (None).
    """

    name: str
    source: str
    check: Check
    kind: str = BOTH
    large: bool | None = None

    def concerns(self, document: Document) -> bool:
        """Whether it is asked of this document."""
        return self.kind in (BOTH, document.kind) and self.large in (None, document.large)
