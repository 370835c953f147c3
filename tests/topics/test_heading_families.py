"""The headings of leaflets, labels and handbooks: where the text below them is printed.

``tests/cases/families/headings.md`` has a table a family. Each is made a monograph with a statement
under every heading, which is printed in both kinds: the proof finds no heading or number lost.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import read_monograph, words
from leaflet.compose.outline.placements import placements
from leaflet.compose.translate import localise_kind
from leaflet.config.settings import Settings
from leaflet.files import PIPE
from leaflet.job import Job, Standard
from leaflet.pipeline import Pipeline
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

CASES = Path(__file__).parents[1] / "cases" / "families" / "headings.md"
THEME = Theme((shipped(),))
KINDS = ("patient", "clinician")
WORDS = (
    *("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliet"),
    *("Kilo", "Lima", "Mike", "November"),
)
FIRST_LINE, LINES = 6, 4
"""The line of the first heading, and the lines of each section."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family of headings, and for each kind the parts that the text under them is printed in."""

    language: str
    headings: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        """A monograph with a statement under every heading."""
        sections = (
            f"## {heading}\n\n{word} is a word.\n\n"
            for heading, word in zip(self.headings, WORDS, strict=False)
        )
        return f"---\ntitle: Examplin\nlang: {self.language}\n---\n\n{''.join(sections)}"


def families() -> list[tuple[str, Family]]:
    found = []
    for section in re.split(r"^## ", CASES.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, table = section.partition("\n")
        rows = re.findall(r"^\| (.+) \| ([\w-]+) \| ([\w-]+) \|$", table, re.MULTILINE)[2:]
        headings = tuple(row[0].replace("\\|", "|") for row in rows)
        parts = {kind: tuple(row[number] for row in rows) for number, kind in enumerate(KINDS, 1)}
        found.append((name, Family(name[-3:-1], headings, parts)))
    return found


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Settings())


@pytest.mark.parametrize("kind_name", KINDS)
@pytest.mark.parametrize("family", [pytest.param(each, id=name) for name, each in families()])
def test_every_section_is_printed_in_its_part(
    family: Family, kind_name: str, pipeline: Pipeline
) -> None:
    data = family.text.encode()
    monograph = read_monograph(data, "examplin.md")
    kind = localise_kind(monograph, THEME.kind(kind_name), THEME)
    keys = {
        part.heading.replace("{name}", "Examplin") or part.key: part.key for part in kind.all_parts
    }
    part_of = {
        WORDS[(each.line - FIRST_LINE) // LINES]: keys.get(each.heading, "-")
        for each in placements(monograph, kind)
    }
    expected = dict(zip(WORDS, family.parts[kind_name], strict=False))
    assert part_of == expected

    outcome = pipeline.run(
        Job(PIPE, "examplin.md", kind_name, (), "a4", PIPE, data=data, standard=Standard.UA)
    )
    printed = words(outcome.data)
    assert {word for word in WORDS if word in printed} == {
        word for word, part in expected.items() if part != "-"
    }
