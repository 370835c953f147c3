"""What is suspicious about the changes since an older version."""

import pytest

from diff.versions import ENGLISH, EXAMPLIN
from helpers import read_monograph
from leaflet.diff.compare import compare
from leaflet.lint.rules.versions import examine_changes

REVIEWED = EXAMPLIN.replace('version: "3"', 'version: "3"\nreviewed: 2026-01-31')
NEXT = ('version: "3"\nreviewed: 2026-01-31', 'version: "4"\nreviewed: 2026-02-28')


def found(*replacements: tuple[str, str]) -> list[str]:
    """The findings in the monograph above after an edit, with their lines."""
    new = REVIEWED
    for before, after in replacements:
        assert new.count(before) == 1, before
        new = new.replace(before, after)
    old, now = (read_monograph(text.encode(), "a.md") for text in (REVIEWED, new))
    findings = examine_changes(compare(old, now, ENGLISH), old, now)
    return [f"{each.line} {each.code}: {each.message}" for each in findings]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("5 mg once", "50 mg once", '"5 mg" has become "50 mg"'),
        ("5 mg once", "0.5 mg once", '"5 mg" has become "0.5 mg"'),
        ("5 mg once", "5 g once", '"5 mg" has become "5 g"'),
        ("5 mg once", "5 micrograms once", '"5 mg" has become "5 micrograms"'),
        ("5 mg once", "50,000 micrograms once", '"5 mg" has become "50,000 micrograms"'),
    ],
)
def test_a_dose_that_changed_by_a_factor_of_ten(before: str, after: str, shown: str) -> None:
    assert found((before, after), NEXT) == [f"14 dose-tenfold: {shown}"]


@pytest.mark.parametrize(
    "after", ["6 mg once", "5000 micrograms once", "5 mg twice", "2.5 mg once"]
)
def test_another_dose_is_none(after: str) -> None:
    assert found(("5 mg once", after), NEXT) == []


@pytest.mark.parametrize(
    ("before", "where", "text"),
    [
        ("- asthma\n", "Precautions › Do not take Examplin if you have:", "asthma"),
        (" Check the pulse first.", "boxed warning", "Check the pulse first."),
    ],
)
def test_a_warning_that_is_gone_without_a_word(before: str, where: str, text: str) -> None:
    assert found((before, ""), NEXT) == [f'1 warning-removed: "{text}" is gone ({where})']
    noted = (NEXT[0], f"{NEXT[1]}\nchanges: [Some warnings were dropped.]")
    assert found((before, ""), noted) == []


def test_another_text_with_the_same_version() -> None:
    assert found(("mild pain", "slight pain")) == [
        "3 version-unchanged: the text has changed, but the version is still 3",
        "4 version-unchanged: the text has changed, but the date of review is still 2026-01-31",
    ]
    assert found(("mild pain", "slight pain"), NEXT) == []


def test_the_same_text_may_have_the_same_version() -> None:
    assert found(("mild pain. It", "mild pain.\nIt")) == []
