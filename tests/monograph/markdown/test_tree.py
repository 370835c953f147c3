import pytest

from leaflet.monograph.markdown.nodes import Heading
from leaflet.monograph.model import Bullets, ListItem, Paragraph, Span, Table
from leaflet.monograph.text import plain
from monograph.nodes import read_nodes


def text(markdown: str) -> tuple[Span, ...]:
    (paragraph,) = read_nodes(markdown)
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


def marked(words: str, *marks: str) -> Span:
    return Span(words, frozenset(marks))


def test_blocks_come_in_order_with_their_lines() -> None:
    heading, paragraph, bullets, table = read_nodes(
        "## Usage\n\nFor pain.\n\n---\n\n* one\n* two\n\n| a |\n|---|\n| b |"
    )
    assert heading == Heading(2, (Span("Usage"),), 1)
    assert paragraph == Paragraph((Span("For pain."),), 3)
    one, two = (ListItem((Paragraph((Span(w),), n),), n) for w, n in (("one", 7), ("two", 8)))
    assert bullets == Bullets((one, two), line=7)
    assert table == Table(((Span("a"),),), (((Span("b"),),),), 10)


def test_tight_and_loose_items_are_alike() -> None:
    (tight,), (loose,) = read_nodes("* one\n* two"), read_nodes("* one\n\n* two")
    assert isinstance(tight, Bullets)
    assert isinstance(loose, Bullets)
    assert [i.body[0].line for i in tight.items] == [1, 2]
    assert [len(i.body) for i in loose.items] == [1, 1]


def test_numbered_lists_know_their_first_number() -> None:
    (bullets,) = read_nodes("3. three\n4. four")
    assert isinstance(bullets, Bullets)
    assert (bullets.ordered, bullets.start) == (True, 3)


@pytest.mark.parametrize(
    ("markdown", "spans"),
    [
        ("a **b** c", (Span("a "), marked("b", "strong"), Span(" c"))),
        ("***a***", (marked("a", "strong", "em"),)),
        ("m<sup>2</sup>", (Span("m"), marked("2", "sup"))),
        ("H<sub>2</sub>O", (Span("H"), marked("2", "sub"), Span("O"))),
        ("<i>a</i> <strong>b</strong>", (marked("a", "em"), Span(" "), marked("b", "strong"))),
        ("`a * b`", (marked("a * b", "code"),)),
        ("[a](https://example.org)", (Span("a", href="https://example.org"),)),
        ("![a](a.png)", (Span("a", image="a.png"),)),
        ("a<br>b", (Span("a\nb"),)),
        ("a<BR/>m<SUP>2</SUP>", (Span("a\nm"), marked("2", "sup"))),
        ("a  \nb", (Span("a\nb"),)),
        ("a\\\nb", (Span("a\nb"),)),
    ],
)
def test_emphasis_is_read(markdown: str, spans: tuple[Span, ...]) -> None:
    assert text(markdown) == spans


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("<p>Text</p>", "<p>Text</p>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<1% and < 5 mg, x<y", "<1% and < 5 mg, x<y"),
        ("&gt;10 &amp; &#945; &nosuchname; &lt", ">10 & α &nosuchname; &lt"),
        ("two  spaces", "two spaces"),
        ('5\'-phosphate "quoted" -- ...', '5\'-phosphate "quoted" -- ...'),
        ("[adults](5 mg) and [b](mg), ![c](5 mg)", "[adults](5 mg) and [b](mg), ![c](5 mg)"),
        ("jo@example.org", "jo@example.org"),
        ("https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("100% {x} $5 ~6~ ^7^ == 8", "100% {x} $5 ~6~ ^7^ == 8"),
        ("[^1] and [a] and [b](", "[^1] and [a] and [b]("),
        ("\x02klzzwxh:0000\x03", "klzzwxh:0000"),
    ],
)
def test_all_else_is_text(markdown: str, words: str) -> None:
    assert plain(text(markdown)) == words
