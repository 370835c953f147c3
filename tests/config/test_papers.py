"""Papers by name, by size, lying, and of a project's own."""

from pathlib import Path

import pytest

from leaflet.config.papers import Paper, paper
from leaflet.config.settings import load
from leaflet.errors import SettingsError


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("a6", 105, 148),
        ("legal", 215.9, 355.6),
        ("a4-landscape", 297, 210),
        ("100x150mm", 100, 150),
        ("10x15cm", 100, 150),
        ("4x6in", 101.6, 152.4),
        ("100x150mm-landscape", 150, 100),
        ("150x100mm-landscape", 150, 100),
        ("label", 90, 60),
    ],
)
def test_a_paper_is_a_name_or_a_size(name: str, width: float, height: float) -> None:
    found = paper(name, {"label": Paper(90, 60)})
    assert (found.width, found.height) == pytest.approx((width, height))


@pytest.mark.parametrize("name", ["a44", "letters", "100x150", "10x10mm", "5000x100mm", "", "x"])
def test_what_is_none_is_refused_with_a_way_out(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        paper(name, {})
    [finding] = caught.value.diagnostics
    assert finding.code == "unknown-paper"
    assert "100x150mm" in finding.hint


def test_a_project_has_papers_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "leaflet.toml").write_text(
        '[print]\npaper = "Label"\n[paper.label]\nwidth = "90mm"\nheight = "6cm"\nedge = "4mm"\n'
    )
    settings = load({}, {}, tmp_path)
    assert settings.papers == {"label": Paper(90, 60, 4)}
    assert settings.paper == "label"


def test_every_fault_of_a_paper_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "leaflet.toml").write_text(
        '[paper.label]\nwidth = "90"\nheight = "6cm"\nedges = "4mm"\n[paper]\nother = 3\n'
    )
    with pytest.raises(SettingsError) as caught:
        load({}, {}, tmp_path)
    found = {(each.code, each.line) for each in caught.value.diagnostics}
    assert found == {("bad-paper", 2), ("bad-paper", 4), ("bad-paper", 6)}
