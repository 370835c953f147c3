"""The language of a monograph: all of a page in it, or no page."""

from pathlib import Path

import pytest

from compose.writing import PATIENT, THEME, set_in_type, write
from leaflet.compose.translate import spoken
from leaflet.errors import MonographRefused
from leaflet.theme.search_path import Theme


def test_all_that_leaflet_says_is_in_the_language_of_the_monograph() -> None:
    said = set_in_type(write("title: Testamid\nlang: de-AT\nbrand_names: [A, B]"))
    assert '<html lang="de-AT" dir="ltr"' in said.html
    assert "Was ist Testamid und wofür wird es angewendet?" in said.html
    assert said.title == "Testamid: Patienteninformation"
    assert said.overrides["--page-between"] == '" von "'
    assert "Generic name" not in said.html


def test_arabic_runs_from_right_to_left() -> None:
    assert 'dir="rtl"' in set_in_type(write("title: Testamide\nlang: ar")).html


def test_a_language_without_words_is_refused_in_its_line() -> None:
    with pytest.raises(MonographRefused) as refused:
        spoken(write("title: Testamide\nlang: pt"), PATIENT, THEME)
    (finding,) = refused.value.diagnostics
    assert (finding.code, finding.line) == ("unknown-language", 3)
    assert "de, en, es" in finding.hint


def test_words_that_are_missing_are_told_and_not_mixed_in(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "pt.po").write_text(
        'msgctxt "words.week"\nmsgid "Week"\nmsgstr "Semana"\n'
    )
    with pytest.raises(MonographRefused) as refused:
        spoken(write("title: Testamide\nlang: pt"), PATIENT, Theme.of(tmp_path))
    assert {finding.code for finding in refused.value.diagnostics} == {"untranslated"}
    assert '"Page {page} of {pages}" is not translated' in refused.value.diagnostics[0].message
