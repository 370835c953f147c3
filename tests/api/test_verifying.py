from pathlib import Path

import pytest

import leaflet
from helpers import write_monograph


@pytest.mark.usefixtures("content")
def test_a_folder_is_proved_until_something_changes() -> None:
    leaflet.build("content", "dist", kinds=["patient"])
    steps: list[tuple[int, int]] = []
    verified = leaflet.verify("dist", progress=lambda *step: steps.append(step))
    assert (verified.passed, verified.total, verified.counts) == (True, 2, {"proved": 2})
    assert steps == [(1, 2), (2, 2)]
    write_monograph(Path("content/alpha.md"), "Gammamide")
    verified = leaflet.verify(Path("dist"), jobs=1)
    assert (verified.passed, verified.counts) == (False, {"stale": 1, "proved": 1})
    assert [each.file for each in verified.diagnostics] == ["dist/patient/alpha.pdf"]


def test_a_folder_without_pdfs_and_a_file_are_errors() -> None:
    with pytest.raises(leaflet.NothingMatched):
        leaflet.verify("dist")
    Path("dist").touch()
    with pytest.raises(leaflet.SettingsError, match="is a file, not a folder"):
        leaflet.verify("dist")
