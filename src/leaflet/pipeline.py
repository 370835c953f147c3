"""The stages that every document goes through, in one method: ``Pipeline.run``."""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, astuple, replace
from functools import lru_cache, wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec, TypeVar

from leaflet import lint, verification
from leaflet.compose import PLAIN, Composition, Design, Makeup, compose, prepare
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors, with_file
from leaflet.edition import fingerprint
from leaflet.edition.edition import Edition, EditionKey, make_edition
from leaflet.errors import DocumentError, MonographRefused, ProofFailed
from leaflet.fitting import Fit, fit, fit_sides, may_choose
from leaflet.fonts.in_use import using
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
from leaflet.rendering.preflight import unusable_pictures
from leaflet.theme import pictures
from leaflet.theme.resolve_vars import resolve_vars
from leaflet.theme.search_path import Theme
from leaflet.topics.assign import assign_topics
from leaflet.verification.preflight import ALL, GLYPHS, Check

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def _in_its_fonts(
    step: "Callable[Concatenate[Pipeline, Job, _Given], _Result]",
) -> "Callable[Concatenate[Pipeline, Job, _Given], _Result]":
    """A step of the pipeline that measures, lays out and proves with the fonts of its document."""

    @wraps(step)
    def call(self: "Pipeline", job: Job, /, *args: _Given.args, **given: _Given.kwargs) -> _Result:
        with using(self._edition(job).fonts):
            return step(self, job, *args, **given)

    return call


class Pipeline:
    """Prints documents in this process.

    It keeps what documents have in common: editions, style sheets, and the monograph read last,
    for its other kinds. The order in which documents are printed does not matter.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions: dict[EditionKey, Edition] = {}
        self._compiled_sheets: dict[str, CompiledStylesheet] = {}
        self._accept = lru_cache(maxsize=1)(self._accepted)

    @_in_its_fonts
    def run(self, job: Job) -> Outcome:
        """Print one document: read, parse, lint, compose, fit, draw, verify.

        Nothing is written: the PDF is the outcome's ``data``. Raises DocumentError, with every
        finding, if the document cannot be printed; SettingsError if its kind, style or paper
        cannot be used; OSError if its source cannot be read.
        """
        edition = self._edition(job)
        text = job.read()
        monograph = self._accept(job.name, text)
        fitted = self._lay_out_to_fit(job, monograph, edition)
        return self._proved(job, text, monograph, fitted.composition, draw(fitted.layout))

    @_in_its_fonts
    def preflight(self, job: Job) -> tuple[Diagnostic, ...]:
        """What would stop a document, as far as that is known before it is laid out.

        ``run`` reports it in the same words. What the parser and the proof-reader find is left out.
        Raises SettingsError and OSError as ``run`` does.
        """
        edition, text = self._edition(job), job.read()
        try:
            monograph = self._read(job.name, text)
        except MonographRefused:
            return ()
        try:
            composition = self._compose(job, monograph, edition)
        except DocumentError as refused:
            return with_file(refused.diagnostics, job.name)
        found = self._preflight(composition, monograph, edition, ALL)
        return with_file((*composition.diagnostics, *found), job.name)

    def _preflight(
        self,
        composition: Composition,
        monograph: Monograph,
        edition: Edition,
        checks: Sequence[Check],
    ) -> tuple[Diagnostic, ...]:
        """Errors about pictures, and what the checks of a composition find."""
        pictures = unusable_pictures(composition, self._theme.roots, self._settings.limits)
        kind, sheet = edition.kind, edition.stylesheet
        pictures = tuple(map(monograph.source.locate, pictures))
        return (*pictures, *verification.preflight(composition, monograph, kind, sheet, checks))

    @_in_its_fonts
    def adopt(self, job: Job, pdf: Pdf, makeup: Makeup) -> Outcome:
        """Prove a document that another machine has printed, in the make-up that it found to fit.

        All but the bytes of the PDF is found out here, as ``run`` does, so the outcome is the same;
        nothing is laid out. Raises as ``run`` does.
        """
        edition, text = self._edition(job), job.read()
        monograph = self._accept(job.name, text)
        composition = self._compose(job, monograph, edition, makeup)
        if not may_choose(makeup, composition.content, edition.kind):
            message = "the machine that printed it chose a make-up that is none of the sheet's"
            raise ProofFailed.of("bad-answer", message, file=job.name)
        return self._proved(job, text, monograph, composition, pdf)

    def _proved(
        self, job: Job, text: bytes, monograph: Monograph, composition: Composition, pdf: Pdf
    ) -> Outcome:
        """The outcome of a document that proves to say what its monograph says."""
        edition, drawn = self._edition(job), bool(self._settings.catalogue and job.folder)
        design = self._design(edition)
        proof = verification.examine(pdf, composition, monograph, design, with_thumbnail=drawn)
        findings = (
            *monograph.diagnostics,
            *composition.diagnostics,
            *map(edition.stylesheet.locate, pdf.diagnostics),
            *proof.findings,
        )
        if has_errors(findings):
            raise ProofFailed(findings)
        names, medicine = tuple(pictures.of_text(text)), describe(monograph)
        return Outcome(
            job,
            Status.PRINTED,
            data=pdf.data,
            pages=pdf.pages,
            sha256=sha256(pdf.data).hexdigest(),
            source_sha256=monograph.source.sha256,
            fingerprint=self.fingerprint(job, names, medicine.review_due),
            pictures=names,
            checks=verification.CHECK_NAMES,
            frames=tuple(astuple(frame) for frame in pdf.frames),
            makeup=asdict(composition.makeup),
            medicine=medicine,
            thumbnail=proof.thumbnail,
            text=zlib.compress(text) if job.folder else b"",
            diagnostics=findings,
        )

    @_in_its_fonts
    def prove(self, job: Job, pdf: bytes, frames: tuple[Frame, ...]) -> tuple[Diagnostic, ...]:
        """Prove a PDF that an earlier run printed; ``frames`` are the type areas of its pages.

        Goes through the same stages. What proves to say the right words must also be, byte for
        byte, what is printed now: otherwise a word, a picture or a colour may be where it was not,
        in a way that no check looks for. Raises as ``run`` does.
        """
        edition = self._edition(job)
        monograph = self._read(job.name, job.read())
        fitted = self._lay_out_to_fit(job, monograph, edition)
        printed = Pdf(pdf, len(frames), frames, (), job.standard)
        found = verification.prove(printed, fitted.composition, monograph, self._design(edition))
        if has_errors(found) or draw(fitted.layout).data == pdf:
            return found
        message = "what is printed from its monograph now is another PDF"
        return (*found, Diagnostic.error("not-as-printed", message, job.name))

    def fingerprint(self, job: Job, names: Sequence[str], review_due: str) -> Mapping[str, str]:
        """What reaches the page besides the text of the job's monograph, as short hashes.

        ``names`` are those of its pictures. Raises as ``fingerprint.of_document`` does.
        """
        edition = self._edition(job).fingerprint
        return fingerprint.of_document(edition, job, names, review_due)

    def _read(self, name: str, text: bytes) -> Monograph:
        """The monograph of a text, with the topics of its statements."""
        settings, names = self._settings, self._theme.section_names()
        monograph = parse(text, name, settings.limits, names, settings.markup)
        return assign_topics(monograph, self._theme.topics(monograph.front.lang))

    def _accepted(self, name: str, text: bytes) -> Monograph:
        """The same with what the proof-reader found, unless that stops the document."""
        monograph = self._read(name, text)
        found = lint.findings_for_build(text, monograph, self._settings)
        diagnostics = (*monograph.diagnostics, *found)
        if has_errors(found):
            raise MonographRefused(diagnostics)
        return replace(monograph, diagnostics=diagnostics)

    def _lay_out_to_fit(self, job: Job, monograph: Monograph, edition: Edition) -> Fit:
        """The document laid out; a sheet so that it fits onto one side of paper.

        Raises ProofFailed if there is an error in its composition: laid out, it would have further
        ones that only follow from it.
        """
        kind, stylesheet, design = edition.kind, edition.stylesheet, self._design(edition)
        draft = prepare(monograph, design, PLAIN, job.pictures)

        def make(makeup: Makeup) -> tuple[Composition, Layout]:
            composition = compose(monograph, design, makeup, job.pictures, draft)
            if found := self._preflight(composition, monograph, edition, GLYPHS):
                raise ProofFailed((*monograph.diagnostics, *composition.diagnostics, *found))
            sheet, overrides = self._compiled(edition), composition.overrides
            return composition, lay_out(composition, sheet, overrides, job.standard)

        if kind.sheet:
            return fit(draft, make, kind.sheet, stylesheet)
        if kind.sides:
            return fit_sides(draft, make, kind.sides, stylesheet)
        return Fit(*make(PLAIN))

    def _compose(
        self, job: Job, monograph: Monograph, edition: Edition, makeup: Makeup = PLAIN
    ) -> Composition:
        return compose(monograph, self._design(edition), makeup, base=job.pictures)

    def _design(self, edition: Edition) -> Design:
        return Design(edition.kind, self._theme, edition.stylesheet, self._settings)

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
