"""One side of paper: what shrinks, what moves out, what runs on; every sheet proved."""

from pathlib import Path

import pytest

from fitting.sheet.sheets import KIND, SENTENCE, fitted, printed, without_layout, written
from helpers import read_monograph, sides
from leaflet.compose.measure.line_breaking import WORD_JOINER
from leaflet.diagnostics import Severity, has_errors
from leaflet.fitting.model import Fit
from leaflet.monograph.model import Monograph
from leaflet.rendering import load
from leaflet.verification.expected.html_lines import expected_lines

MOST_PLACED = 100_000
SAMPLES = sorted(Path(__file__).parents[3].joinpath("content").glob("*.md"))
TWO_TABLES = "**Adults:** 5 mg.\n\n" + "\n\n".join(
    f"**Group {n}:**\n\n* **Pain:** {n} mg once daily, with water, until it is better\n"
    f"* **Fever:** {n + 1} mg once daily, with water, until it is better"
    for n in range(1, 16)
)


def proved(made: Fit, monograph: Monograph, paper: str = "a4") -> list[str]:
    """The words of each side of a sheet that passed its proof."""
    pdf, found = printed(made, monograph, paper)
    assert [str(finding) for finding in found if finding.severity is Severity.ERROR] == []
    return sides(pdf)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_samples_go_onto_one_side_in_few_layouts(paper: str) -> None:
    trials = []
    for sample in SAMPLES:
        monograph = read_monograph(sample.read_bytes(), sample.name)
        made = fitted(monograph, paper)
        assert len(proved(made, monograph, paper)) == 1, sample.name
        assert 8 <= made.composition.makeup.size <= 9.5
        trials.append(made.trials)
    assert sum(trials) / len(trials) < 2.5


def test_a_name_that_is_mistaken_for_others_says_so_in_words_of_ours() -> None:
    text = written().source.text.replace("Testamide", "Hydralazine hydrochloride")
    monograph = read_monograph(text.encode(), "hydralazine.md")
    [side] = proved(fitted(monograph), monograph)
    line = "hydrALAZINE — do not confuse with hydrOXYzine (FDA and ISMP lists)"
    assert f"Hydralazine hydrochloride {line}" in side.replace("Clinician summary ", "")


def test_every_page_but_the_last_says_that_a_sheet_in_large_print_goes_on() -> None:
    text = written().source.text.replace("version: '2'\nreviewed: 2026-03-01\n", "")
    for lines in range(18, 24):
        longer = text.replace("### Precautions", "It ends here.\n\n" * lines + "### Precautions")
        monograph = read_monograph(longer.encode(), "testamide.md")
        made = fitted(monograph, "a4", ("large-print",))
        _, found = printed(made, monograph, "a4", ("large-print",))
        assert not has_errors(found), (lines, [str(finding) for finding in found])


def test_a_short_one_is_set_in_the_best_size_at_once() -> None:
    made = fitted(written())
    assert (made.composition.makeup.size, made.trials) == (9.5, 1)


def test_a_long_one_shrinks_and_keeps_everything() -> None:
    monograph = written(mechanism=20, warnings=30)
    made = fitted(monograph)
    assert 8 <= made.composition.makeup.size < 9.5
    assert made.composition.makeup.moved == ()
    assert "Mechanism" in proved(made, monograph)[0]


def test_one_that_shrinking_does_not_help_moves_its_mechanism_out_and_says_where_it_is() -> None:
    monograph = written(mechanism=60, warnings=34)
    made = fitted(monograph)
    assert made.composition.makeup.moved == ("mechanism",)
    [side] = proved(made, monograph)
    assert "in the monograph: Mechanism (under “How it Works”), Questions and answers" in side
    assert "one of the enzymes" in side
    assert side.count("Cause ") == 34


def high_effects(effects: int, mechanism: int, warnings: int) -> Monograph:
    """A monograph whose effects are one high paragraph, beside which much has no room."""
    uses = "\n".join(f"* **Use {n}:** {SENTENCE}" for n in range(4))
    dosage = "\n\n".join(f"**Group {n}:** {n + 1} mg once daily. {SENTENCE * 2}" for n in range(6))
    text = written(mechanism, warnings, dosage).source.text
    text = text.replace("For tests.", f"For tests:\n\n{uses}")
    text = text.replace(
        "* Rash\n* Cough", f"Common: rash. {'Effects of the skin and the ears, ' * effects}"
    )
    return read_monograph(text.encode(), "testamide.md")


@pytest.mark.parametrize("warnings", [4, 8])
def test_doses_go_on_below_their_band_before_the_mechanism_moves_out(warnings: int) -> None:
    monograph = high_effects(75, mechanism=8, warnings=warnings)
    made = fitted(monograph)
    assert made.composition.makeup.moved == ()
    assert made.composition.makeup.left
    [side] = proved(made, monograph)
    assert "Mechanism" in side
    assert "Continued below" in side
    assert "Dose, continued · Testamide" in side


def test_columns_end_between_statements_rather_than_anywhere() -> None:
    monograph = high_effects(98, mechanism=24, warnings=8)
    made = fitted(monograph)
    assert made.composition.makeup.left
    [side] = proved(made, monograph)
    assert "Dose, continued · Testamide" in side


def test_one_that_is_too_long_still_runs_on_and_says_so_on_both_sides() -> None:
    monograph = written(mechanism=10, warnings=90)
    made = fitted(monograph)
    first, second = proved(made, monograph)
    assert made.composition.makeup.moved == ()  # a second side has room for all of it
    assert "Continued on page 2 · Page 1 of 2" in first
    assert "Clinician summary · continued" in second
    assert "Continued" not in second
    assert second.count("Page 2 of 2") == 1


def test_more_than_two_sides_say_so_on_each() -> None:
    monograph = written(warnings=220)
    first, *between, last = proved(fitted(monograph), monograph)
    assert "Continued on page 2" in first
    assert between
    assert all("Continued on the next page" in side for side in between)
    assert "ontinued on" not in last


def test_what_can_harm_never_moves_out() -> None:
    assert KIND.sheet
    kept = {
        "warning",
        "contraindications",
        "use",
        "dose",
        "adjustments",
        "renal",
        "hepatic",
        "pregnancy",
    }
    kept |= {"cautions", "interactions", "effects", "monitoring"}
    assert {part.key for part in KIND.parts} - {*KIND.sheet.moves} == kept


def test_a_part_that_holds_a_section_of_the_author_s_stays() -> None:
    monograph = written(mechanism=60, warnings=34)
    text = monograph.source.text.replace(
        "### Precautions", "### Danger\nDo not.\n\n### Precautions"
    )
    assert fitted(read_monograph(text.encode(), "t.md")).composition.makeup.moved == ()


def test_a_part_may_go_on_in_the_right_column_and_says_so() -> None:
    monograph = written(warnings=30)
    [side] = proved(fitted(monograph), monograph)
    left, right = side.split("Warnings and precautions, continued · Testamide")
    assert left.count("Cause") + right.count("Cause") == 30


def test_no_third_level_of_heading_says_what_goes_on_of_one_of_several_medicines() -> None:
    items = "\n".join(f"* **Cause {n}:** {SENTENCE}" for n in range(26))
    drug = "## {}\n### Usage\nFor tests.\n\n### Dosage\n5 mg.\n\n### Precautions\n{}\n\n"
    drug += "### Side Effects\nTiredness.\n\n"
    text = "---\ntitle: Testamide and Examide\n---\n" + drug.format("Testamide", "Ask first.")
    text += drug.format("Examide", f"It was stopped for these causes:\n\n{items}")
    monograph = read_monograph(text.encode(), "testamide.md")
    made = fitted(monograph)
    [side] = proved(made, monograph)
    assert "Warnings and precautions, continued" in side
    assert "It was stopped for these causes, continued" in side
    assert "<h4" not in made.composition.html


def test_bands_are_in_their_order_on_the_page_and_in_the_tags() -> None:
    monograph = written(dosage="**Adults:** 5 mg.\n\n**Renal impairment:** 2 mg.")
    made = fitted(monograph)
    proved(made, monograph)  # the order of the tags is that of the HTML
    side = "".join(line.text for line in expected_lines(made.composition.html))
    side = side.replace(WORD_JOINER, "")
    bands = ["Boxed warning", "Contraindications", "Indications", "Dose", "Renal impairment"]
    bands += ["Hepatic impairment", "Pregnancy and breast-feeding", "Warnings and precautions"]
    positions = [side.index(band) for band in bands]
    assert positions == sorted(positions)


def test_a_style_with_a_size_of_its_own_is_kept_to_it() -> None:
    monograph = written(warnings=20)
    made = fitted(monograph, styles=("large-print",))
    assert "--text-size" not in made.composition.overrides
    assert made.composition.makeup.moved == ()
    pdf, found = printed(made, monograph, styles=("large-print",))
    assert not has_errors(found)
    assert len(sides(pdf)) > 1


def test_the_foot_says_which_version_it_is_and_that_paper_is_not_controlled() -> None:
    monograph = written()
    [side] = proved(fitted(monograph), monograph)
    assert side.startswith("Clinician summary Reviewed 1 March 2026 Version 2")
    assert "Check current product information. Uncontrolled when printed. Version 2." in side


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The boxes that the layout engine places, each as often as it tries a position for it.

    More than ``MOST_PLACED`` end the layout: they take a minute and more.
    """
    load()  # it prepares the fonts, and only then may WeasyPrint be imported
    from weasyprint.layout import block  # noqa: PLC0415

    boxes: list[object] = []
    original = block.block_box_layout

    def count(context: object, box: object, *others: object, **named: object) -> object:
        boxes.append(box)
        assert len(boxes) < MOST_PLACED
        return original(context, box, *others, **named)

    monkeypatch.setattr(block, "block_box_layout", count)
    return boxes


@pytest.mark.parametrize("kept_whole", ["items", "rows"])
def test_a_sheet_in_columns_is_done_in_time(placed: list[object], kept_whole: str) -> None:
    """Found by chance: what was kept whole made the engine try columns for a minute and more."""
    source = Path(__file__).parents[2] / "cases" / "columns" / f"{kept_whole}.md"
    monograph = read_monograph(source.read_bytes(), source.name)
    proved(fitted(monograph), monograph)
    assert placed


@pytest.mark.parametrize(
    "unit", ["**Cause:**\n\n", "#### Cause\n\n", "##### Cause\n\n**Dose:**\n\n"]
)
def test_headings_in_a_row_are_not_all_kept_together(placed: list[object], unit: str) -> None:
    """Columns that may not end anywhere are tried in heights a pixel apart, hundreds of times."""
    for number in (60, 120, 240):
        placed.clear()
        text = written().source.text.replace("### FAQs", unit * number + "Stop.\n\n### FAQs")
        fitted(read_monograph(text.encode(), "testamide.md"))
        assert len(placed) < 64 * number


LABELS = "**L{}:** {} mg\n\n"


@pytest.mark.parametrize(
    "unit",
    [
        *(LABELS, "- item\n", "1. item\n", "line<br>\n", "**L:** [a](https://b.org)\n\n"),
        "| a |\n| --- |\n| c |\n\n",
    ],
)
def test_a_sheet_that_is_far_too_long_is_laid_out_once(unit: str) -> None:
    dosage = "".join(unit.format(number, number) for number in range(500))
    assert fitted(written(dosage=dosage), engine=without_layout).trials == 1


def test_a_sheet_of_hundreds_of_labels_is_done_in_time() -> None:
    """Sharing out the rows of 400 labels took 109 seconds."""
    monograph = written(dosage="".join(LABELS.format(number, number) for number in range(400)))
    made = fitted(monograph)
    assert made.trials == 1
    assert "L399" in proved(made, monograph)[-1]


@pytest.mark.parametrize("letters", [70, 300])
def test_words_of_any_length_are_laid_out_in_few_steps(
    letters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each pair of syllables was measured: a sheet of 60 words of 96 letters took 60 seconds."""
    load()
    from weasyprint.text import line_break  # noqa: PLC0415

    measured = 0
    first_line = line_break.Layout.get_first_line

    def count(layout: object) -> object:
        nonlocal measured
        measured += 1
        return first_line(layout)

    monkeypatch.setattr(line_break.Layout, "get_first_line", count)
    word = ("antihypertensive" * 20)[:letters]
    fitted(written(dosage=f"**Adults:** {word} 5 mg\n\n" * 4))
    assert measured < 20_000
