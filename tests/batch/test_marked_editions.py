"""Marked editions of the kinds, from text to PDF."""

from dataclasses import replace

import pytest

from compose.writing import read
from diff.versions import ENGLISH, EXAMPLIN
from helpers import words
from leaflet.batch.marked_editions import MarkedEditions
from leaflet.config.settings import Settings
from leaflet.diff.compare import compare
from leaflet.diff.file_changes import FileChanges, FileState, MarkedEdition, Version
from leaflet.errors import DocumentError, SettingsError
from leaflet.resources import shipped

SETTINGS = Settings(project=shipped())


def editions(new: str, settings: Settings = SETTINGS, old: str = EXAMPLIN) -> dict[str, str]:
    """The words of the marked editions, by kind."""
    before, after = read(old), read(new)
    found = compare(before, after, ENGLISH)
    versions = Version("old.md", "3"), Version("new.md", "4")
    file = FileChanges("Examplin", FileState.CHANGED, *versions, found, subpath="x")
    printed: list[MarkedEdition | DocumentError] = [
        *MarkedEditions(settings).print(before, after, file)
    ]
    assert not [each for each in printed if isinstance(each, DocumentError)]
    return {e.kind: words(e.pdf) for e in printed if isinstance(e, MarkedEdition)}


@pytest.mark.parametrize("styles", [(), ("large-print", "monochrome")])
def test_each_kind_shows_what_changed_and_warns_on_every_page(styles: tuple[str, ...]) -> None:
    text = EXAMPLIN.replace("2 mg", "20 mg").replace("- Headache\n", "")
    found = editions(text, replace(SETTINGS, styles=styles, paper="letter"))
    assert {*found} == {"patient", "clinician"}
    for kind, printed in found.items():
        assert "2 mg 20 mg once daily." in printed, kind
        assert "Headache" in printed, kind
        pages = printed.count("1 of ") and printed.count("Marked changes, not for patients · ")
        assert pages >= 1
        assert "version 3 → version 4" in printed


def test_a_kind_that_prints_nothing_of_it_has_none() -> None:
    question = EXAMPLIN + "\n### FAQs\n\n**Q: May I drink?** A: No.\n"
    assert {*editions(question.replace("A: No.", "A: Yes."), old=question)} == {"patient"}
    assert {
        *editions(EXAMPLIN.replace("5 mg", "6 mg"), replace(SETTINGS, kinds=("clinician",)))
    } == {"clinician"}


def test_styles_that_cannot_be_used_are_known_before_anything_is_printed() -> None:
    with pytest.raises(SettingsError):
        MarkedEditions(replace(SETTINGS, styles=("large",)))
