from leaflet.config.limits import Limits
from leaflet.config.value_types import words
from leaflet.monograph.markdown.line_markers import MARKS, line_of, mark_of


def test_a_line_is_known_by_its_mark() -> None:
    assert line_of(f"* {mark_of(7)}Text {mark_of(8)}") == 7
    assert line_of("Text") == 0


def test_there_are_marks_for_as_many_lines_as_a_file_may_ever_have() -> None:
    most = int(words(Limits.__dataclass_fields__["lines"].metadata["type"]).split()[-1])
    assert MARKS.fullmatch(mark_of(most))
    assert line_of(mark_of(most)) == most
