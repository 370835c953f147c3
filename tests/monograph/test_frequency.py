"""The band of frequency of a label, from the number in it."""

import pytest

from leaflet.monograph.frequency import Band, Range, read_band, read_range


@pytest.mark.parametrize(
    ("label", "band"),
    [
        ("Common (>10%)", Band(10, more=True)),
        ("Very common (≥10%)", Band(10, more=True)),
        ("Very common (more than 1 in 10)", Band(10, more=True)),
        ("Occurring in 10% or more", Band(10, more=True)),
        ("20-30%", Band(10, more=True)),
        ("Common (1-10%)", Band(10)),
        ("Common (≥1/100 to <1/10)", Band(10)),
        ("Common (1 in 10 to 1 in 100)", Band(10)),
        ("5 to 9% of people", Band(10)),
        ("Serious (1-10% or less)", Band(10)),
        ("Uncommon (0.1–1%)", Band(100)),
        ("Rare (<1%)", Band(100)),
        ("Rare (0.01% to 0.1%)", Band(1000)),
        ("may affect up to 1 in 1,000 people", Band(1000)),
        ("Very rare (<0.01%)", Band(10000)),
    ],
)
def test_the_number_counts_and_not_the_word(label: str, band: Band) -> None:
    assert read_band(label) == band


@pytest.mark.parametrize(
    "label",
    [
        "Common",
        "Very rare",
        "Common (>1%)",
        "Common (1% or more)",
        "0.1-10%",
        "Less common (<5%)",
        "Up to 1 in 100 (>1%)",
        "Serious (frequency not defined or <1%)",
        "Rare (<1%, post-marketing reports)",
        "Common (1%, 5% and 9%)",
        "At 10 mg",
    ],
)
def test_no_band_is_invented(label: str) -> None:
    assert read_band(label) is None


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("Common (1-10%)", Range(0.01, 0.1)),
        ("Common (>10%)", Range(0.1, 1)),
        ("Rare (<1%)", Range(0, 0.01)),
        ("Common", None),
        ("Unknown frequency (<1%)", None),
    ],
)
def test_the_range_of_a_label(label: str, message: Range | None) -> None:
    assert read_range(label) == message
