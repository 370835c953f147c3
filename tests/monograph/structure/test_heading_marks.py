import pytest

from leaflet.monograph.model import Span
from leaflet.monograph.structure.heading_marks import unmarked, without_wikilinks

LINKS = ("edit", "edit source")


def bare(*heading: Span) -> str:
    start, end = unmarked(heading, LINKS)
    return "".join(span.text for span in heading)[start:end]


@pytest.mark.parametrize(
    "heading",
    [
        "Usage [^1][^2]",
        "Usage [1]",
        "Usage[2, 3]",
        "Usage [a]",
        "Usage¹",
        "Usage*†",
        "Usage ¶",
        "Usage ##",
        "Usage {#use .unnumbered}",
        "Usage {: .x}",
        "Usage {-}",
        'Usage <a name="use"></a>',
        '<a id="use"></a> Usage',
        "Usage [edit]",
        "Usage [edit | edit source]",
        "Usage ^ab12",
        "Usage #drug/use",
        "Usage ⚠\ufe0f",
    ],
)
def test_marks_around_a_heading_are_left_out(heading: str) -> None:
    assert bare(Span(heading)) == "Usage"


@pytest.mark.parametrize(
    "heading",
    ["Dosage (adults)", "Dosage [adults]", "Dosage 10 mg", "Vitamin B12", "Why?", "चेतावनी"],
)
def test_words_are_none(heading: str) -> None:
    assert bare(Span(heading)) == heading


def test_raised_numbers_and_links_to_the_heading_are_marks() -> None:
    assert bare(Span("Usage"), Span("1", frozenset({"sup"}))) == "Usage"
    assert bare(Span("Usage "), Span("edit", href="#usage")) == "Usage"
    assert bare(Span("Usage of Examplin", href="#usage")) == "Usage of Examplin"


def test_a_wikilink_reads_as_its_words() -> None:
    assert without_wikilinks("[[Drugs#Use|Uses]] of [[Examplin]]") == "Uses of Examplin"
