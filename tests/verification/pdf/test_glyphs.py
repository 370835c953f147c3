"""Arabic and Hindi: a correct print passes, and lost, changed or reversed text is found."""

from functools import cache
from pathlib import Path

import pikepdf
import pytest

from verification.fault_injection import Fault, codes, findings

CASES = Path(__file__).parents[2] / "cases" / "languages"
PRINTED = [(language, kind) for language in ("ar", "hi") for kind in ("patient", "clinician")]


@cache
def monograph(language: str) -> str:
    return (CASES / f"paracetamol-{language}.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["ar", "de", "hi"])
@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_monograph_of_another_language_passes(language: str, kind: str) -> None:
    found = findings(Fault(), kind, monograph(language))
    assert [str(finding) for finding in found if finding.severity == "error"] == []


def without_a_row(pdf: pikepdf.Pdf) -> None:
    """Take one row of glyphs out, in the middle of the first page."""
    _edit(pdf, lambda rows: rows[len(rows) // 2], b"")


def with_another_glyph(pdf: pikepdf.Pdf) -> None:
    """Show one glyph instead of another, in the longest row of the first page."""
    _edit(pdf, lambda rows: max(rows, key=lambda row: len(row[1])), None)


def _edit(pdf: pikepdf.Pdf, choose, shown: bytes | None) -> None:  # type: ignore[no-untyped-def]
    page = pdf.pages[0]
    content = list(pikepdf.parse_content_stream(page))
    rows = [
        (index, b"".join(bytes(p) for p in step.operands[0] if isinstance(p, pikepdf.String)))
        for index, step in enumerate(content)
        if str(step.operator) == "TJ"
    ]
    index, glyphs = choose([row for row in rows if len(row[1]) > 8])
    middle = len(glyphs) // 4 * 2
    changed = glyphs[:middle] + glyphs[:2] + glyphs[middle + 2 :] if shown is None else shown
    operands = [pikepdf.Array([pikepdf.String(changed)])]
    content[index] = pikepdf.ContentStreamInstruction(operands, pikepdf.Operator("TJ"))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))


@pytest.mark.parametrize("language", ["ar", "hi"])
@pytest.mark.parametrize("fault", [without_a_row, with_another_glyph])
def test_a_word_that_is_lost_or_changed_is_found(language: str, fault) -> None:  # type: ignore[no-untyped-def]
    found = codes(Fault(pdf=fault), monograph=monograph(language))
    assert found & {"words-lost", "missing-glyph"}


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("ar", "ولخفض", "ولزيادة"),
        ("hi", "में आराम देती है", "में आराम नहीं देती है"),
        ("hi", "कम करती", "कमा करती"),
        ("ar", "60", "600"),
        ("hi", "60", "600"),
    ],
)
def test_a_changed_word_or_number_is_found(language: str, word: str, other: str) -> None:
    text = monograph(language)
    assert word in text
    changed = Fault(printed=lambda html: html.replace(word, other, 1))
    assert codes(changed, monograph=text) & {"words-lost", "number-lost", "words-added"}


@pytest.mark.parametrize("word", ["सिरदर्द", "मात्रा"])
def test_a_lost_vowel_sign_is_found_in_the_text_too(word: str) -> None:
    lost = Fault(composed=lambda html: html.replace(word, word.replace("ा", "").replace("ि", "")))
    assert "text-lost" in codes(lost, monograph=monograph("hi"))


def test_a_dose_that_is_turned_around_is_found() -> None:
    css = '[dir="ltr"] { direction: rtl }'
    found = findings(Fault(css=css), monograph=monograph("ar"))
    assert {">25kg", "15mg/kg"} <= {
        finding.message.split('"')[1] for finding in found if finding.code == "number-lost"
    }


def test_an_arabic_word_in_an_english_text_is_proved_by_its_glyphs() -> None:
    text = monograph("hi").replace("lang: hi", "lang: en")
    assert "unknown-language" not in codes(Fault(), monograph=text)
    assert "words-lost" in codes(
        Fault(printed=lambda html: html.replace("सिरदर्द", "दर्द", 1)), monograph=text
    )
