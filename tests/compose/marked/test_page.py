"""The pieces of a page are the page, and know their statements."""

from leaflet.compose.marked.page import positions, read_pieces
from leaflet.diff.marked import Position

PAGE = (
    '<!DOCTYPE html><body data-header="a &amp; b"><h2 data-own>Use</h2>'
    '<p><span data-statement="1">5 &lt; 6</span> <br><a href="x"><span data-statement="2">'
    'two</span></a></p><svg viewBox="0 0 1 1"><path d="M0"/></svg><h2 data-repeat>'
    '<span data-statement="2">two</span></h2><p data-own>x <b data-front>y</b></p></body>'
)


def test_tags_are_as_they_were_and_texts_without_escapes() -> None:
    pieces = read_pieces(PAGE, {1, 2})
    written = "".join(p.markup.replace("<", "&lt;") if p.is_text else p.markup for p in pieces)
    assert written == PAGE


def test_texts_know_statement_paragraph_link_and_owner() -> None:
    texts = {each.markup: each for each in read_pieces(PAGE, {1}) if each.is_text}
    assert texts["5 < 6"].number == 1
    assert texts["two"].number == 0  # of no statement
    assert texts["x "].is_own
    assert not texts["y"].is_own
    pieces = read_pieces(PAGE, {1, 2})
    two = next(each for each in pieces if each.markup == "two")
    assert (pieces[two.block].markup, pieces[two.link].markup) == ("<p>", '<a href="x">')


def test_positions_are_parts_without_repetitions() -> None:
    assert [*positions(read_pieces(PAGE, {1, 2}))] == [Position(1, 1), Position(2, 1)]


def test_a_picture_of_a_statement_becomes_words() -> None:
    html = '<p><span data-statement="1"><img src="a.png" alt="A"></span></p>'
    pieces = read_pieces(html, {1})
    assert [each.markup for each in pieces if each.is_text] == [" A [a.png] "]
    assert read_pieces('<img class="logo" src="a.png" alt="A">', {1})[0].markup.startswith("<img")
