"""Pages that are written as the templates do are read in one step, with the same result."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.verification.expected.html_lines import ExpectedLine, _Reader, compact, expected_lines
from verification.fault_injection import LONG, MONOGRAPH, composed

PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<b >", "</b>", "<ol>", "<ul data-repeat>", "</ul>", "</ol>", "<br>"),
        *('<li data-number="3">', "</li>", "<table>", "<thead>", "<tr>", "<td>", "</table>"),
        *('<span data-own class="a > b">', "</span>", '<img alt="a &amp; b" src="x">', "<br/>"),
        *("<svg>", "<title>", "</title>", "</svg>", '<path d="M1 2"/>', "<wbr>", "<!DOCTYPE html>"),
        *("5 mg", " &lt;5 ", "&nbsp;", "&", "a &am", "\n", "µ", '"', ">", "<", "< 5", "</ p>"),
        *("<!-- x -->", "<style>", "</style>", "<script>", "<P>", "<p class=x>", "<p/ >", "<?x?>"),
        *('<p id="a"data-spare>', "<p id='a'>", "<p data-to>", '<p data-to="#x">', "<textarea>"),
    ]
)


def as_parser(html: str) -> tuple[list[ExpectedLine], list[str]]:
    """What is read of a page by the parser for any HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.lines, reader.pictures


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("monograph", [MONOGRAPH, LONG])
def test_a_page_of_leaflets_is_plain(kind: str, monograph: str) -> None:
    html = composed(kind, monograph).html
    reader = _Reader()
    assert reader.read_plain(html)
    assert (reader.lines, reader.pictures) == as_parser(html)


@given(st.lists(PIECES, max_size=12))
def test_what_is_read_in_one_step_is_what_the_parser_reads(pieces: list[str]) -> None:
    html, reader = "".join(pieces), _Reader()
    if reader.read_plain(html):
        assert (reader.lines, reader.pictures) == as_parser(html)


@pytest.mark.parametrize("markup", ["<p>5 mg<!-- x --></p>", "<p class=x>5 mg</p>", "<P>5 mg</P>"])
def test_other_html_is_read_by_the_parser(markup: str) -> None:
    assert not _Reader().read_plain(markup)
    assert [line.text for line in expected_lines(markup)] == ["5 mg"]


UNSEEN = "\u00ad\u061c\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"


@given(
    st.text(
        st.sampled_from([*UNSEEN, *"5a\u0301\u00c5\u00a0\u202f\u2003\u3000\u1680\x85\x1c \n\t"])
    )
)
def test_white_space_and_invisible_characters_are_left_out_one_by_one(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert compact(text) == "".join(
        each for each in composed if not each.isspace() and each not in UNSEEN
    )
