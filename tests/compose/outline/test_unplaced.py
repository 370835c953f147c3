"""A heading that leaflet does not know is named, stays above its text, and nothing is denied."""

import pytest

from compose.writing import CLINICIAN, PATIENT, composed, outline, read, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.unplaced import unknown_headings, unplaced
from leaflet.config.settings import Settings
from leaflet.files import PIPE
from leaflet.job import Job, Standard
from leaflet.kinds.model import Kind
from leaflet.monograph.text import plain
from leaflet.pipeline import Pipeline

KINDS = pytest.mark.parametrize("kind", [PATIENT, CLINICIAN], ids=["patient", "clinician"])


def text(*headings: str, front: str = "title: Testamide") -> str:
    own = "".join(f"## {heading}\n\nSomething.\n\n" for heading in headings)
    return (
        f"---\n{front}\n---\n\n## Dosage\n\n5 mg.\n\n{own}## Side effects\n\nA.\n\n## FAQs\n\nB.\n"
    )


def unknown(*headings: str, kind: Kind = PATIENT) -> list[str]:
    group = read(text(*headings)).groups[0]
    return [plain(section.heading) for section in unplaced(group.sections, kind)]


@KINDS
@pytest.mark.parametrize(
    "heading",
    [
        "Too much",
        "If you take more Testamide than you should",
        "What if I take too much Testamide?",
        "Late dose",
        "3. Late or missed doses",
        "Admin",
        "Not for",
        "Do not mix with",
        "Where to keep it",
        "Keep it",
        "Incompatible with",
        "When to call 999",
        "Bloods",
        "Coming off it",
        "Overdose and missed doses",
        "Zu viel eingenommen",
        "Wenn Sie mehr Testamide eingenommen haben, als Sie sollten",
        "Si vous avez pris plus de Testamide que vous n’auriez dû",
        "Oubli de dose",
        "Si toma más Testamide del que debe",
        "Dosis atrasada",
        "إذا تناولت جرعة زائدة",
        "छूटी हुई खुराक",
    ],
)
def test_a_usual_name_in_any_language_has_its_part(heading: str, kind: Kind) -> None:
    assert unknown(heading, kind=kind) == []


@KINDS
@pytest.mark.parametrize(
    "heading", ["Bugs and worms", "Watch out for this", "Herzschwäche", "Cosas raras", "شيء غريب"]
)
def test_any_other_heading_is_named_with_its_line(heading: str, kind: Kind) -> None:
    (found,) = unknown_headings(read(text(heading)), kind)
    assert (found.code, found.line) == ("heading-unknown", 9)
    assert found.message.startswith(f'"{heading}" names no section that leaflet knows')
    assert "did you mean" not in found.hint


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Overdse", "overdose"),
        ("Interacions", "interactions"),
        ("Wehcselwirkungen", "wechselwirkungen"),
        ("Contreindications", "contre-indications"),
        ("Sobredossis", "sobredosis"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_name(heading: str, name: str) -> None:
    (found,) = unknown_headings(read(text(heading)), PATIENT)
    assert found.hint.startswith(f'did you mean "{name}"? ')


def test_the_name_of_a_product_is_not_reported() -> None:
    source = "# Testamide 5 mg and 10 mg coated tablets\n\nWhite.\n\n" + text().split("---\n\n")[1]
    monograph = read(f"---\ntitle: Testamide\n---\n\n{source}")
    assert list(unknown_headings(monograph, PATIENT)) == []


def test_headings_without_text_and_about_the_whole_are_not_named() -> None:
    monograph = read(text("Key facts").replace("## FAQs", "## Empty one\n\n## FAQs"))
    assert list(unknown_headings(monograph, PATIENT)) == []


def test_nothing_that_such_a_section_may_state_is_denied() -> None:
    parts = outline(arrange(read(text("Bugs and worms")), CLINICIAN)[0])
    for heading in ("Boxed warning", "Contraindications", "Renal impairment", "Interactions"):
        assert parts[heading] == "No separate entry; see Bugs and worms."


def test_many_of_them_are_not_listed_in_every_part() -> None:
    headings = ("One thing", "Other thing", "Third thing", "Fourth thing")
    parts = outline(arrange(read(text(*headings)), CLINICIAN)[0])
    assert parts["Interactions"] == "No separate entry; other parts may speak of it."
    written = text(*headings).replace("A.", "**Hearts:** Monitor the pulse.")
    parts = outline(arrange(read(written), CLINICIAN)[0])
    assert parts["Monitoring"] == "No separate entry; see Adverse effects: Hearts."


@KINDS
def test_a_second_name_of_a_section_is_known(kind: Kind) -> None:
    assert unknown("How to use", kind=kind) == []


def test_what_a_heading_denies_only_where_all_are_known() -> None:
    assert outline(arrange(write(), CLINICIAN)[0])["Interactions"] == "Not stated in the monograph."


def test_the_text_stands_under_its_heading_in_the_part_of_the_section_above() -> None:
    chapter = arrange(read(text("Bugs and worms")), PATIENT)[0]
    passages = next(part for part in chapter.parts if part.key == "take").passages
    assert [plain(passage.heading) for passage in passages] == ["", "Bugs and worms"]


@KINDS
def test_after_the_indications_it_stands_with_the_warnings(kind: Kind) -> None:
    source = text().replace(
        "## Dosage", "## Usage\n\nPain.\n\n## Weak heart\n\nNever.\n\n## Dosage"
    )
    chapter = arrange(read(source), kind)[0]
    part = next(p for p in chapter.parts if any(plain(x.heading) for x in p.passages))
    assert part.key in ("before", "cautions")


def test_build_and_check_report_it() -> None:
    data = text("Bugs and worms").encode()
    job = Job(PIPE, "t.md", "patient", (), "a4", PIPE, data=data, standard=Standard.UA)
    pipeline = Pipeline(Settings())
    for found in (pipeline.run(job).diagnostics, pipeline.preflight(job)):
        assert [each.line for each in found if each.code == "heading-unknown"] == [9]


def test_a_composition_reports_it_in_every_make_up() -> None:
    found = composed(read(text("Bugs and worms"))).diagnostics
    assert [each.code for each in found] == ["heading-unknown"]
