"""The proof reads a heading that is underlined where the parser does, and only there."""

import pytest

from leaflet.verification.expected.source_forms import without_forms
from leaflet.verification.expected.source_headings import with_marked_headings
from leaflet.verification.expected.statements import read_statements
from monograph.nodes import read_blocks


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Dosage\n------", "## Dosage|"),
        ("Examplin\n===\n\nUsage\n--", "# Examplin|||## Usage|"),
        ("## Dosage\nAdults\n---", "## Dosage|## Adults|"),
        ("5 mg a day.\n---", "5 mg a day.|---"),
        ("Take it\nwith food\n---", "Take it|with food|---"),
        ("- rash\n---", "- rash|---"),
        ("| a |\n|---|", "| a |||---|"),
        ("Dosage\n\n---", "Dosage||---"),
        ("Dosage\n-", "Dosage|-"),
        ("Dosage\n- - -", "Dosage|- - -"),
        ("Dosage\n    ---", "Dosage|    ---"),
        ("---\n---", "---|---"),
    ],
)
def test_a_line_above_an_underline_is_a_heading(text: str, read: str) -> None:
    assert "|".join(with_marked_headings(text.split("\n"))) == read


@pytest.mark.parametrize("title", ["Adults", "Adults:", "1 to 5 years", "5 mg a day.", "- Adults"])
@pytest.mark.parametrize("underline", ["---", "--", "-", "===", "=", "-=-", "    ---", "- --"])
@pytest.mark.parametrize("above", ["", "Take it.\n", "Take it.\n\n", "- rash\n\n", "### Dosage\n"])
def test_it_is_one_to_the_parser_too(title: str, underline: str, above: str) -> None:
    text = f"{above}{title}\n{underline}\n\nText."
    marked = "\n".join(with_marked_headings(text.split("\n")))
    assert read_blocks(marked) == read_blocks(text)


def test_what_follows_an_underlined_heading_is_below_no_label_before_it() -> None:
    text = "Dosage\n------\n\n**Adults:** 5 mg.\n\nStorage\n-------\n\nKeep it cool."
    *_, last = read_statements(without_forms(text))
    assert [(link.words, link.kind) for link in last.links] == [("storage", "heading")]
