from leaflet.monograph.markdown.line_cursor import LineCursor


def test_a_cursor_reads_a_line_and_sees_the_next() -> None:
    lines = LineCursor(["one  ", " two", "three"], 11)
    assert (lines.number, lines.current, lines.text, lines.below) == (11, "one  ", "one", " two")
    assert [*lines.from_here()] == ["one  ", " two", "three"]


def test_a_cursor_ends_after_the_last_line() -> None:
    lines = LineCursor(["one", "two"], 1)
    lines.advance(1)
    assert (lines.number, lines.below, lines.at_end) == (2, "", False)
    lines.advance(1)
    assert (lines.text, lines.at_end) == ("", True)
