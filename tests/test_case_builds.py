"""Every case of ``tests/cases`` through whole builds of both kinds.

What its outline says is on the pages of the patient leaflet, nothing is left raw on a page of
either kind, and the proof, whose readers are others than the parser, finds nothing lost or added.
A case may have a block ``printed``: lines that are in both documents, spaces apart.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from helpers import words
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import Job
from leaflet.pipeline import Pipeline
from leaflet.section_key import SectionKey
from monograph.test_cases import CASE, CASES, FRAME

RAW = re.compile(
    r"\[\^|:::|!!!|\[!\w|\{[:#.%<]|%%(?! of| or|\.)|\[\[|==\w|\\[^\w\s]|\]\[|\]\(|<!--|\{\{|\*\*\w"
)
AS_WRITTEN = {
    "a power of ten",
    "a bracket never closed",
    "letters and powers with stars",
    "text that looks like a form",
    "what only looks like an attribute is printed",
}
"""Cases of text that only looks like markup."""

REFUSED = {"emoji and foreign words": "missing-glyph"}
"""Cases that read well, and have characters that leaflet's own fonts do not have."""

PICTURES = ("tablet.png", "chart.png", "chart.webp", "images/chart (1).png", "images/chart.png")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9" height="9"/>'

_TEXT_OF_OUTLINE = re.compile(
    rf"^ {{2,}}(?!own heading: |(?:{'|'.join(filter(None, SectionKey))})(?: \(.*\))?$)"
    r"(?:[Q-] |\d+\. )?(?!.*[\u0590-\u06ff])(.*)",
    re.MULTILINE,
)
"""A line of text in an outline; text from right to left is copied in another order."""

_BETWEEN = re.compile(r"\[picture [^:]+: [^\]]*\]|</?\w+>| → https?://[^\]]*|\| |[\[\]→⏎]")
"""What is between the words of the text in an outline."""


def sound_cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for found in CASE.finditer(path.read_text(encoding="utf-8")):
            if not found["outline"].startswith("refused"):
                yield pytest.param(found, id=f"{path.stem}: {found['title']}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the pictures that cases name."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "drugs").mkdir()
    (folder / "images").mkdir()
    for position in (folder, folder / "drugs"):
        for name in PICTURES:
            if (position / name).parent.is_dir():
                Image.new("L", (90, 60), 128).save(position / name)
        (position / "my chart.svg").write_text(f"{SVG}</svg>")
    return folder


@pytest.fixture(scope="module")
def pipeline(folder: Path) -> Pipeline:
    return Pipeline(Settings(stop="never", catalogue=False, project=folder))


@pytest.mark.parametrize("case", list(sound_cases()))
def test_a_case_prints_in_both_kinds_what_its_outline_says(
    case: re.Match[str], folder: Path, pipeline: Pipeline
) -> None:
    framed = not case["source"].startswith(("---\n", "+++\n"))
    data = ((FRAME if framed else "") + case["source"]).encode()
    for kind in ("patient", "clinician"):
        source = folder / "drugs" / "case.md"
        job = Job(source, "case.md", kind, (), "a4", folder / "case.pdf", data=data, root=folder)
        if case["title"] in REFUSED:
            with pytest.raises(DocumentError, match=REFUSED[case["title"]]):
                pipeline.run(job)
            continue
        text = words(pipeline.run(job).data)
        assert case["title"] in AS_WRITTEN or not RAW.findall(text)
        printed = "".join(text.split())
        expected = (case["printed"] or "").splitlines()
        if kind == "patient":
            texts = _TEXT_OF_OUTLINE.findall(case["outline"])
            expected += [each for text in texts for each in _BETWEEN.split(text)]
        assert [each for each in expected if "".join(each.split()) not in printed] == []


@pytest.mark.parametrize(
    "file", sorted((CASES / "collections").glob("*/*.md")), ids=lambda file: file.parent.name
)
def test_a_file_of_another_tool_prints_without_its_markup(file: Path, pipeline: Pipeline) -> None:
    data = file.read_bytes()
    front = re.match(rb"(---|\+\+\+).*?\n(?:\1|\.\.\.)\r?\n", data, re.DOTALL)
    doses = re.findall(rb"(?<![\w.])[\d.]+ mg", data[front.end() if front else 0 :])
    for kind in ("patient", "clinician"):
        text = words(pipeline.run(Job(file, file.name, kind, (), "a4", file, data=data)).data)
        assert not RAW.findall(text)
        assert [dose for dose in doses if dose.decode() not in text.replace("\xa0", " ")] == []
