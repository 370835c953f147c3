from pathlib import Path

import pytest

import leaflet
from lint.frame import FRAME, framed

UNREAL = framed("This is a hypothetical medicine; 5 mg.")[0]


def test_files_and_folders_are_proof_read() -> None:
    Path("one.md").write_text(UNREAL)
    Path("two.md").write_text(FRAME)
    steps: list[tuple[int, int]] = []
    found = leaflet.check(".", select=["hypothetical"], progress=lambda *step: steps.append(step))
    assert [(each.file, each.code) for each in found] == [("one.md", "hypothetical")]
    assert steps == [(1, 2), (2, 2)]
    others = leaflet.check(["one.md", Path("two.md")], ignore="hypothetical", jobs=1)
    assert others
    assert "hypothetical" not in {each.code for each in others}


def test_bytes_are_a_text() -> None:
    (finding,) = leaflet.check(UNREAL.encode(), select="hypothetical")
    assert (finding.severity, finding.file) == (leaflet.Severity.ERROR, "-")


def test_a_text_given_as_str_is_refused() -> None:
    with pytest.raises(ValueError, match="is not the path of a file or folder"):
        leaflet.check(UNREAL)


def test_nothing_to_read_and_unknown_rules_are_raised() -> None:
    with pytest.raises(leaflet.NothingMatched):
        leaflet.check("nowhere")
    with pytest.raises(leaflet.SettingsError, match='did you mean "no-dose"'):
        leaflet.check(UNREAL.encode(), select=["no-dos"])
