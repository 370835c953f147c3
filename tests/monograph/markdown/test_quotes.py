import pytest

from leaflet.monograph.markdown.quotes import unquote


@pytest.mark.parametrize(
    "line",
    [
        ">25 kg: 100 mg",
        "> 25 kg: 100 mg",
        ">= 12 years",
        ">5 cm in any direction is a large swelling.",
        "* > 25 kg",
        "- > twice the upper limit: stop",
    ],
)
def test_a_comparison_keeps_its_sign(line: str) -> None:
    assert unquote([line], 1, "a.md") == ([line], [])


@pytest.mark.parametrize(
    ("lines", "without"),
    [
        (["> **Note:** with food"], ["**Note:** with food"]),
        (["> Do not crush."], ["Do not crush."]),
        (["1. Take it.", "    > Not at night."], ["1. Take it.  ", "    Not at night."]),
        (
            ["- > At most", "  > 20 mg", "- > 40 kg: 5 mg"],
            ["- At most", "  20 mg", "- > 40 kg: 5 mg"],
        ),
        (["1. > [!WARNING]", "   > 40 mg"], ["1. **Warning:** ", "   40 mg"]),
        ([">", ">  "], ["", ""]),
        ([">>- one", "  >  > two"], ["- one", "  two"]),
        (["> Do not crush.", "---"], ["Do not crush.", ""]),
        (["> > Now", "> > 5 mg"], ["Now", "5 mg"]),
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
        (["> **Adults:** 5 mg", "> > Never more."], ["**Adults:** 5 mg", "Never more."]),
    ],
)
def test_a_quotation_loses_its_signs(lines: list[str], without: list[str]) -> None:
    read = unquote(["above", "", *lines, "below"], 1, "a.md")
    assert read == (["above", "", *without, "below"], [])


def test_what_is_right_above_a_quotation_is_a_line_of_its_own() -> None:
    assert unquote(["Take it.", "> not at night"], 1, "a.md")[0] == ["Take it.  ", "not at night"]


@pytest.mark.parametrize(
    "lines",
    [
        ["> twice the upper limit: stop"],
        ["> Grade 2: stop."],
        ["> 40 mg a day is", "> the highest dose."],
        ["> Note", "> >25 kg: 5 mg"],
        ["> > 5 mg"],
    ],
)
def test_where_both_readings_are_possible_it_is_an_error(lines: list[str]) -> None:
    _, (found,) = unquote(["above", *lines], 7, "a.md")
    assert (found.code, found.line) == ("quotation", 8)


def test_in_a_text_with_quotations_a_number_needs_its_sign_beside_it() -> None:
    lines = ["> Take it with food.", "", "> 25 kg: 5 mg", "", ">25 kg: 5 mg"]
    read, found = unquote(lines, 7, "a.md")
    assert [(each.code, each.line) for each in found] == [("quotation", 9)]
    assert read[-1] == ">25 kg: 5 mg"
