"""A page is in the language of its monograph, or it is refused."""

import re
from pathlib import Path

import pytest

from compose.writing import PATIENT, THEME, composed, write
from leaflet.compose.translate import localise_kind
from leaflet.errors import MonographRefused
from leaflet.theme.search_path import Theme


def test_all_words_of_leaflet_are_in_the_language_of_the_monograph() -> None:
    german = composed(write("title: Testamid\nlang: de-AT\nbrand_names: [A, B]"))
    assert '<html lang="de-AT" dir="ltr"' in german.html
    assert "Wofür Testamid angewendet wird" in german.html
    assert german.title == "Testamid: Patienteninformation"
    assert german.overrides["--page-between"] == '" von "'
    assert "Generic name" not in german.html


def test_arabic_runs_from_right_to_left() -> None:
    assert 'dir="rtl"' in composed(write("title: Testamide\nlang: ar")).html


def test_an_unknown_language_is_refused_with_its_line() -> None:
    with pytest.raises(MonographRefused) as refused:
        localise_kind(write("title: Testamide\nlang: pt"), PATIENT, THEME)
    (finding,) = refused.value.diagnostics
    assert (finding.code, finding.line) == ("unknown-language", 3)
    assert "de, en, es" in finding.hint


def test_missing_words_are_reported_and_never_replaced_by_english(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "pt.po").write_text(
        'msgctxt "words.week"\nmsgid "Week"\nmsgstr "Semana"\n'
    )
    with pytest.raises(MonographRefused) as refused:
        localise_kind(write("title: Testamide\nlang: pt"), PATIENT, Theme.of(tmp_path))
    (finding,) = refused.value.diagnostics
    assert (finding.code, finding.line) == ("untranslated", 3)
    assert finding.message.startswith('not translated into "pt": "Page {page} of {pages}", ')
    assert re.search(r'", ".+" and \d+ more$', finding.message)
