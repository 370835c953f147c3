import pytest

from leaflet.monograph.markdown.abbreviations import explain_abbreviations

BP = "*[BP]: blood pressure"


@pytest.mark.parametrize(
    ("line", "explained"),
    [
        ("Take your BP.", "Take your BP (blood pressure)."),
        ("BP and BP", "BP (blood pressure) and BP"),
        ("- **BP:** high", "- **BP (blood pressure):** high"),
        ("`BP`, [x](#BP), <a name='BP'>, BPM, xBP, BP", None),
        ("see https://example.org/BP or BP", None),
        ("[[BP|this]] or BP", None),
    ],
)
def test_an_abbreviation_is_explained_at_its_first_use(line: str, explained: str | None) -> None:
    expected = explained or f"{line} (blood pressure)"
    assert explain_abbreviations(["### BP", line, "BP", BP]) == ["### BP", expected, "BP", ""]


def test_two_of_them_are_placed_beside_each_other() -> None:
    lines = ["BP, HR", BP, "*[HR]: heart rate; not BP"]
    assert explain_abbreviations(lines)[0] == "BP (blood pressure), HR (heart rate; not BP)"


def test_an_explanation_that_no_text_needs_goes() -> None:
    assert explain_abbreviations(["Text.", BP]) == ["Text.", ""]


@pytest.mark.parametrize(
    "lines",
    [
        ["Text.", "*[BD]: 5 mg"],
        ["Take it BD.", "*[BD]: twice daily", "*[BD]: before dinner"],
        ["Text.", "*[Adults]: 40 mg"],
    ],
)
def test_one_that_is_doubtful_is_left_as_it_is(lines: list[str]) -> None:
    assert explain_abbreviations(lines) == lines
