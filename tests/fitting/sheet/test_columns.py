"""Columns of a summary on several sides, read back: they end between statements, and are even."""

import pytest

from fitting.sheet.sheets import fitted, printed, written
from leaflet.diagnostics import has_errors
from leaflet.fitting.sheet.columns import sides_of
from leaflet.verification.pdf.model import Page
from leaflet.verification.pdf.structure import read_pdf


def columns(page: Page) -> list[list[tuple[float, str]]]:
    """The lines of the left and of the right half of a page: where they are, and what they say."""
    middle = page.box.right / 2
    halves: list[list[tuple[float, str]]] = [[], []]
    for run in page.body_runs:
        halves[run.box.left > middle].append((run.box.bottom, run.text))
    return halves


@pytest.mark.parametrize(("warnings", "sides"), [(90, 2), (220, 4)])
def test_every_column_says_what_it_goes_on_with(warnings: int, sides: int) -> None:
    monograph = written(warnings=warnings)
    made = fitted(monograph)
    assert made.layout.pages == sides == sides_of(made.composition.makeup)
    pdf, found = printed(made, monograph)
    assert not has_errors(found), [str(each) for each in found]
    pages = read_pdf(pdf).pages
    for page in pages[1:]:
        for column in columns(page):
            words = " ".join(" ".join(text for _, text in column).split())
            assert words.startswith("Warnings and precautions, continued · Testamide"), words[:80]
            # A column that ends between statements begins with a label.
            assert words.split("Testamide", 1)[1].lstrip(" •").startswith("Cause")


def test_the_columns_of_the_last_side_are_alike_high() -> None:
    monograph = written(warnings=120)
    last = read_pdf(printed(fitted(monograph), monograph)[0]).pages[-1]
    left, right = columns(last)
    closing = next(at for at, text in right + left if "Interactions" in text)
    ends = [min(at for at, _ in column if at > closing + 5) for column in (left, right)]
    assert abs(ends[0] - ends[1]) < 60
    assert closing < min(ends)


def test_no_column_goes_on_where_it_would_be_read_too_late() -> None:
    for warnings in range(76, 96, 4):
        monograph = written(mechanism=6, warnings=warnings)
        made = fitted(monograph)
        _, found = printed(made, monograph)
        assert not has_errors(found), (warnings, [str(each) for each in found])
        assert made.composition.makeup.later
        assert made.trials <= 4
