import pytest

from leaflet.monograph.comments import without_comments
from leaflet.verification.expected.source_text import strip_markdown

VISIBLE = [
    ("a <!-- b --> c", "a  c"),
    ("a <!--> b <!-- c --> d", "a  b  d"),
    ("a <!---> b --> c", "a  b --> c"),
    ("a <!-- b --!> c", "a  c"),
    ("a <!-- b --!--> c", "a  c"),
    ("a <!-- b -- > c --> d", "a  d"),
    ("a <!-- <!-- b --> c --> d", "a  c --> d"),
    ("a <!---!> b --> c", "a  c"),
    ("a <!----> b <!-----> c", "a  b  c"),
    ("a <!-- b", "a <!-- b"),
    ("a <!- b -> c", "a <!- b -> c"),
    ("a `<!-- b -->` c", "a `<!-- b -->` c"),
    ("a ``<!-- ` -->`` c", "a ``<!-- ` -->`` c"),
    ("a `b\\` `<!-- c -->` d", "a `b\\` `<!-- c -->` d"),
    ("a `b <!-- c --> d", "a `b  d"),
    ("a `b\n\n<!-- c --> d`", "a `b\n\n d`"),
    ("```\n\n<!-- a -->\n\n```", "```\n\n<!-- a -->\n\n```"),
    ("a \\<!-- b --> c", "a \\<!-- b --> c"),
    ("a \\\\<!-- b --> c", "a \\\\ c"),
    ("a <![CDATA[ b ]]> <? c ?> <!DOCTYPE d>", "a <![CDATA[ b ]]> <? c ?> <!DOCTYPE d>"),
    ("a <!-- b\n\nc --> d", "a \n\n d"),
]


@pytest.mark.parametrize(("text", "visible"), VISIBLE)
def test_comments_end_where_html_ends_them(text: str, visible: str) -> None:
    assert without_comments(text) == visible


@pytest.mark.parametrize(("text", "visible"), VISIBLE)
def test_the_reader_of_the_proof_comes_to_the_same_words(text: str, visible: str) -> None:
    letters = [letter for letter in strip_markdown(text) if letter.isalpha()]
    assert letters == [letter for letter in visible if letter.isalpha()]
