"""The kinds of docs/examples/ print, each from its own project, as docs/kinds.md says."""

import shutil
from pathlib import Path

import pytest

import leaflet
from helpers import words

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"

SHOWN = {
    "pharmacy-card": ("5 mg twice daily, with food", "Corner Pharmacy", (100, 150)),
    "carer-sheet": ("If a dose was forgotten", "Notes for Prescribers", (210, 297)),
    "monitoring-booklet": ("Your results", "blood test every 2 weeks", (148, 210)),
}
"""Words of each, and the size of its paper."""


def test_every_example_is_tried() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == SHOWN.keys()


@pytest.mark.parametrize("name", SHOWN)
def test_an_example_prints_as_its_settings_say(name: str, tmp_path: Path) -> None:
    project = tmp_path / name
    shutil.copytree(EXAMPLES / name, project)
    report = leaflet.build(project / "content", project=project, jobs=1)
    assert (report.counts["printed"], report.counts["failed"]) == (1, 0)
    [outcome] = report.documents
    assert [d for d in outcome.diagnostics if d.code in ("page-budget", "style-ignored")] == []
    one, other, _ = SHOWN[name]
    text = words(outcome.job.target)
    assert one in text
    assert other in text
