"""A language that leaflet does not ship: files of data in a project, and no Python.

``tests/cases/dutch`` is such a project, as docs/languages.md describes it.
"""

import re
import shutil
from pathlib import Path

import pytest

from helpers import words
from leaflet import lint
from leaflet.compose.outline.placements import placements
from leaflet.compose.translate import localise_kind
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import Job, Status
from leaflet.monograph import parse
from leaflet.pipeline import Pipeline
from leaflet.theme.search_path import Theme
from leaflet.topics.assign import assign_topics

CASE = Path(__file__).parents[1] / "cases" / "dutch"

PATIENT = """use take take missed too-much effects effects use warnings contraindications warnings
alcohol driving store driving onset"""

CLINICIAN = """use dose renal dose dose effects effects mechanism hepatic contraindications
cautions interactions cautions administration"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "dutch"))


def printed(project: Path, kind: str) -> str:
    job = Job(project / "examplin.md", "examplin.md", kind, (), "a4", project / "examplin.pdf")
    outcome = Pipeline(Settings(project=project)).run(job)
    assert outcome.status == Status.PRINTED
    return words(outcome.data)


@pytest.mark.parametrize(("name", "expected"), [("patient", PATIENT), ("clinician", CLINICIAN)])
def test_the_statements_are_in_their_parts(project: Path, name: str, expected: str) -> None:
    theme = Theme.of(project)
    data = (project / "examplin.md").read_bytes()
    monograph = parse(data, "examplin.md", names=theme.section_names())
    monograph = assign_topics(monograph, theme.topics("nl"))
    kind = localise_kind(monograph, theme.kind(name), theme)
    keys = {p.heading.replace("{name}", "Examplin") or p.key: p.key for p in kind.all_parts}
    found = [each for each in placements(monograph, kind) if each.heading]
    assert [keys[each.heading] for each in found] == expected.split()


def test_a_leaflet_is_printed(project: Path) -> None:
    text = printed(project, "patient")
    assert "Vergeten dosis Neem nooit een dubbele dosis" in text
    assert "Wie mag Examplin niet innemen? Leverziekte: Examplin mag bij ernstige" in text
    assert "Hoe bewaart u Examplin?" in text


def test_a_sheet_is_printed_and_denies_nothing_that_it_says(project: Path) -> None:
    text = printed(project, "clinician")
    assert "Contra-indicaties Leverziekte: Examplin mag bij ernstige leverziekte niet" in text
    assert "Interacties Alcohol: Het maakt u slaperig." in text
    assert "Controle: Niet vermeld in de monografie." in text


def test_lead_ins_stay_above_their_items_with_or_without_words_for_the_proof(
    project: Path,
) -> None:
    file = project / "examplin.md"
    leads = "Neem het niet als u heeft:\n\n- **Jicht:** ja.\n- **Kinderen:** nee.\n\n"
    text = file.read_text("utf-8").replace("### Veelgestelde", f"{leads}### Veelgestelde")
    file.write_text(text, "utf-8")
    for _ in range(2):
        for kind in ("patient", "clinician"):
            found = printed(project, kind)
            assert re.search("Neem het niet als u heeft:\\W+Jicht: ja.\\W+Kinderen: nee.", found)
        (project / "locale/nl/proof.toml").unlink(missing_ok=True)


def test_what_only_a_sentence_says_is_not_denied(project: Path) -> None:
    file = project / "examplin.md"
    file.write_text(file.read_text("utf-8").replace("- **Alcohol:** Het maakt u slaperig.\n", ""))
    text = printed(project, "clinician")
    note = "Geen eigen vermelding; zie Waarschuwingen en voorzorgen"
    assert f"Interacties: {note}: Bloedverdunners." in text


def test_the_proof_reader_reads_it_too(project: Path) -> None:
    data = (project / "examplin.md").read_bytes()
    found = lint.check(data, "examplin.md", Settings(project=project))
    assert [each.code for each in found] == ["other-language"]
    with pytest.raises(DocumentError):
        parse(data, "examplin.md")
    assert "not-a-monograph" in {each.code for each in lint.check(data, "x.md", Settings())}
