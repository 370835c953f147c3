"""What changed between two versions of a monograph, by meaning, the gravest first."""

from pathlib import Path

import pytest

from diff.planted import GRAVE, HARMLESS
from diff.versions import ENGLISH, EXAMPLIN, edited, lines
from helpers import read_monograph
from leaflet.diff.compare import compare
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

THEME = Theme((shipped(),))
CONTENT = sorted((Path(__file__).parents[2] / "content").glob("*.md"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("5 mg once", "50 mg once", "number | Dosage | Adults: [-5 mg-] [+50 mg+] once daily."),
        ("2 mg once", "2 g once", "unit | Dosage | Children: [-2 mg-] [+2 g+] once daily."),
        (
            *("does not cure", "does cure"),
            "negation | Usage | It does [-not-] cure its cause.",
        ),
        (
            *("**Adults:**", "**Elderly:**"),
            "population | Dosage | [-Adults:-] [+Elderly:+] 5 mg once daily.",
        ),
        (
            *("2 mg once", "2 mg twice"),
            "frequency | Dosage | Children: 2 mg [-once-] [+twice+] daily.",
        ),
        (
            *("Common effects", "Rare effects"),
            "frequency | Side Effects | [-Common-] [+Rare+] effects include:",
        ),
        (
            *("Do not take", "Take"),
            "negation warning | Precautions | [-Do not take-] [+Take+] Examplin if you have:",
        ),
        (
            *("- asthma\n", ""),
            "gone-warning | Precautions › Do not take Examplin if you have: | [-asthma-]",
        ),
        (
            *("Examplin must not be taken during pregnancy.", ""),
            "gone-warning | Precautions | [-Examplin must not be taken during pregnancy.-]",
        ),
        (
            *("Check the pulse first.", ""),
            "boxed-warning | boxed warning | [-Check the pulse first.-]",
        ),
        (
            *("can stop", "could stop"),
            "boxed-warning | boxed warning | Examplin [-can-] [+could+] stop the heart.",
        ),
        ("below 25", "below 30", "number | Storage | Keep it below [-25 °C.-] [+30 °C.+]"),
        (
            *("Swallow it whole.", "Swallow it whole. At most 3 tablets a day."),
            "new-dose | Dosage › Adults | [+At most 3 tablets a day.+]",
        ),
        ("Swallow it whole.", "", "deleted | Dosage › Adults | [-Swallow it whole.-]"),
        (
            *("- Fits", "- Fits\n- Rash"),
            "inserted | Side Effects › Rare effects include: | [+Rash+]",
        ),
        (
            "mild pain",
            "slight pain",
            "reworded | Usage | Examplin treats [-mild-] [+slight+] pain.",
        ),
        ('"3"', '"4"', "document | version | [-3-] [+4+]"),
    ],
)
def test_one_change(before: str, after: str, expected: str) -> None:
    assert edited((before, after)) == [expected]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("mild pain. It does not", "mild pain.\nIt does\nnot"),
        ("- Nausea\n- Headache", "* Headache\n\n* Nausea"),
        ("1. Wash your hands.\n2. Open", "3. Wash your hands.\n4. Open"),
        ("**Adults:**", "__Adults:__"),
        ("5 mg once", "**5 mg** once"),
        ("### Dosage", "## Dosage and how to take"),
        ("### Dosage", "### Posology"),
        ("5 mg", "5\u00a0mg"),
        ("Keep it", "<!-- room -->Keep it"),
    ],
)
def test_no_change(before: str, after: str) -> None:
    assert edited((before, after)) == []


def test_sections_that_changed_positions_are_no_change() -> None:
    start = EXAMPLIN.index("### Side Effects")
    end = EXAMPLIN.index("### Precautions")
    moved = EXAMPLIN[:start] + EXAMPLIN[end:] + "\n" + EXAMPLIN[start:end]
    assert lines(EXAMPLIN, moved) == []


def test_two_labels_that_exchange_their_doses_are_two_changes() -> None:
    assert edited(("5 mg once", "@"), ("2 mg once", "5 mg once"), ("@", "2 mg once")) == [
        "number | Dosage | Adults: [-5 mg-] [+2 mg+] once daily.",
        "number | Dosage | Children: [-2 mg-] [+5 mg+] once daily.",
    ]


def test_a_section_that_is_gone_comes_before_its_statements() -> None:
    found = edited((EXAMPLIN[EXAMPLIN.index("### Side") : EXAMPLIN.index("### Prec")], ""))
    assert found[0] == "gone-section | Side Effects | [-Side Effects-] and 5 more"
    assert len(found) == 6


def test_a_warning_that_is_printed_in_the_box_no_more() -> None:
    assert edited(
        ("boxed_warning: Examplin can stop the heart. Check the pulse first.\n", ""),
        ("Examplin must", "Examplin can stop the heart. Examplin must"),
    ) == [
        "boxed-warning moved | Precautions | [-boxed warning-] [+Precautions+]",
        "boxed-warning | boxed warning | [-Check the pulse first.-]",
    ]


def test_cells_of_a_table_are_under_their_row_and_column() -> None:
    table = "| Age | Dose |\n| --- | --- |\n| 2 years | 5 mg |\n| 6 years | 9 mg |\n\n### Side"
    old = EXAMPLIN.replace("### Side", table)
    assert lines(old, old.replace("| 9 mg", "| 90 mg")) == [
        "number | Dosage › 6 years › Dose | [-9 mg-] [+90 mg+]"
    ]
    assert lines(old, old.replace("| 6 years", "| 16 years")) == [
        "number | Dosage | [-6 years-] [+16 years+]"
    ]
    assert lines(old, old.replace("| Dose |", "| Dose twice daily |")) == [
        "frequency | Dosage | Dose [+twice daily+]"
    ]
    merged = old.replace("| 6 years", "|")
    assert lines(merged, merged.replace("| 9 mg", "| 90 mg")) == [
        "number | Dosage › 2 years › Dose | [-9 mg-] [+90 mg+]"
    ]


def test_drugs_that_were_parted_are_one_change() -> None:
    one = EXAMPLIN[: EXAMPLIN.index("### Storage")]
    two = one.replace("### Usage", "## Firstol\n\n### Usage")
    two += "\n## Otherol\n\n### Usage\n\nOtherol treats coughs.\n"
    found = lines(one, two)
    assert [each for each in found if "moved" in each] == [
        "moved | Firstol › Usage | [+Firstol ›+] Usage and 16 more"
    ]
    assert found[:1] == ["inserted | Otherol › Usage | [+Otherol treats coughs.+]"]


@pytest.mark.parametrize("file", CONTENT, ids=[file.stem for file in CONTENT])
def test_edits_planted_at_random_are_found_and_nothing_else(file: Path) -> None:
    text, seed = file.read_text("utf-8"), CONTENT.index(file)
    old = read_monograph(file.read_bytes(), "old.md")
    for name, plant in GRAVE.items():
        if planted := plant(text, seed):
            found = compare(old, read_monograph(planted.text.encode(), "new.md"), ENGLISH)
            assert name.removeprefix("new ") in found[0].kinds, (name, planted.old, planted.new)
            assert found[0].kind.is_first
    for name, plant_none in HARMLESS.items():
        new = read_monograph(plant_none(text, seed).encode(), "new.md")
        assert compare(old, new, ENGLISH) == (), name


@pytest.mark.parametrize(
    ("language", "before", "after", "kind"),
    [
        ("de", "Nehmen Sie nicht mehr", "Nehmen Sie mehr", "negation"),
        ("de", "**Erwachsene:**", "**Kinder:**", "population"),
        ("fr", "Ne prenez pas plus", "Prenez plus", "negation"),
        ("fr", "une fois par jour", "deux fois par jour", "number"),
        ("es", "no debe tomarse", "debe tomarse", "negation"),
        ("es", "**Adultos:**", "**Niños:**", "population"),
        ("ar", "لا تتناول أكثر", "تتناول أكثر", "negation"),
        ("ar", "20 mg خلال", "200 mg خلال", "number"),
        ("hi", "रात में नहीं।", "रात में।", "negation"),
        ("hi", "**वयस्क:**", "**बच्चे:**", "population"),
    ],
)
def test_grave_changes_in_other_languages(
    language: str, before: str, after: str, kind: str
) -> None:
    text = (Path(__file__).parents[1] / "cases" / "topics" / f"{language}.md").read_text("utf-8")
    assert before in text
    old, new = (
        read_monograph(each.encode(), "a.md") for each in (text, text.replace(before, after, 1))
    )
    (found,) = compare(old, new, THEME.vocabulary(language))
    assert kind in found.kinds
