"""The fixed words, against what the pages and the code ask for."""

import re
from pathlib import Path

import leaflet
from leaflet.theme import shipped
from leaflet.words import MONTHS, WORDS


def names(folder: Path, files: str, pattern: str) -> set[str]:
    return {
        name
        for file in folder.rglob(files)
        for name in re.findall(pattern, file.read_text("utf-8"))
    }


def test_every_word_that_is_asked_for_is_there_and_none_is_idle() -> None:
    in_pages = names(shipped() / "templates", "*.html", r"\bwords\.(\w+)")
    in_code = names(Path(leaflet.__file__).parent, "*.py", r"WORDS\[\"(\w+)\"\]")
    assert in_pages | in_code == set(WORDS)


def test_a_year_has_twelve_months() -> None:
    assert len(set(MONTHS)) == 12
