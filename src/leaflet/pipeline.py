"""One process's machinery, and the line that every document goes through."""

from collections.abc import Mapping
from dataclasses import astuple
from hashlib import sha256

from leaflet import lint, verification
from leaflet.compose import PLAIN, Composition, Design, Makeup, compose
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.edition import fingerprint
from leaflet.edition.edition import Edition, EditionKey, make_edition
from leaflet.errors import ProofFailed
from leaflet.fitting.fit import Fit, fit
from leaflet.job import Job, Outcome, Status
from leaflet.monograph import parse
from leaflet.monograph.medicine import describe
from leaflet.monograph.model import Monograph
from leaflet.rendering import (
    CompiledStylesheet,
    Frame,
    Layout,
    Pdf,
    compile_stylesheet,
    draw,
    lay_out,
)
from leaflet.theme.resolve_vars import resolve_vars
from leaflet.theme.search_path import Theme


class Pipeline:
    """The theme and what was made of it once: editions and plates, kept for reuse.

    It holds no document; printing one leaves nothing behind for the next.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions: dict[EditionKey, Edition] = {}
        self._compiled_sheets: dict[str, CompiledStylesheet] = {}

    def run(self, job: Job) -> Outcome:
        """Print one document: read, parse, compose, render, prove.

        The PDF comes back in the outcome's ``data``; to write it is for whoever asked, so that one
        process alone touches the output. Raises DocumentError, with every finding, where there is
        nothing to be written; OSError where the source cannot be read.
        """
        edition = self._edition(job)
        data = job.read()
        monograph = parse(data, job.name, self._settings.limits)
        doubts = lint.warnings_for_build(data, monograph, self._settings)
        made = self._make_up(job, monograph, edition)
        composition, pdf = made.composition, draw(made.layout)
        proof = verification.prove(pdf, composition, monograph, edition.kind, edition.stylesheet)
        findings = (
            *monograph.diagnostics,
            *doubts,
            *composition.diagnostics,
            *map(edition.stylesheet.locate, pdf.diagnostics),
            *proof,
        )
        if has_errors(findings):
            raise ProofFailed(findings)
        wanted = self._settings.catalogue and job.folder
        return Outcome(
            job,
            Status.PRINTED,
            data=pdf.data,
            pages=pdf.pages,
            sha256=sha256(pdf.data).hexdigest(),
            source_sha256=monograph.source.sha256,
            fingerprint=self.fingerprint(job, data),
            checks=verification.CHECK_NAMES,
            frames=tuple(astuple(frame) for frame in pdf.frames),
            medicine=describe(monograph),
            thumbnail=verification.draw_thumbnail(pdf.data) if wanted else b"",
            diagnostics=findings,
        )

    def prove(self, job: Job, pdf: bytes, frames: tuple[Frame, ...]) -> tuple[Diagnostic, ...]:
        """Prove a PDF that an earlier run printed; ``frames`` are the type areas of its pages.

        That is the line without drawing. Only a sheet is laid out again, because what it says
        depends on what went onto it. Raises as ``print`` does.
        """
        edition = self._edition(job)
        data = job.read()
        monograph = parse(data, job.name, self._settings.limits)
        sheet = edition.kind.sheet
        composition = (
            self._make_up(job, monograph, edition).composition
            if sheet
            else self._compose(job, monograph, edition)
        )
        printed = Pdf(pdf, len(frames), frames, (), job.standard)
        return verification.prove(printed, composition, monograph, edition.kind, edition.stylesheet)

    def fingerprint(self, job: Job, text: bytes) -> Mapping[str, str]:
        """What would reach the page besides the text of the job's source."""
        return fingerprint.of_document(self._edition(job).fingerprint, text, job.source.parent)

    def _make_up(self, job: Job, monograph: Monograph, edition: Edition) -> Fit:
        """The document composed and laid out: as it comes, or fitted onto one side of paper."""

        def lay(made: Composition) -> Layout:
            return lay_out(made, self._compiled(edition), made.overrides, job.standard)

        def make(makeup: Makeup) -> tuple[Composition, Layout]:
            made = self._compose(job, monograph, edition, makeup)
            return made, lay(made)

        draft = self._compose(job, monograph, edition)
        if not edition.kind.sheet:
            return Fit(draft, lay(draft))
        return fit(draft, make, edition.kind.sheet, edition.stylesheet)

    def _compose(
        self, job: Job, monograph: Monograph, edition: Edition, makeup: Makeup = PLAIN
    ) -> Composition:
        design = Design(edition.kind, self._theme, edition.stylesheet, self._settings)
        return compose(monograph, design, makeup, base=job.source.parent)

    def _edition(self, job: Job) -> Edition:
        choice = EditionKey.of(job)
        if choice not in self._editions:
            self._editions[choice] = make_edition(choice, self._theme, self._settings)
        return self._editions[choice]

    def _compiled(self, edition: Edition) -> CompiledStylesheet:
        sheet = edition.stylesheet
        if sheet.key not in self._compiled_sheets:
            limits = self._settings.limits
            self._compiled_sheets[sheet.key] = compile_stylesheet(
                resolve_vars(sheet), self._theme.roots, limits
            )
        return self._compiled_sheets[sheet.key]
