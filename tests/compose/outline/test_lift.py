"""Contraindications are repeated, word for word, where no section is about them."""

import pytest

from compose.writing import CLINICIAN, PATIENT, body, outline, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.lift import lift, only_denies

TOPIC = ("contraindication",)


def lifted(markdown: str) -> str:
    monograph = write(precautions=markdown)
    section = next(s for s in monograph.groups[0].sections if s.key == "precautions")
    return summary(lift(section.body, TOPIC))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Liver disease:** Take care. It is contraindicated in cirrhosis.",
         "Liver disease: Take care. | It is contraindicated in cirrhosis."),
        ("**Liver disease:** Take care. Testamide is contraindicated in cirrhosis.",
         "Liver disease: Testamide is contraindicated in cirrhosis."),
        ("* **Asthma:** Must not be used in children.\n* **Sun:** Avoid.",
         "Asthma: Must not be used in children."),
        ("#### Children\n\nIt must not be given to children.",
         "Children: It must not be given to children."),
        ("#### Children\n\n**Asthma:** It must not be given to children.",
         "Children: Asthma: It must not be given to children."),
        ("With alcohol:\n\n* It is contraindicated.\n* Sleep.",
         "With alcohol: | * It is contraindicated."),
        ("It is contraindicated in people with:\n\n* Asthma\n* Gout",
         "It is contraindicated in people with: | * Asthma * Gout"),
        ("It is not contraindicated in asthma.", ""),
        ("Use it unless contraindicated.", ""),
        ("It should not be used in place of advice by a doctor.", ""),
        ("No known contraindications.", ""),
        ("**Potassium:** Patients with high potassium (above 6) should not receive Testamide.",
         "Potassium: Patients with high potassium (above 6) should not receive Testamide."),
        ("**Kidneys:** Take care. However, Testamide should be avoided in patients with CrCl < 10.",
         "Kidneys: Take care. | However, Testamide should be avoided in patients with CrCl < 10."),
        ("Anyone with gout must never take it. Never take it without food.",
         "Anyone with gout must never take it."),
        ("Patients with gout should avoid wine. They should not take aspirin.", ""),
        ("Testamide is generally avoided in patients with gout.", ""),
        ("**Liver:** It may be contraindicated in cirrhosis.", ""),
        ("Do not give it to children without advice.", ""),
        ("**Contraindications:** No specific ones, but caution is advised (see below).", ""),
        ("#### Contraindications\n\nNone known.", ""),
        ("**Avoid use in individuals with certain illnesses:** This includes gout.",
         "Avoid use in individuals with certain illnesses: This includes gout."),
        ("#### Don't use it if\n\nYou have gout.", "Don't use it if: You have gout."),
        ("**Never take it if:** You have gout.", "Never take it if: You have gout."),
        ("It is contraindicated in gout. The only exception is mild gout. Keep it dry.",
         "It is contraindicated in gout. | The only exception is mild gout."),
        ("It is contraindicated in gout. However, tests of one hour are allowed.",
         "It is contraindicated in gout. | However, tests of one hour are allowed."),
        ("Not for children under 12. Children with cystic fibrosis may have it from 6 years. Dry.",
         "Not for children under 12. | Children with cystic fibrosis may have it from 6 years."),
        ("* Not for children under 12.\n* Children with gout may take it from 6 years.\n* Dry.",
         "* Not for children under 12. * Children with gout may take it from 6 years."),
        ("* Do not use it in severe liver disease.\n* Adults may take two.",
         "* Do not use it in severe liver disease."),
        ("Do not use in glaucoma.", "Do not use in glaucoma."),
        ("It is contraindicated in those listed above.", ""),
        ("**Liver:** It must not be used in the patients described below.", ""),
        ("It is contraindicated in the conditions listed below.\n\n* Gout\n* Shock",
         "It is contraindicated in the conditions listed below. | * Gout * Shock"),
        ("It is contraindicated in renal failure (see below).",
         "It is contraindicated in renal failure (see below)."),
        ("Not for anyone who has glaucoma.", "Not for anyone who has glaucoma."),
        ("Not for opioid-naive people.", "Not for opioid-naive people."),
        ("Never give it in acute pancreatitis or porphyria.",
         "Never give it in acute pancreatitis or porphyria."),
        ("People with porphyria must not have it.", "People with porphyria must not have it."),
        ("Do not take it if allergic to nuts.", "Do not take it if allergic to nuts."),
        ("It is unsuitable for people with gout.", "It is unsuitable for people with gout."),
        ("Do not use it in the morning. Do not use it in combination with wine.", ""),
        ("Do not use it in hypertension without a doctor.", ""),
        ("Not for long. Not for the eyes.", ""),
        ("It is contraindicated in gout.\n\nThis does not apply to mild gout.",
         "It is contraindicated in gout. | This does not apply to mild gout."),
        ("* It is contraindicated in gout\n    * except mild gout\n* Keep it dry.",
         "* It is contraindicated in gout | * except mild gout"),
        ("It is not contraindicated in asthma. It is contraindicated in gout.",
         "It is not contraindicated in asthma. | It is contraindicated in gout."),
    ],
)  # fmt: skip
def test_a_sentence_is_lifted_with_what_it_needs(text: str, expected: str) -> None:
    assert lifted(text) == expected


def test_both_kinds_repeat_it_where_they_have_no_such_section() -> None:
    monograph = write(precautions="* **Gout:** It must not be used in gout.\n* **Sun:** Avoid.")
    repeated = "Gout: It must not be used in gout."
    assert outline(arrange(monograph, CLINICIAN)[0])["Contraindications"] == repeated
    before = outline(arrange(monograph, PATIENT)[0])[
        "What you need to know before you use Testamide"
    ]
    assert before.startswith(f"[Who must not use Testamide] {repeated}")
    assert before.count(repeated) == 2


def test_a_section_about_them_is_enough() -> None:
    monograph = write(
        precautions="* **Gout:** It must not be used in gout.", contraindications="Age."
    )
    found = outline(arrange(monograph, CLINICIAN)[0])
    assert found["Contraindications"] == "Contraindications: Age."


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("No specific contraindications are known.", True),
        ("Contraindications are not clearly defined.", True),
        ("None.", True),
        ("People on a diet should use caution. They can ask a pharmacist.", True),
        ("It is generally not recommended in gout.", True),
        ("It may be contraindicated in gout.", True),
        ("No specific ones are known. It must not be used in children.", False),
        ("Gout. Caution in asthma.", False),
        ("Caution in asthma. Gout.", False),
        ("Caution in asthma.\n\n* Gout", False),
        ("It is not recommended in gout.", False),
    ],
)
def test_a_text_may_only_deny_contraindications(text: str, denies: bool) -> None:
    assert only_denies(body(text)) is denies


def test_what_denies_them_stands_under_the_authors_label_alone() -> None:
    denial = "* **Contraindications:** No specific contraindications are known.\n"
    found = outline(arrange(write(precautions=f"{denial}* **Sun:** Avoid."), PATIENT)[0])
    before = found["What you need to know before you use Testamide"]
    assert before.startswith("[Contraindications] No specific contraindications are known. / ")
    gout = "* **Gout:** Patients with gout should not take Testamide."
    monograph = write(precautions=denial + gout)
    found = outline(arrange(monograph, PATIENT)[0])
    assert found["What you need to know before you use Testamide"].startswith(
        "[Who must not use Testamide] Gout: Patients with gout should not take Testamide. / "
        "[Contraindications] No specific contraindications are known. / "
    )
    assert outline(arrange(monograph, CLINICIAN)[0])["Contraindications"] == (
        "Gout: Patients with gout should not take Testamide. / "
        "Contraindications: No specific contraindications are known."
    )
