"""The tables of ``leaflet.toml`` whose keys are names that a project chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leaflet.config import own_fonts, papers
from leaflet.config.papers import Paper
from leaflet.config.toml_file import RawSetting
from leaflet.diagnostics import Diagnostic
from leaflet.fonts.font_files import FontFiles

OWN_TABLES = (own_fonts.TABLE, papers.TABLE)
"""What the keys of these tables begin with."""


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The fonts and papers of a project by name, and what is wrong with them."""

    fonts: Mapping[str, FontFiles]
    papers: Mapping[str, Paper]
    faults: tuple[Diagnostic, ...]


def read_own_tables(given: Sequence[RawSetting], project: Path) -> OwnTables:
    """The fonts and papers that settings describe."""
    fonts, wrong_fonts = own_fonts.read_fonts(given, project)
    found, wrong_papers = papers.read_papers(given)
    return OwnTables(fonts, found, (*wrong_fonts, *wrong_papers))
