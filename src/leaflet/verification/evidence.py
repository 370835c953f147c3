"""What the checks look at: the PDF as it was read back, and what it was to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leaflet.compose import Composition
from leaflet.diagnostics import Diagnostic
from leaflet.job import Standard
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.theme.tokens import Token
from leaflet.verification.expected.html_lines import Line, squeeze
from leaflet.verification.pdf.model import Box, Page, ParsedPdf, TextRun


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a check may compare; ``data`` is the PDF itself, made to ``standard``.

    ``frames`` are the type areas of the pages, inside their margins, as they were laid out.
    ``set_by`` tells which file sets a token, ``own_styles`` which of the style sheets are not
    leaflet's own. ``missing`` are the characters that no font has.
    """

    data: bytes
    reading: ParsedPdf
    script: tuple[Line, ...]
    composition: Composition
    monograph: Monograph
    kind: Kind
    tokens: Mapping[str, str]
    frames: tuple[Box, ...]
    standard: Standard
    set_by: Mapping[str, Token] = field(default_factory=dict)
    own_styles: tuple[str, ...] = ()
    missing: str = ""

    def error(self, code: str, message: str, *, words: str = "", hint: str = "") -> Diagnostic:
        """An error of this document, at the line of the monograph where ``words`` stand."""
        return Diagnostic.error(
            code,
            message,
            file=self.monograph.source.name,
            line=self.line_of(words),
            hint=hint,
        )

    def line_of(self, words: str) -> int:
        """The first line of the monograph that holds the beginning of ``words``; 0 if none."""
        start = squeeze(words)[:24]
        lines = self.monograph.source.text.split("\n") if start else []
        return next((n for n, line in enumerate(lines, 1) if start in _bare(line)), 0)


def _bare(line: str) -> str:
    return squeeze(line.replace("*", ""))


def body_runs(page: Page) -> tuple[TextRun, ...]:
    """The runs of a page that are text of the document."""
    return tuple(run for run in page.runs if run.mcid >= 0)


def running_lines(page: Page) -> tuple[TextRun, ...]:
    """The runs of a page that are its header and footer, which the tags call artifacts."""
    return tuple(run for run in page.runs if run.mcid < 0)


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text, for a message."""
    words = " ".join(text.replace("\u2060", "").split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"
