"""A style sheet is read once, and has an end unless it is never closed."""

from leaflet.theme.css_rules import rules, values


def test_the_end_follows_the_last_rule() -> None:
    found = rules("p { color: red }")
    assert [each.type for each in found][-1] == "at-rule"
    assert found[-1].at_keyword == "end"
    assert [each.type for each in rules("p { color: red")] == ["qualified-rule"]


def test_a_sheet_is_read_once() -> None:
    assert rules("a { b: c }") is rules("a { b: c }")
    assert values("a { b: c }") is values("a { b: c }")
