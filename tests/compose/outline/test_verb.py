"""Whether a leaflet says take, use or given."""

import pytest

from compose.writing import write
from leaflet.compose.outline.verb import choose_verbs
from leaflet.monograph import parse


@pytest.mark.parametrize(
    ("forms", "verb"),
    [
        ("[20 mg tablets, oral solution]", "take"),
        ("[5% cream]", "use"),
        ("[100 micrograms per puff inhaler]", "use"),
        ("[eye drops]", "use"),
        ("[prefilled pen for subcutaneous injection]", "use"),
        ("[powder for infusion]", "given"),
        ("[tablets, suppositories]", "use"),
        ("[capsules, vials for intravenous infusion]", "use"),
    ],
)
def test_the_forms_decide(forms: str, verb: str) -> None:
    monograph = write(f"title: Testamide\nforms: {forms}", dosage="**IV:** 5 mg.")
    assert choose_verbs(monograph)[0] == verb


@pytest.mark.parametrize(
    ("dosage", "verb"),
    [
        ("**Oral:** 5 mg.", "take"),
        ("**IV administration:** 5 mg over an hour.", "given"),
        ("* **Adults:**\n    * **Topical application:** Thinly.", "use"),
        ("**Oral:** 5 mg.\n\n**IV:** 2 mg.", "use"),
        ("**Oral:** 5 mg.\n\n**IV administration:** These are not given intravenously.", "take"),
        ("**Type IV disease:** 5 mg.", "use"),
        ("**Adults:** Infuse the tablet.", "use"),
        ("**Route:** Intravenous infusion only.", "given"),
        ("**Route:** Not for intravenous use.", "use"),
    ],
)
def test_without_forms_the_labels_of_the_dose_decide(dosage: str, verb: str) -> None:
    monograph = write(dosage=dosage)
    assert choose_verbs(monograph)[0] == verb


def test_so_does_a_name_with_the_form() -> None:
    monograph = write("title: Testamide eye drops")
    assert choose_verbs(monograph)[0] == "use"


@pytest.mark.parametrize(
    ("question", "dosage", "verb"),
    [
        ("How long will I need to take it?", "5 mg.", "take"),
        ("How long does it take to work?", "5 mg.", "use"),
        ("How long does Testamide take to work?", "5 mg.", "use"),
        ("How long should my child take it?", "5 mg.", "take"),
        ("Can I take it to treat my stroke?", "5 mg.", "use"),
        ("How is it administered?", "5 mg.", "given"),
        ("How long does immunity last after receiving it?", "5 mg.", "given"),
        ("What if it leaks out of the IV line?", "5 mg.", "given"),
        ("How long will I need to take it?", "5 mg, injected slowly.", "use"),
        ("How long will I need to take it?", "5 mg. It is not injected.", "take"),
    ],
)
def test_otherwise_the_verb_of_the_questions_unless_the_dose_has_another_route(
    question: str, dosage: str, verb: str
) -> None:
    monograph = write(faqs=f"**Q: {question}** A: Ask.", dosage=dosage)
    assert choose_verbs(monograph)[0] == verb


def test_a_drug_without_questions_of_its_own_has_those_that_name_it() -> None:
    text = "\n\n".join(
        f"# {name}\n\n### Usage\nFor tests.\n\n### Dosage\n5 mg.\n\n### Precautions\nNo.\n\n{faqs}"
        for name, faqs in (
            ("Testamide", ""),
            ("Examplin", "### FAQs\n**Q: May I stop taking Testamide?** A: Ask first."),
        )
    )
    monograph = parse(f"---\ntitle: Testamide and Examplin\n---\n\n{text}\n".encode(), "both.md")
    assert choose_verbs(monograph) == ("take", "take")


@pytest.mark.parametrize(
    ("front", "dosage", "verb"),
    [
        ("forms: [oral inhalation]", "5 mg.", "use"),
        ("forms: [oral rinse]", "5 ml.", "use"),
        ("forms: [oral spray]", "5 ml.", "use"),
        ("forms: [oral drops]", "5 drops.", "take"),
        ("forms: [cream]", "It is given twice daily.", "use"),
        ("", "**Oral inhalation:** 2 puffs.", "use"),
        ("", "**Capsules for inhalation:** 1 capsule.", "use"),
        ("", "**Oral (not available):** Ask.\n\n**IV infusion:** 5 mg.", "given"),
        ("", "**Oral:** Oral formulations are not available.\n\n**IV infusion:** 5 mg.", "given"),
    ],
)
def test_the_mouth_alone_does_not_make_it_taken(front: str, dosage: str, verb: str) -> None:
    monograph = write(f"title: Testamide\n{front}", dosage=dosage, faqs="")
    assert choose_verbs(monograph) == (verb,)
