from leaflet.verification.expected.align import ExpectedText, PrintedText, align
from leaflet.verification.expected.html_lines import ExpectedLine, OwnedText
from leaflet.verification.pdf.model import Box, TextRun

BOX = Box(0, 0, 1, 1)
RUN = TextRun(0, 0, "", BOX, 10, (0, 0, 0, 255), visible=True, mcid=0, clip=None, origin=0)


def line(text: str, *, number: str = "", head: bool = False) -> ExpectedLine:
    return ExpectedLine("p", (OwnedText(text, ""),), number=number, head=head)


def printed(*texts: str) -> list[PrintedText]:
    """Compact texts of runs; those that begin with ``^`` are in the head of a table."""
    return [PrintedText(text.removeprefix("^"), text.startswith("^"), RUN) for text in texts]


def slices(lines: list[ExpectedLine], texts: list[PrintedText]) -> list[tuple[int, int | None]]:
    return [(each.start, each.end) for each in align(lines, texts)]


def test_each_line_is_a_slice_of_the_printed_text() -> None:
    lines = [line("Take it."), line("with milk or water")]
    assert slices(lines, printed("Takeit.", "•", "withmilk", "orwater")) == [(0, 1), (1, 4)]


def test_a_missing_line_has_no_end_and_the_next_one_is_found() -> None:
    lines = [line("one"), line("two"), line("three")]
    assert slices(lines, printed("one", "three")) == [(0, 1), (1, None), (1, 2)]


def test_an_item_is_not_numbered_by_the_table_head_repeated_above_it() -> None:
    lines = [line("For", head=True), line("Shake it.", number="1"), line("Drink it.", number="2")]
    texts = printed("^For", "1.", "Shakeit.", "^For", "2.", "Drinkit.")
    found = list(align(lines, texts))
    assert [each.first(texts) for each in found] == ["For", "1.", "2."]


def test_a_hyphen_divides_a_word_only_at_a_soft_hyphen() -> None:
    expected = ExpectedText.of("hydro\u00adchloride")
    assert expected.after(0, "hydro-") == 5
    assert expected.after(0, "hydroch-") is None
    assert expected.after(5, "chloride") == 13
