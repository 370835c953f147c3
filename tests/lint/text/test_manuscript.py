"""A file as lines: the words, columns, section and labels of each."""

import pytest

from leaflet.config.settings import Settings
from leaflet.lint.text.line import HIDDEN, read_words
from leaflet.lint.text.manuscript import Manuscript, prepare
from leaflet.section_key import SectionKey


def laid_out(text: str) -> Manuscript:
    return prepare(text.encode(), "one.md", Settings())


TEXT = """\
---
title: Examplin
---
### Usage
For pain.
### Dosage
**Adults:**
* **Fever:** 5 mg
* 10 mg

**Children:** 1 mg
### FAQs
**Q: How much?** A: A little.
### Side Effects
Few.
"""


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("### Dosage", "Dosage"),
        ("* **Adults:** 5&nbsp;mg", "Adults: 5\u00a0mg"),
        ("  12. _once_ a day", "once a day"),
        (r"5 \* 2 mg, HLA-B*5701", "5 * 2 mg, HLA-B*5701"),
        ("10<sup>6</sup> units, <30 mL", "106 units, <30 mL"),
        ("see `1.0 mg` or [here](http://x.org/1.0mg)", f"see {HIDDEN} or [here{HIDDEN}"),
        ("-5 mg", "-5 mg"),
    ],
)
def test_words_are_what_is_read(raw: str, words: str) -> None:
    assert read_words(raw)[0] == words


@pytest.mark.parametrize("raw", ["* **Adults:** 5 &lt; 6", "### _x_ `y` z", "plain", ""])
def test_each_character_knows_its_column(raw: str) -> None:
    words, columns = read_words(raw)
    assert len(columns) == len(words) + 1
    assert columns[-1] == len(raw) + 1
    for at, character in enumerate(words):
        if character not in f"<{HIDDEN}":
            assert raw[columns[at] - 1] == character


def test_lines_know_their_section_and_labels() -> None:
    lines = {line.number: (line.section, line.labels) for line in laid_out(TEXT).body}
    assert lines[5] == ("usage", ())
    assert lines[8] == ("dosage", ("Adults", "Fever"))
    assert lines[9] == ("dosage", ("Adults",))
    assert lines[11] == ("dosage", ("Children",))
    assert lines[13] == ("faqs", ("How much?",))
    assert [line.number for line in laid_out(TEXT).within(SectionKey.DOSAGE)] == [7, 8, 9, 10, 11]


def test_a_refused_text_has_lines_and_sections_as_well() -> None:
    manuscript = laid_out(TEXT.replace("5 mg", "{dose}"))
    assert manuscript.monograph is None
    assert [finding.code for finding in manuscript.reported] == ["template-variable"]
    assert [section.key for section in manuscript.sections][:2] == ["usage", "dosage"]


def test_columns_are_those_of_the_file_and_not_of_its_tidied_text() -> None:
    """The reader composes an accent and its letter to one character; the file has two."""
    line = laid_out(TEXT.replace("Few.", "Ane\u0301mia, 5 mg")).lines[-1]
    assert line.column(line.words.index("5")) == len("Ane\u0301mia, ") + 1


def test_comments_say_nothing() -> None:
    line = laid_out(TEXT.replace("Few.", "<!-- 5 mg --> Few.")).lines[-1]
    assert line.words.strip() == "Few."
    assert line.column(line.words.index("F")) == 15
