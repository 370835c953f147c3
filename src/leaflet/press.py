"""One process's machinery, and the line that every document goes through."""

from hashlib import sha256

from leaflet import files
from leaflet.compose import compose
from leaflet.diagnostics import has_errors
from leaflet.errors import ProofFailed
from leaflet.job import Job, Outcome, Status
from leaflet.kind import Kind
from leaflet.monograph import parse
from leaflet.render import Plate, prepare, render
from leaflet.settings import Settings
from leaflet.stylesheet import Stylesheet
from leaflet.theme import Theme
from leaflet.verify import prove

Edition = tuple[str, tuple[str, ...], str]


class Press:
    """The theme and what was made of it once: kinds, style sheets and plates, kept for reuse.

    It holds no document; printing one leaves nothing behind for the next.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions: dict[Edition, tuple[Kind, Stylesheet, Plate]] = {}

    def print(self, job: Job) -> Outcome:
        """Print one document: read, parse, compose, render, prove, write.

        Raises DocumentError, with every finding, where nothing was written; OSError where the
        source cannot be read or the PDF not be written.
        """
        kind, stylesheet, plate = self._edition(job)
        data = files.read(job.source) if job.data is None else job.data
        monograph = parse(data, job.name)
        composition = compose(
            monograph, kind, self._theme, stylesheet, self._settings, base=job.source.parent
        )
        pdf = render(composition, plate, composition.overrides, job.standard)
        proof = prove(pdf, composition, monograph, kind, stylesheet)
        findings = (*monograph.diagnostics, *composition.diagnostics, *pdf.diagnostics, *proof)
        if has_errors(findings):
            raise ProofFailed(findings)
        files.write(job.target, pdf.data)
        return Outcome(
            job,
            Status.PRINTED,
            pages=pdf.pages,
            sha256=sha256(pdf.data).hexdigest(),
            source_sha256=monograph.source.sha256,
            diagnostics=findings,
        )

    def _edition(self, job: Job) -> tuple[Kind, Stylesheet, Plate]:
        """What all documents of a kind, a stack of styles and a paper share."""
        key = (job.kind, job.styles, job.paper)
        if key not in self._editions:
            kind = self._theme.kind(job.kind)
            stylesheet = self._theme.stylesheet(kind, job.styles, job.paper)
            plate = prepare(stylesheet.css, self._theme.roots)
            self._editions[key] = kind, stylesheet, plate
        return self._editions[key]
