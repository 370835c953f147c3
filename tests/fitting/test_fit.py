"""One side of paper: what shrinks, what moves out, what runs on; every sheet proved."""

from pathlib import Path

import pytest

from fitting.sheets import KIND, fitted, printed, written
from helpers import read_monograph, sides
from leaflet import batch
from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity, has_errors
from leaflet.fitting.fit import Fit
from leaflet.job import Job, Status
from leaflet.monograph.model import Monograph
from leaflet.verification.expected.html_lines import expected_lines

SAMPLES = sorted(Path(__file__).parents[2].joinpath("content").glob("*.md"))
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
        assert 7.75 <= made.composition.makeup.size <= 9.5
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
    assert 7.75 <= made.composition.makeup.size < 9.5
    assert made.composition.makeup.moved == ()
    assert "Mechanism" in proved(made, monograph)[0]


def test_one_that_shrinking_does_not_help_moves_its_mechanism_out_and_says_where_it_is() -> None:
    monograph = written(mechanism=60, warnings=34)
    made = fitted(monograph)
    assert made.composition.makeup.moved == ("mechanism",)
    [side] = proved(made, monograph)
    assert "in the monograph: Mechanism (under “How it Works”), Questions and answers" in side
    assert "one of the enzymes" in side
    assert side.count("Organ ") == 34


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
    kept = {"warning", "contraindications", "use", "dose", "renal", "hepatic", "pregnancy"}
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
    assert left.count("Organ") + right.count("Organ") == 30


def test_bands_are_in_their_order_on_the_page_and_in_the_tags() -> None:
    monograph = written(dosage="**Adults:** 5 mg.\n\n**Renal impairment:** 2 mg.")
    made = fitted(monograph)
    proved(made, monograph)  # the order of the tags is that of the HTML
    side = "".join(line.text for line in expected_lines(made.composition.html))
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


@pytest.mark.parametrize("kept_whole", ["items", "rows"])
def test_a_sheet_in_columns_is_done_in_time(tmp_path: Path, kept_whole: str) -> None:
    """Found by chance: what was kept whole made the engine try columns for a minute and more."""
    source = Path(__file__).parents[1] / "cases" / "columns" / f"{kept_whole}.md"
    job = Job(source, source.name, "clinician", (), "a4", tmp_path / "columns.pdf")
    [outcome] = batch.run([job], Settings(jobs=1, timeout=60, project=tmp_path))
    assert outcome.status is Status.PRINTED
