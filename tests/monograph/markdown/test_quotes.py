import pytest

from leaflet.monograph.markdown.quotes import unquote


@pytest.mark.parametrize(
    "line",
    [
        ">25 kg: 100 mg",
        "> 25 kg: 100 mg",
        ">= 12 years",
        "> twice the upper limit: stop",
        "> Grade 2: stop.",
        ">5 cm in any direction is a large swelling.",
        "* > 25 kg",
        "    > Take it with a large glass of water.",
    ],
)
def test_a_comparison_keeps_its_sign(line: str) -> None:
    assert unquote([line]) == [line]


@pytest.mark.parametrize(
    ("lines", "without"),
    [
        (["> **Note:** with food"], ["**Note:** with food"]),
        (["> Take it with a large glass of water."], ["Take it with a large glass of water."]),
        (
            ["> **Note:** with", "> food", ">", "> Always."],
            ["**Note:** with", "food", "", "Always."],
        ),
        (["> [!WARNING]", "> Stop."], ["**Warning:** ", "Stop."]),
        (["> **Do not:**", "> - drive"], ["**Do not:**", "- drive"]),
        (["> **Adults:** 5 mg", "> > Never more."], ["**Adults:** 5 mg", "Never more."]),
    ],
)
def test_a_quotation_loses_its_signs(lines: list[str], without: list[str]) -> None:
    assert unquote(["above", *lines, "below"]) == ["above", *without, "below"]


def test_one_number_among_them_keeps_all_signs() -> None:
    lines = ["> **Doses**", "> 25 kg: 100 mg"]
    assert unquote(lines) == lines


def test_a_lone_sign_is_kept() -> None:
    assert unquote([">", ""]) == [">", ""]
