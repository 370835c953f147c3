"""A kind that no document can be printed in is reported once, by the rules that it breaks."""

from pathlib import Path

import pytest

import leaflet
from helpers import NO_MONOGRAPH, write_monograph
from leaflet.api.trial import RULES
from leaflet.errors import SettingsError
from leaflet.starter import begin_kind


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leaflet.toml").write_text('[print]\nkinds = ["card"]\njobs = 1\n')
    for name in ("a", "b", "c"):
        write_monograph(tmp_path / "content" / f"{name}.md", name.title() + "mide")
    begin_kind("card", tmp_path)
    return tmp_path


def test_each_rule_is_reported_once_with_file_line_and_remedy(project: Path) -> None:
    page, css = (project / "templates/card" / name for name in ("page.html", "page.css"))
    page.write_text(
        page.read_text()
        .replace("{% if left_out %}", "{% if false %}")
        .replace("{{ chapter.intro", "Hello {{ chapter.intro")
    )
    css.write_text(css.read_text() + '@page { @top-left { content: "x" } }\n')
    with pytest.raises(SettingsError) as caught:
        leaflet.build("content", project=project)
    found = {each.code: each for each in caught.value.diagnostics}
    assert {"text-added", "not-accounted", "header-lost"} <= found.keys()
    assert len(found) == len(caught.value.diagnostics)
    for code, each in found.items():
        assert each.hint == RULES[code][2]
        assert Path(each.file).name == RULES[code][0]
        assert each.line
    assert not list(project.rglob("*.pdf"))


def test_a_document_that_fails_alone_stops_no_other(project: Path) -> None:
    (project / "content" / "d.md").write_text(NO_MONOGRAPH)
    report = leaflet.build("content", project=project)
    assert report.counts["printed"] == 3
    assert report.counts["failed"] == 1


def test_the_rules_are_those_of_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "kinds.md").read_text()
    assert [code for code in RULES if f"`{code}`" not in page] == []
