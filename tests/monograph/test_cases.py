"""Every case of tests/cases: a monograph as people write it, and its outline.

A case is a heading, a ``markdown`` block and an ``outline`` block. A block that does not begin
with front matter is set below a frame: a title and three short sections, which the outline
leaves out. ``LEAFLET_ACCEPT=1 pytest tests/monograph/test_cases.py`` rewrites the outlines.
"""

import os
import re
from pathlib import Path

import pytest

from leaflet.errors import MonographRefused
from leaflet.monograph import parse
from monograph.outline import findings, outline

CASES = Path(__file__).parent.parent / "cases"
ACCEPT = bool(os.environ.get("LEAFLET_ACCEPT"))

FRAME = """\
---
title: Examplin
---
### Usage

For pain.

### Side Effects

None known.

### How it Works

It blocks pain.

"""
FRAME_OUTLINE = [
    *("usage", "  For pain."),
    *("side-effects", "  None known."),
    *("how-it-works", "  It blocks pain."),
]

CASE = re.compile(
    r"^## (?P<title>.+?)\n.*?^````markdown\n(?P<source>.*?)^````\n\s*"
    r"^````outline\n(?P<outline>.*?)^````\n(?:\n````printed\n(?P<printed>.*?)^````\n)?",
    re.MULTILINE | re.DOTALL,
)


def cases() -> list[object]:
    return [
        pytest.param(path, found["title"], id=f"{path.stem}: {found['title']}")
        for path in sorted(CASES.glob("*.md"))
        for found in CASE.finditer(path.read_text(encoding="utf-8"))
    ]


def read(source: str) -> str:
    framed = not source.startswith(("---\n", "+++\n"))
    text = FRAME + source if framed else source
    try:
        lines = outline(parse(text.encode(), "case.md"))
    except MonographRefused as refused:
        lines = ["refused", *(f"  {line}" for line in findings(refused.diagnostics))]
    if framed and lines[: len(FRAME_OUTLINE)] == FRAME_OUTLINE:
        lines = lines[len(FRAME_OUTLINE) :]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(("path", "title"), cases())
def test_a_case_reads_as_its_outline(path: Path, title: str) -> None:
    text = path.read_text(encoding="utf-8")
    case = next(found for found in CASE.finditer(text) if found["title"] == title)
    read_as = read(case["source"])
    if ACCEPT and read_as != case["outline"]:
        accepted = text[: case.start("outline")] + read_as + text[case.end("outline") :]
        path.write_text(accepted, encoding="utf-8")
        return
    assert read_as == case["outline"]


def test_every_case_is_found_and_has_a_title_of_its_own() -> None:
    for path in CASES.glob("*.md"):
        headings = re.findall(r"^## (.+)$", _outside_fences(path), re.MULTILINE)
        found = [c["title"] for c in CASE.finditer(path.read_text(encoding="utf-8"))]
        assert found == headings
        assert len(set(found)) == len(found)


def _outside_fences(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"^````\w+\n.*?^````$", "", text, flags=re.MULTILINE | re.DOTALL)
