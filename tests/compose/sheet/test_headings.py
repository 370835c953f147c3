"""The title of a sheet, which is said once."""

import pytest

from compose.writing import CLINICIAN, read, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.sheet.headings import sheet_title, without_title

REST = "### Usage\nA.\n\n### Dosage\nB.\n\n### Side Effects\nC.\n"


def part(key: str, **sections: str) -> FilledPart:
    [chapter] = arrange(write(**sections), CLINICIAN)
    return next(each for each in chapter.parts if each.key == key)


@pytest.mark.parametrize(
    ("front", "alike", "title"),
    [
        ("title: Testamide\ngeneric_name: testamide", (), "testamide"),
        ("title: Testamide", (), "testamide"),  # by the section on the generic name
        ("title: Testamide\nlang: de", (), "Testamide"),
        ("title: Testamide B", (), "Testamide B"),
        ("title: Testamide + Provamide", (), "testamide + provamide"),
        ("title: Testamide + Vitamin B", (), "Testamide + Vitamin B"),
        ("title: Hydroxyzine", ("hydrOXYzine", "hydrALAZINE"), "hydrOXYzine"),
    ],
)
def test_a_generic_name_is_written_as_clinicians_do(
    front: str, alike: tuple[str, ...], title: str
) -> None:
    name = front.partition("\n")[0].removeprefix("title: ")
    monograph = read(f"---\n{front}\n---\n\n### Generic Name\n{name}\n\n{REST}")
    assert sheet_title(monograph, alike) == title


def test_a_brand_keeps_its_capital() -> None:
    monograph = read(f"---\ntitle: Testador\n---\n\n### Generic Name\ntestamide\n\n{REST}")
    assert sheet_title(monograph, ()) == "Testador"


def test_the_title_is_not_printed_again_above_what_is_printed_of_the_generic_name() -> None:
    notes = part("notes", generic_name="Testamide\n\nIt has two salts.")
    assert summary(without_title(notes, "Testamide").passages[0].body) == "It has two salts."
    assert without_title(notes, "Another") == notes
