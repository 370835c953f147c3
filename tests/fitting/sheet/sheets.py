"""Clinician sheets fitted as the pipeline does it, and proved."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast

from helpers import read_monograph
from leaflet.compose import Composition, Design, Makeup, compose
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.fitting.model import Fit
from leaflet.fitting.sheet.search import fit
from leaflet.job import PictureFolder, Standard
from leaflet.monograph.model import Monograph
from leaflet.rendering import CompiledStylesheet, Layout, compile_stylesheet, draw, lay_out
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme, shipped
from leaflet.verification import prove

THEME = Theme((shipped(),))
KIND = THEME.kind("clinician")
SENTENCE = "It blocks one of the enzymes that the tests were written about and leaves the others. "


def written(mechanism: int = 1, warnings: int = 1, dosage: str = "**Adults:** 5 mg.") -> Monograph:
    """A monograph whose mechanism and whose warnings are so many sentences long."""
    cautions = "\n\n".join(f"**Cause {n}:** {SENTENCE}" for n in range(warnings))
    text = (
        "---\ntitle: Testamide\nversion: '2'\nreviewed: 2026-03-01\n---\n\n"
        f"### Usage\nFor tests.\n\n### Dosage\n{dosage}\n\n### Side Effects\n* Rash\n* Cough\n\n"
        f"### How it Works\n{SENTENCE * mechanism}\n\n### Precautions\n{cautions}\n\n"
        "### FAQs\n**Q: May I drive?** A: Not at night.\n"
    )
    return read_monograph(text.encode(), "testamide.md")


@cache
def edition(paper: str, styles: tuple[str, ...] = ()) -> tuple[Stylesheet, CompiledStylesheet]:
    stylesheet = THEME.stylesheet(KIND, styles, paper)
    return stylesheet, compile_stylesheet(stylesheet.css, THEME.roots)


def without_layout(composition: Composition, *_: object) -> Layout:
    """What replaces the layout of a sheet of many pages."""
    return Layout(cast("Any", composition), Standard.UA, 9, {}, (), ())


def fitted(
    monograph: Monograph,
    paper: str = "a4",
    styles: tuple[str, ...] = (),
    engine: Callable[..., Layout] = lay_out,
) -> Fit:
    """The sheet of a monograph, laid out."""
    stylesheet, compiled = edition(paper, styles)

    def composed(makeup: Makeup) -> Composition:
        return compose(monograph, _design(stylesheet), makeup, base=PictureFolder(Path()))

    def make(makeup: Makeup) -> tuple[Composition, Layout]:
        made = composed(makeup)
        return made, engine(made, compiled, made.overrides)

    assert KIND.sheet
    return fit(composed(Makeup()), make, KIND.sheet, stylesheet)


def printed(
    made: Fit, monograph: Monograph, paper: str = "a4", styles: tuple[str, ...] = ()
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF of a sheet, and what its proof finds."""
    pdf, design = draw(made.layout), _design(edition(paper, styles)[0])
    return pdf.data, prove(pdf, made.composition, monograph, design)


def _design(stylesheet: Stylesheet) -> Design:
    return Design(KIND, THEME, stylesheet, Settings())
