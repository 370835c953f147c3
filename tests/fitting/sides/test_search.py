"""The type of a leaflet is as large as one sheet allows; more sides are well filled."""

import re
from pathlib import Path
from typing import Any

import pytest

from helpers import sides
from leaflet.compose.sheet.makeup import Lines
from leaflet.config.settings import Settings
from leaflet.fitting.model import Fit
from leaflet.fitting.sides.measured import filled_share
from leaflet.fitting.sides.search import fit_sides
from leaflet.job import Job, Outcome
from leaflet.pipeline import Pipeline
from leaflet.verification import read_pdf

TEXT = """---
title: Testamide
forms: [tablets]
---
### Usage
It is used for tests.
### Dosage
**Adults:** 5 mg once daily.
### Side Effects
**Serious side effects:**

* Seizures
* Fainting
### How it works
{how}
### Precautions
* **Contraindications:** Gout.
* **Pregnancy:** Ask first.
### FAQs
**Q: What if I miss a dose?** A: Skip it.

**Q: May I drink alcohol?** A: No.
"""


A4_HEIGHT = 297 / 25.4 * 72


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Settings())


def run(pipeline: Pipeline, words: int, *styles: str, paper: str = "a4") -> Outcome:
    text = TEXT.format(how=("It blocks the errors of tests. " * 10 + "\n\n") * (words // 60))
    job = Job(Path("a.md"), "a.md", "patient", styles, paper, Path("a.pdf"), text.encode())
    return pipeline.run(job)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_type_shrinks_before_a_second_sheet_is_needed(pipeline: Pipeline, paper: str) -> None:
    outcomes = [run(pipeline, words, paper=paper) for words in (60, 900, 1100, 2500)]
    sizes = [outcome.makeup["size"] for outcome in outcomes]
    assert sizes[0] == 12
    assert sizes[:3] == sorted(sizes[:3], reverse=True)
    assert [outcome.pages <= 2 for outcome in outcomes] == [True, True, True, False]
    assert sizes[3] >= 11


@pytest.fixture
def fitted(monkeypatch: pytest.MonkeyPatch) -> list[Fit]:
    """Every leaflet that is fitted, the last one at the end."""
    found: list[Fit] = []

    def fit(*given: Any) -> Fit:
        found.append(fit_sides(*given))
        return found[-1]

    monkeypatch.setattr("leaflet.pipeline.fit_sides", fit)
    return found


def test_a_short_leaflet_begins_its_columns_below_the_boxes(
    pipeline: Pipeline, fitted: list[Fit]
) -> None:
    run(pipeline, 300)
    anchors = fitted[-1].layout.anchors
    assert anchors["part-1-1"].page == 1
    assert 0 < anchors["part-1-1"].top - anchors["boxes"].bottom < 0.03


def test_a_last_side_is_not_nearly_empty(pipeline: Pipeline, fitted: list[Fit]) -> None:
    outcomes = [run(pipeline, words) for words in range(1200, 2400, 60)]
    filled = [filled_share(fit.layout, A4_HEIGHT, right_to_left=False) for fit in fitted]
    pages = [outcome.pages for outcome in outcomes]
    assert max(pages) > min(pages) == 2
    assert all(share >= 1 / 3 for share, number in zip(filled, pages, strict=True) if number > 2)
    assert any(outcome.makeup["spaced"] for outcome in outcomes)
    assert sum(fit.trials for fit in fitted) <= 1.25 * len(fitted)


def longest_line(outcome: Outcome, words: str) -> float:
    """The width of the longest line of the first side with some words, in points."""
    runs = read_pdf(outcome.data).pages[0].runs
    return max(run.box.right - run.box.left for run in runs if words in run.text)


def test_a_wide_box_has_short_lines_where_nothing_is_lost_by_them(pipeline: Pipeline) -> None:
    use = (
        "It is used for tests. " + "People sit them in the morning, and never after an exam. " * 11
    )
    found = set()
    for words in range(1150, 1520, 60):
        text = TEXT.format(how="It blocks the errors of tests. " * (words // 6))
        text = text.replace("It is used for tests.", use)
        job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
        outcome = pipeline.run(job)
        is_short = longest_line(outcome, "exam") < 300
        assert (outcome.makeup["lines"] >= Lines.HALVES) is is_short
        found.add(is_short)
        # A leaflet that counts the sides of one sheet has no more.
        assert outcome.makeup["one_sheet"] is (outcome.pages <= 2)
    assert found == {True, False}


def test_doses_are_set_across_their_box_in_short_lines_where_nothing_is_lost(
    pipeline: Pipeline,
) -> None:
    dose = "**Adults:** 5 mg once daily. " + "Take it with water, and never before an exam. " * 12
    found = set()
    for sentences in (160, 280, 340, 380, 400):
        text = TEXT.format(how="It blocks errors. " * sentences)
        text = text.replace("**Adults:** 5 mg once daily.", dose)
        job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
        outcome = pipeline.run(job)
        size = outcome.makeup["size"]
        assert outcome.pages == 2
        assert (outcome.makeup["lines"] == Lines.SHORT) is (
            longest_line(outcome, "exam") <= 34 * size
        )
        assert longest_line(outcome, "exam") > 25 * size
        found.add(outcome.makeup["lines"])
    assert found == {*Lines}


@pytest.mark.parametrize("mark", ["", "* ", "**In spring:** "])
def test_no_dose_is_divided_between_columns(pipeline: Pipeline, mark: str) -> None:
    text = "Those who sit many tests take 5 mg before the first of them, and stay calm. " * 4
    positions: set[tuple[int, bool]] = set()
    for sentences in (120, 184, 208, 304):
        effects = f"{'It may tire. ' * sentences}\n\n{mark}{text}\n\n**Serious"
        whole = TEXT.format(how="It blocks errors. " * 35).replace("**Serious", effects)
        job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), whole.encode())
        columns = {
            (number, run.box.left > 297)
            for number, page in enumerate(read_pdf(pipeline.run(job).data).pages)
            for run in page.runs
            if re.search("Those who|calm", run.text)
        }
        assert len(columns) == 1
        positions |= columns
    assert len(positions) > 1


def test_a_long_list_of_serious_effects_stands_whole_on_the_second_side(
    pipeline: Pipeline, fitted: list[Fit]
) -> None:
    effects = "\n".join(f"* Effect number {n} of the tests" for n in range(50))
    dose = "**Adults:** 5 mg once daily. " + "Take it with water, and never before an exam. " * 14
    text = TEXT.format(how="It blocks errors. " * 20).replace("**Adults:** 5 mg once daily.", dose)
    text = text.replace("* Seizures\n* Fainting", effects)
    text = text.replace("It is used for tests.", "It is used for tests of much patience. " * 24)
    job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
    outcome = pipeline.run(job)
    first, second, *_ = sides(outcome.data)
    assert outcome.makeup["early"]
    assert "What if I miss a dose?" in first
    assert "Effect number 0" in second
    assert "Effect number 49" in second
    assert fitted[-1].layout.anchors["part-1-1"].page == 2


@pytest.mark.parametrize("style", ["large-print", "clear-print", "booklet", "dyslexia-friendly"])
def test_a_style_with_one_column_keeps_its_size(pipeline: Pipeline, style: str) -> None:
    assert run(pipeline, 60, style).makeup["size"] == 0


LONG = "A reader of this leaflet may want to know it before lunch, and after it as well. " * 3


@pytest.mark.parametrize(
    "effects",
    [
        f"| Group | Effect |\n| --- | --- |\n| Adults | {LONG} |\n| Children | {LONG} |",
        f"* **Adults:** {LONG}\n* **Children:** {LONG}",
        f"In people who are tested for long:\n\n* **Skin:** {LONG}\n* **Eyes:** {LONG}",
        f"In people who are tested for long:\n\n* {LONG}\n* {LONG}",
        f"#### Adults\n\n* **In tests:** {LONG}\n* **In exams:** {LONG}",
    ],
)
def test_short_columns_hold_more_than_a_heading(
    pipeline: Pipeline, effects: str, fitted: list[Fit]
) -> None:
    text = TEXT.format(how="It blocks the errors of tests. " * 100)
    text = text.replace("**Serious side effects:**\n\n* Seizures\n* Fainting", effects)
    text = text.replace("It is used for tests.", "It is used for tests. " * 31)
    job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
    pipeline.run(job)
    assert 1 not in fitted[-1].layout.bad_ends


def test_boxes_that_one_side_does_not_hold_are_followed_by_the_cells(pipeline: Pipeline) -> None:
    text = TEXT.format(how="It blocks errors.").replace(
        "forms:", f"boxed_warning: {'Never take two at once. ' * 120}\nforms:"
    )
    job = Job(Path("a.md"), "a.md", "patient", (), "a4-landscape", Path("a.pdf"), text.encode())
    outcome = pipeline.run(job)
    assert outcome.data
    first, second, *_ = sides(outcome.data)
    assert "Seizures" not in first
    assert 0 < second.find("Seizures") < second.find("What if I miss a dose?")
    assert second.find("Ask first.") > 0


def test_a_leaflet_of_many_sides_is_laid_out_once(pipeline: Pipeline, fitted: list[Fit]) -> None:
    outcomes = [run(pipeline, words) for words in (4000, 4600, 5200)]
    assert all(outcome.pages > 4 for outcome in outcomes)
    assert [fit.trials for fit in fitted] == [1, 1, 1]


def test_boxes_that_go_onto_a_second_side_are_set_in_smaller_type_without_cells_too(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    spilled = property(lambda trial: trial.plan.makeup.size > 11)
    monkeypatch.setattr("leaflet.fitting.sides.search._Trial.is_spilled", spilled)
    text = TEXT.format(how="It blocks errors.").partition("* **Pregnancy")[0]
    job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
    outcome = pipeline.run(job)
    assert not outcome.makeup["cells"]
    assert outcome.makeup["size"] == 11
