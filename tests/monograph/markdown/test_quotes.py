import pytest

from leaflet.monograph.markdown.line_markers import MARKS
from leaflet.monograph.markdown.quotes import unquote


@pytest.mark.parametrize(
    "line",
    [
        ">25 kg: 100 mg",
        "> 25 kg: 100 mg",
        ">= 12 years",
        ">5 cm in any direction is a large swelling.",
        "* > 25 kg",
        "    > Take it with a large glass of water.",
        ">",
    ],
)
def test_a_comparison_keeps_its_sign(line: str) -> None:
    assert unquote([line], 1, "a.md") == ([line], [])


@pytest.mark.parametrize(
    ("lines", "without"),
    [
        (["> **Note:** with food"], ["**Note:** with food"]),
        (["> Do not crush."], ["Do not crush."]),
        (["> The highest dose is", "> 40 mg a day."], ["The highest dose is", "40 mg a day."]),
        (
            ["> **Note:** with", "> food", ">", "> Always."],
            ["**Note:** with", "food", "", "Always."],
        ),
        (["> [!WARNING]", "> Stop."], ["**Warning:** ", "Stop."]),
        (["> [!danger]- Stop", "> 5 mg is enough."], ["**Danger:** Stop", "5 mg is enough."]),
        (["> **Doses**", "> 25 kg: 100 mg"], ["**Doses**", "25 kg: 100 mg"]),
        (["> - drive", "> - swim"], ["- drive", "- swim"]),
        (["> 1. first", "> 2. second"], ["1. first", "2. second"]),
        (["    > [!TIP]", "    > Rest."], ["    **Tip:** ", "    Rest."]),
        (["> **Adults:** 5 mg", "> > Never more."], ["**Adults:** 5 mg", "Never more."]),
    ],
)
def test_a_quotation_loses_its_signs(lines: list[str], without: list[str]) -> None:
    found, faults = unquote(["above", *lines, "below"], 1, "a.md")
    assert [MARKS.sub("", line) for line in found] == ["above", *without, "below"]
    assert not faults


@pytest.mark.parametrize(
    "lines",
    [
        ["> twice the upper limit: stop"],
        ["> Grade 2: stop."],
        ["> 40 mg a day is", "> the highest dose."],
    ],
)
def test_where_both_readings_are_possible_it_is_an_error(lines: list[str]) -> None:
    _, (found,) = unquote(["above", *lines], 7, "a.md")
    assert (found.code, found.line) == ("quotation", 8)
