"""The new version with what was inserted and deleted, in its order."""

from diff.versions import ENGLISH, EXAMPLIN
from helpers import read_monograph
from leaflet.diff.marked import mark, printed_statements
from leaflet.diff.model import Edit

MARKS = {Edit.KEPT: "{}", Edit.DELETED: "[-{}-]", Edit.INSERTED: "[+{}+]"}


def marked(*replacements: tuple[str, str]) -> list[str]:
    """The statements about which something changed, and the one before each."""
    new = EXAMPLIN
    for before, after in replacements:
        assert new.count(before) == 1, before
        new = new.replace(before, after)
    found = mark(
        read_monograph(EXAMPLIN.encode(), "old.md"), read_monograph(new.encode(), "new.md"), ENGLISH
    )
    lines = [" ".join(MARKS[run.edit].format(run.text) for run in each.runs) for each in found]
    lines = [
        f"{line} ({each.moved_from})" if each.moved_from else line
        for line, each in zip(lines, found, strict=True)
    ]
    near = {n for n, each in enumerate(found) if each.is_marked}
    return [line for n, line in enumerate(lines) if n in near or n + 1 in near]


def test_changed_words_are_marked_where_they_are() -> None:
    assert marked(("2 mg once", "20 mg once")) == [
        "Swallow it whole.",
        "Children: [-2 mg-] [+20 mg+] once daily.",
    ]


def test_what_is_gone_comes_after_what_it_followed() -> None:
    assert marked(("- Headache\n", ""), ("Swallow it whole.", "")) == [
        "Adults: 5 mg once daily.",
        "[-Swallow it whole.-]",
        "Nausea",
        "[-Headache-]",
    ]


def test_what_was_first_and_is_gone_comes_first() -> None:
    boxed = "boxed_warning: Examplin can stop the heart. Check the pulse first.\n"
    assert marked((boxed, ""))[:2] == [
        "[-Examplin can stop the heart.-]",
        "[-Check the pulse first.-]",
    ]


def test_what_moved_below_another_label_says_from_where() -> None:
    assert marked(("- Headache\n", ""), ("- Fits", "- Fits\n- Headache")) == [
        "Fits",
        "Headache (Side Effects › Common effects include:)",
    ]


def test_facts_of_the_front_matter_are_left_out() -> None:
    statements = printed_statements(read_monograph(EXAMPLIN.encode(), "a.md"))
    assert statements[0].text == "Examplin can stop the heart."
