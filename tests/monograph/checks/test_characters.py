import pytest

from leaflet.diagnostics import Severity
from leaflet.monograph.checks.characters import examine


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("a\x00", "not-text", 2),
        ("a\ue000", "not-text", 2),
        ("50 \ufffdg", "not-text", 4),
        ("&#0;", "not-text", 1),
        ("\u202e01 mg\u202c", "reordering", 1),
        ("\u206710 mg\u2069", "reordering", 1),
        ("دواء \u2067 10", "reordering", 6),
        ("10\u200b0 mg", "invisible", 3),
        ("a\u3164b", "invisible", 2),
        ("parace\u00adtamol", "zero-width", 7),
    ],
)
def test_a_character_is_reported_at_its_column(line: str, code: str, column: int) -> None:
    first = next(examine(f"Fine.\n{line}", "examplin.md"))
    assert (first.code, first.line, first.column) == (code, 2, column)
    assert (first.severity is Severity.WARNING) == (code == "zero-width")


@pytest.mark.parametrize(
    "line",
    ["café – 5 µg\t½", "دواء \u206710 mg\u2069", "العربية\u200f", "क\u094d\u200dष", "\u06dd5"],
)
def test_other_characters_are_accepted(line: str) -> None:
    assert list(examine(line, "examplin.md")) == []
