"""The fixed words, against what the pages, the code and the PO files use."""

import re
from datetime import date
from pathlib import Path

import pytest

import leaflet
from leaflet.i18n.messages import ENGLISH, MONTHS, WORDS
from leaflet.theme.search_path import shipped


def names(folder: Path, files: str, pattern: str) -> set[str]:
    return {
        name
        for file in folder.rglob(files)
        for name in re.findall(pattern, file.read_text("utf-8"))
    }


def test_every_word_that_is_asked_for_is_there_and_none_is_idle() -> None:
    in_pages = names(shipped() / "templates", "*.html", r"\bwords\.(\w+)")
    in_code = names(Path(leaflet.__file__).parent, "*.py", r"\b(?:words|WORDS)\[\"(\w+)\"")
    in_code -= {"words"}  # of the proof-reader's matches
    in_code |= names(Path(leaflet.__file__).parent, "*.py", r"words\[\"\w+\" if .* else \"(\w+)\"")
    assert in_pages | in_code == set(WORDS)


def test_a_year_has_twelve_months() -> None:
    assert len(set(MONTHS)) == 12


def test_a_date_stands_on_one_line() -> None:
    assert ENGLISH.day(date(2026, 3, 31)) == "31\u00a0March\u00a02026"


@pytest.mark.parametrize(("number", "text"), [(10, "10"), (10_000, "10,000")])
def test_thousands_are_set_apart(number: int, text: str) -> None:
    assert ENGLISH.number(number) == text
