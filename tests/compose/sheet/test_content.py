"""What a sheet holds: its parts in their bands, always the same ones."""

from compose.writing import CLINICIAN, TABLE_SPACE, read, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.content import SheetContent, sheet_content
from leaflet.kinds.model import Band
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain


def content(monograph: Monograph) -> SheetContent:
    return sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)


def test_the_parts_of_the_bands_are_there_with_text_or_a_note() -> None:
    sheet = content(write(precautions="Keep it dry."))
    for band, keys in {
        Band.STOP: ["warning", "contraindications"],
        Band.ADJUST: ["renal", "hepatic", "pregnancy"],
    }.items():
        assert [part.key for part in sheet.of(band)] == keys
        assert all(part.notes for part in sheet.of(band))


def test_columns_are_the_rail_the_doses_and_each_cell() -> None:
    sheet = content(write())
    assert [column.key for column in sheet.columns()] == [
        *("rail", "dose"),
        *("renal", "hepatic", "pregnancy"),
    ]
    assert [part.key for part in sheet.columns(moved=["use"])[0].parts] == []


def test_a_note_that_is_the_same_of_all_medicines_is_printed_once() -> None:
    sections = "### Usage\nA.\n\n### Dosage\nB.\n\n### Side Effects\nC.\n\n"
    text = f"## Alphine\n\n{sections}## Betine\n\n{sections}Use with caution in liver disease.\n"
    sheet = content(read(f"---\ntitle: Alphine + Betine\n---\n\n{text}"))
    notes = {part.key: [plain(note.name) for note in part.notes] for part in sheet.parts}
    assert notes["renal"] == [""]
    assert notes["hepatic"] == ["Alphine", "Betine"]


def test_the_front_matter_makes_a_sheet_higher() -> None:
    bare = content(write())
    front = "title: Testamide\nbrand_names: [A]\nforms: [B]\nsources: [C]\nboxed_warning: "
    full = content(write(front + "Danger of death. " * 40))
    assert full.around > bare.around > full.above > bare.above
    assert full.stop > bare.stop
