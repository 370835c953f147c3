"""Print a monograph with a fault injected on the way, and see what the proof finds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf

from helpers import render
from leaflet.compose import Composition, Design, compose
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.job import Standard
from leaflet.kinds.model import Kind
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph
from leaflet.rendering import CompiledStylesheet, Pdf, compile_stylesheet
from leaflet.theme.cascade import Stylesheet, read_tokens
from leaflet.theme.search_path import Theme
from leaflet.topics.assign import assign_topics
from leaflet.verification import prove
from verification.forge import changed

ROOT = Path(__file__).parents[2]

MONOGRAPH = """---
title: Testamide
---

### Generic Name
Testamide

### Usage
Testamide treats what the tests complain of. It is for people >25 kg. See
[the page of the tests](https://example.org/tests).

### Dosage
**Adults:** 1.5 mg/kg once daily.

**Children:**
* **>25 kg:** 100 mg twice daily
* **≤25 kg:** 50 mg twice daily

| Kidney function | Dose |
| --- | --- |
| ≥60 mL/min | 100 mg twice daily without any change |
| <60 mL/min | 50 mg |

### Side Effects
Common:
* Headache
* Drowsiness
* Itching

### How it Works
It binds HLA-B*5701 at 2 × 10⁶ cells/kg.

### Precautions
* **Pregnancy:** Do not take it.
* **Alcohol:** Avoid it.

### FAQs
* **Q: How is it stored?** A: Below 25 °C.
* **Q: What if I miss a dose?** A: Skip it.

**Disclaimer:** This is for educational purposes only.
"""

LONG = MONOGRAPH + "\n\nThis is not a substitute for medical advice, as said before." * 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: in the CSS, in the composition, in what is laid out of it (``printed``), in
    the finished PDF, or in the kind that it is proved against; ``styles`` are what it is set in."""

    css: str = ""
    composed: Callable[[str], str] = str
    printed: Callable[[str], str] = str
    pdf: Callable[[pikepdf.Pdf], None] | None = None
    kind: Callable[[Kind], Kind] = lambda kind: kind
    standard: Standard = Standard.UA
    styles: tuple[str, ...] = ()


@cache
def _theme() -> Theme:
    return Theme.of(ROOT)


@cache
def _edition(name: str, styles: tuple[str, ...] = ()) -> tuple[Kind, Stylesheet]:
    kind = _theme().kind(name)
    return kind, _theme().stylesheet(kind, styles, "a4")


def _design(kind: Kind, stylesheet: Stylesheet) -> Design:
    return Design(kind, _theme(), stylesheet, Settings())


@cache
def _compiled(css: str) -> CompiledStylesheet:
    return compile_stylesheet(css, _theme().roots)


@cache
def _composed(
    kind: str, monograph: str, styles: tuple[str, ...] = ()
) -> tuple[Monograph, Composition]:
    what, stylesheet = _edition(kind, styles)
    text = parse(monograph.encode(), "testamide.md")
    text = assign_topics(text, _theme().topics(text.front.lang))
    return text, compose(text, _design(what, stylesheet))


@cache
def printed(kind: str = "patient", monograph: str = MONOGRAPH, styles: tuple[str, ...] = ()) -> Pdf:
    """A correct print."""
    _, composition = _composed(kind, monograph, styles)
    return _print(composition, _edition(kind, styles)[1], Fault())


def composed(kind: str = "patient", monograph: str = MONOGRAPH) -> Composition:
    """What the correct print is laid out from."""
    return _composed(kind, monograph)[1]


def codes_of_file(data: bytes, kind: str = "patient", monograph: str = MONOGRAPH) -> set[str]:
    """The codes of what the proof finds in a file that is said to be the correct print."""
    text, composition = _composed(kind, monograph)
    pdf = replace(printed(kind, monograph), data=data)
    return {found.code for found in prove(pdf, composition, text, _design(*_edition(kind)))}


def findings(
    fault: Fault, kind: str = "patient", monograph: str = MONOGRAPH
) -> tuple[Diagnostic, ...]:
    """All findings about a document, of the layout engine and of the proof."""
    what, stylesheet = _edition(kind, fault.styles)
    text, composition = _composed(kind, monograph, fault.styles)
    composition = replace(composition, html=fault.composed(composition.html))
    pdf = _print(composition, stylesheet, fault)
    promised = {token.name: token.value for token in read_tokens(fault.css)}
    stylesheet = replace(stylesheet, tokens={**stylesheet.tokens, **promised})
    design = _design(fault.kind(what), stylesheet)
    return (*pdf.diagnostics, *prove(pdf, composition, text, design))


def codes(fault: Fault, kind: str = "patient", monograph: str = MONOGRAPH) -> set[str]:
    """The codes of the findings."""
    return {finding.code for finding in findings(fault, kind, monograph)}


def _print(composition: Composition, stylesheet: Stylesheet, fault: Fault) -> Pdf:
    compiled = _compiled(stylesheet.css + fault.css)
    printed = replace(composition, html=fault.printed(composition.html))
    pdf = render(printed, compiled, composition.overrides, fault.standard)
    if fault.pdf is None:
        return pdf
    return replace(pdf, data=changed(pdf.data, fault.pdf))
