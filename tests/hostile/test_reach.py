"""No page reaches beyond its folder, as seen by what the process opens rather than prints."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from hostile.ways import CSS, HTML

HARMLESS = (
    *("<iframe", "<video", "<audio", "<picture", "<img srcset", "<script", '<link rel="icon'),
    *("<meta", "<body", "<table", "<math", "@namespace", "<input"),
)
"""What the engine never loads, so that there is nothing to report."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The outcome of each way, printed in a separate process."""
    outside = tmp_path_factory.mktemp("reach")
    folder = outside / "monograph"
    folder.mkdir()
    for picture in (outside / "outside.png", folder / "box.png"):
        Image.new("RGB", (40, 30), "red").save(picture)
    (folder / "link.png").symlink_to(outside / "outside.png")
    command = (sys.executable, "-m", "hostile.reach", str(folder))
    here = Path(__file__).parents[1]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def test_there_are_at_least_sixty_one_ways() -> None:
    assert len({*HTML, *CSS}) >= 61


@pytest.mark.parametrize("way", HTML + CSS)
def test_nothing_is_opened_connected_to_or_attached(outcomes: dict[str, Any], way: str) -> None:
    assert outcomes[way]["reached"] == []
    assert not outcomes[way]["attached"]


@pytest.mark.parametrize("way", [way for way in HTML if not way.startswith(HARMLESS)])
def test_each_request_is_reported(outcomes: dict[str, Any], way: str) -> None:
    assert outcomes[way]["errors"] or "<svg" in way


def test_in_a_monograph_all_of_it_is_plain_text(outcomes: dict[str, Any]) -> None:
    printed = outcomes["a monograph"]
    assert printed["reached"] == []
    words = "".join(printed["words"].split())
    lost = [text for text in printed["texts"] if "".join(text.split()) not in words]
    assert lost == []


def test_markup_of_other_tools_is_refused_by_name(outcomes: dict[str, Any]) -> None:
    for refused in outcomes["refused"]:
        assert refused["reached"] == []
        assert "raw-markup" in refused["errors"]
