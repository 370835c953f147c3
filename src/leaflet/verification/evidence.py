"""What the checks look at: the PDF as it was read, and what it was expected to say."""

from dataclasses import dataclass

from leaflet.compose import Composition
from leaflet.diagnostics import Diagnostic
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.rendering import Pdf
from leaflet.theme.cascade import Stylesheet
from leaflet.verification.allowed.shapes import Walk
from leaflet.verification.expected.align import Alignment, PrintedText
from leaflet.verification.expected.html_lines import ExpectedLine, compact
from leaflet.verification.expected.wording import NO_WORDS, Wording
from leaflet.verification.pdf.model import ParsedPdf, TextRun


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a check may compare.

    ``pdf`` is the finished file, ``objects`` its objects (None if a glyph is missing), and
    ``parsed`` what was read from it. ``expected`` are the lines of the composition, ``printed`` the
    text of the PDF in the order of its structure tree, and ``alignments`` where the one is in the
    other. ``wording`` are words of its language by which statements are judged.
    """

    pdf: Pdf
    objects: Walk | None
    parsed: ParsedPdf
    expected: tuple[ExpectedLine, ...]
    printed: tuple[PrintedText, ...]
    alignments: tuple[Alignment, ...]
    composition: Composition
    monograph: Monograph
    kind: Kind
    stylesheet: Stylesheet
    wording: Wording = NO_WORDS

    def error(self, code: str, message: str, *, text: str = "", hint: str = "") -> Diagnostic:
        """An error of this document, at the line of the monograph that holds ``text``."""
        file = self.monograph.source.name
        return Diagnostic.error(code, message, file, self.line_of(text), hint=hint)

    def warning(self, code: str, message: str, *, text: str = "", hint: str = "") -> Diagnostic:
        """A warning about this document, at the line of the monograph that holds ``text``."""
        file = self.monograph.source.name
        return Diagnostic.warning(code, message, file, self.line_of(text), hint=hint)

    def run_error(self, code: str, run: TextRun, fault: str, *, hint: str = "") -> Diagnostic:
        """An error about a text run; ``fault`` completes a sentence that begins with its text."""
        message = f'page {run.page + 1}: "{excerpt(run.text, 40)}" {fault}'
        return self.error(code, message, text=run.text, hint=hint)

    def line_of(self, text: str) -> int:
        """The first line of the monograph that holds the beginning of ``text``; 0 if none does."""
        start = compact(text)[:24]
        lines = self.monograph.source.text.split("\n") if start else []
        return next((n for n, line in enumerate(lines, 1) if start in _without_stars(line)), 0)


def _without_stars(line: str) -> str:
    return compact(line.replace("*", ""))


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text, for a message."""
    words = " ".join(text.replace("\u2060", "").split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"
