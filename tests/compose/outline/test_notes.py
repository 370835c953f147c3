"""A part with text says where else the document speaks of its topic."""

from compose.writing import CLINICIAN, write
from leaflet.compose.outline.arrange import arrange


def test_a_part_with_text_names_other_statements_on_its_topic() -> None:
    monograph = write(
        dosage="**Adults:** 5 mg.\n\n**Children:** It must not be given to children under 6.",
        precautions="* **Contraindications:** Do not use it in asthma.\n"
        "* **Liver disease:** Contraindicated in liver failure.",
        side_effects="* **Serious:** Renal failure.",
    )
    parts = {part.heading: part.note for part in arrange(monograph, CLINICIAN)[0].parts}
    assert (
        parts["Contraindications"] == "See also Dose: Children; Hepatic impairment: Liver disease."
    )
    assert parts["Hepatic impairment"] == ""


def test_sentences_that_are_repeated_need_no_reference() -> None:
    monograph = write(dosage="**Children:** It must not be given to children under 6.")
    parts = {part.heading: part for part in arrange(monograph, CLINICIAN)[0].parts}
    assert parts["Contraindications"].passages
    assert parts["Contraindications"].note == ""
