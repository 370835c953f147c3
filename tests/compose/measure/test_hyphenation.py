"""Words are divided as Pyphen divides them, though its patterns are read one by one."""

from pathlib import Path

import pyphen
import pytest

from leaflet.compose.measure.hyphenation import hyphenation, read_patterns

WORDS = (
    "hydrochlorothiazide",
    "antihypertensives",
    "Überempfindlichkeitsreaktionen",
    "hypersensibilité",
    "pneumonoultramicroscopicsilicovolcanoconiosis",
    "x",
)


def test_a_word_is_divided_by_the_rules_of_its_language() -> None:
    british, german = hyphenation("en-US"), hyphenation("de-AT")
    assert british
    assert german
    assert british.inserted("hydrochlorothiazide", "|") == "hydro|chlorothiazide"
    assert german.inserted("Überempfindlichkeit", "|") == "Über|emp|find|lich|keit"
    assert hyphenation("tlh") is None


@pytest.mark.parametrize("path", sorted(set(pyphen.LANGUAGES.values())), ids=lambda path: path.stem)
def test_all_patterns_are_those_that_pyphen_reads(path: Path) -> None:
    read, whole = read_patterns(path), pyphen.HyphDict(path)
    if read is None:
        return
    assert {letters: read.patterns.get(letters) for letters in read.patterns} == whole.patterns
    assert read.maxlen == whole.maxlen
    assert [*map(read.positions, WORDS)] == [*map(whole.positions, WORDS)]
