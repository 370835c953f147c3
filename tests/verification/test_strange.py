"""Whatever is written, it is printed and passes the proof, or is refused with a reason.

``LEAFLET_STRANGE=2000 pytest tests/verification/test_strange.py`` tries as many; a few are enough
to notice that something broke.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from helpers import sides
from leaflet.config.settings import Settings
from leaflet.errors import MonographRefused, ProofFailed
from leaflet.job import Job, Outcome
from leaflet.pipeline import Pipeline
from verification.fault_injection import MONOGRAPH
from verification.strange import monographs

TRIES = int(os.environ.get("LEAFLET_STRANGE", "12"))
LOOKS = [
    *([("a4", ())] * 4 if TRIES < 100 else [("a4", ())]),
    ("letter", ()),
    ("a5", ()),
    ("a4", ("large-print",)),
    ("a5", ("large-print",)),
    ("a4", ("booklet", "dyslexia-friendly")),
    ("a4", ("clear-print",)),
]
REASONS = {"missing-glyph"}
"""The codes of faults that only the author can fix."""


Test = TypeVar("Test", bound=Callable[..., None])


def _seeded(test: Test) -> Test:
    """The same few monographs in every run, whatever the test is called; others in long runs."""
    return seed(3)(test) if TRIES < 100 else test


@cache
def _pipeline() -> Pipeline:
    return Pipeline(Settings())


def _print(kind: str, text: str, paper: str = "a4", styles: tuple[str, ...] = ()) -> Outcome:
    """Print a monograph; what the proof finds is raised."""
    source = Path("strange.md")
    job = Job(source, source.name, kind, styles, paper, Path(f"{kind}.pdf"), text.encode())
    return _pipeline().run(job)


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@_seeded
@settings(
    max_examples=TRIES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(text=monographs(), look=st.sampled_from(LOOKS))
def test_it_prints_and_proves_or_is_refused(
    kind: str, text: str, look: tuple[str, tuple[str, ...]]
) -> None:
    try:
        assert _print(kind, text, *look).pages
    except MonographRefused:
        pass
    except ProofFailed as failure:
        if REASONS.isdisjoint(finding.code for finding in failure.diagnostics):
            raise


FOUND = {
    "a unit in the next cell": "| Gene | Unit |\n| --- | --- |\n| HLA-B*5701 | µg |\n| 5 | mg |",
    "a sign at a line's end": "* take if >\n* 5 tablets <\n\n1. one\n2. two",
    "a repeated head like a cell": "| take | take | the |\n| --- | --- | --- |\n"
    + "| take | take | the |\n" * 60,
    "a lone asterisk": "HLA-B*5701 * µg kidney * with * water.",
    "a block said again": "* take\n* with\n\ntake\n\nwith\n\n* take",
    "letters that end a line": "Child-Pugh " * 40 + "(Child-Pugh A or B)",
    "a link before a number": "See <https://example.org/x> 2 tablets.",
    "an end of line between words": "| A | B |\n| --- | --- |\n| 5 mg<br>daily | x<br/>y |",
    "an asterisk behind a number": "| A | B |\n| --- | --- |\n| *5 risk | 5* tablets |",
    "a table of long words": "| A | B | C |\n| --- | --- | --- |\n"
    + "| (methyl-triazene-1-yl)-imidazole-4-carboxamide " * 3
    + "|",
    "a table of many columns": "| Kidney " * 9
    + "|\n"
    + "| --- " * 9
    + "|\n"
    + "| 10 mg/kg | hydrochlorothiazide | ≥60 mL/min/1.73 m² " * 3
    + "|",
    "a table of unlike words": "| A | B | C |\n| --- | --- | --- |\n"
    + f"| Hydroxypropylmethylcellulose | 5 | {'Silicovolcano' * 10} |\n" * 3,
    "a number that goes on over the page": "* take\n" * 9
    + f"* {'A' * 90} >{'1234567890' * 7} once",
    "a dose without a place to divide it": "### Dosage\n\n"
    f"**{'ab1' * 30} 5 mg:** one {'A' * 90}\n\n**Adults:**\n- **once:** 5 mg {'1234567890' * 7}",
    "a second medicine": "### Generic Name\n\nExamplin\n\n### Dosage\n\n**Adults:** 5 mg.",
    "an address in a dose": "### Dosage\n\n**Adults:** 5 mg, see https://example.org/"
    f"{'a1b2' * 30} (<https://example.org/{'a1b2' * 30}>) and [the **label**](https://example.org).",
    "a sign bound to a long word": f"Take ~ {'1234567890' * 7} of > {'1234567890' * 7}.",
    "a dose longer than a page": "### Dosage\n\n**Adults:** 5 mg. "
    + "Increase it slowly, with water, by 1 mg every week until it is enough. " * 20
    + "\n\n**Children:** 2 mg.",
    "a row longer than a page": "| Who | Dose |\n| --- | --- |\n| Adults | "
    + "5 mg every day with water until it is enough, " * 40
    + " |",
    "a dose after an Arabic word": "As بنادول 500 mg, ال5mg and (باراسيتامول **فوار**) 1.5 g.",
    "footnotes": "Take it[^1] with water[^note].\n\n[^1]: Or with 5 mL of milk.\n[^note]: Not 10.",
    "an address with brackets, and references": "See [one](https://example.org/a(b)c), [two][a] "
    "or [three].\n\n[a]: https://example.org\n[three]: <https://example.org/4>",
    "a long label": f"* **{'Silicovolcano' * 9}:** once\n* a {'Silicovolcano' * 9}, too",
}
"""What strange monographs have found, made small: false alarms, and words that left their page."""


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("found", FOUND)
def test_what_was_found_once_is_proved(kind: str, found: str) -> None:
    text = MONOGRAPH.replace("### Side Effects", f"{FOUND[found]}\n\n### Side Effects")
    assert _print(kind, text).pages


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("style", ["large-print", "dyslexia-friendly"])
@pytest.mark.parametrize(
    "found",
    [
        "a table of long words",
        "a table of unlike words",
        "a number that goes on over the page",
        "an address in a dose",
        "a dose longer than a page",
        "a row longer than a page",
    ],
)
def test_what_is_wide_goes_onto_small_pages_in_large_type(
    kind: str, style: str, found: str
) -> None:
    text = MONOGRAPH.replace("### Side Effects", f"{FOUND[found]}\n\n### Side Effects")
    assert _print(kind, text, "a5", ("booklet", style)).pages


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("look", [("a4", ()), ("a5", ("large-print",))])
@pytest.mark.parametrize(
    "name",
    ["1234567890" * 7, "/".join(["Carboxymethylethylcellulose"] * 5)],
)
def test_a_name_of_any_length_is_on_every_page(
    kind: str, look: tuple[str, tuple[str, ...]], name: str
) -> None:
    printed = _print(kind, MONOGRAPH.replace("title: Testamide", f'title: "{name}"'), *look)
    assert all(name in "".join(side.split()).replace("\ufffe", "") for side in sides(printed.data))


def test_a_sheet_whose_last_lines_take_more_than_a_page_says_that_it_goes_on() -> None:
    sources = "".join(f"  - Formulary of the hospital, chapter {n}, page 1{n}\n" for n in range(12))
    text = MONOGRAPH.replace("title: Testamide", f"title: Testamide\nsources:\n{sources}".rstrip())
    assert _print("clinician", text, "a5", ("large-print",)).pages
