"""Whether a leaflet says take, use or given."""

import pytest

from compose.writing import write
from leaflet.compose.verb import choose_verb


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
    assert choose_verb(monograph, monograph.groups[0]) == verb


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
    ],
)
def test_without_forms_the_labels_of_the_dose_decide(dosage: str, verb: str) -> None:
    monograph = write(dosage=dosage)
    assert choose_verb(monograph, monograph.groups[0]) == verb


def test_so_does_a_name_that_tells_the_form() -> None:
    monograph = write("title: Testamide eye drops")
    assert choose_verb(monograph, monograph.groups[0]) == "use"


@pytest.mark.parametrize(
    ("question", "dosage", "verb"),
    [
        ("How long will I need to take it?", "5 mg.", "take"),
        ("How long does it take to work?", "5 mg.", "use"),
        ("How is it administered?", "5 mg.", "given"),
        ("How long will I need to take it?", "5 mg, injected slowly.", "use"),
        ("How long will I need to take it?", "5 mg. It is not injected.", "take"),
    ],
)
def test_else_the_verb_with_which_people_ask_unless_the_dose_denies_it(
    question: str, dosage: str, verb: str
) -> None:
    monograph = write(faqs=f"**Q: {question}** A: Ask.", dosage=dosage)
    assert choose_verb(monograph, monograph.groups[0]) == verb
