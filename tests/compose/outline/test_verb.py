"""Whether a leaflet says take, use or given."""

import pytest

from compose.writing import phrases, write
from leaflet.compose.outline.verb import Verb, choose_verbs
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph
from leaflet.topics.table import TopicTable


def verbs(monograph: Monograph) -> tuple[Verb, ...]:
    return choose_verbs(monograph, phrases(monograph))


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
    assert verbs(monograph)[0] == verb


@pytest.mark.parametrize(
    ("dosage", "verb"),
    [
        ("**Oral:** 5 mg.", "take"),
        ("**IV administration:** 5 mg over an hour.", "given"),
        ("* **Adults:**\n    * **Topical application:** Thinly.", "use"),
        ("**Oral:** 5 mg.\n\n**IV:** 2 mg.", "use"),
        ("**Oral:** 5 mg.\n\n**IV administration:** These are not given intravenously.", "take"),
        ("**Type IV disease:** 5 mg.", "use"),
        ("**Grade IV toxicity:** 5 mg.", "use"),
        ("**Adults:** Infuse the tablet.", "use"),
        ("**Route:** Intravenous infusion only.", "given"),
        ("**Route:** Not for intravenous use.", "use"),
    ],
)
def test_without_forms_the_labels_of_the_dose_decide(dosage: str, verb: str) -> None:
    monograph = write(dosage=dosage)
    assert verbs(monograph)[0] == verb


def test_so_does_a_name_with_the_form() -> None:
    monograph = write("title: Testamide eye drops")
    assert verbs(monograph)[0] == "use"


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
        ("How long will I need to take it?", "5 mg, on the skin or injected.", "use"),
        ("How long will I need to take it?", "5 mg. It is not injected.", "take"),
    ],
)
def test_otherwise_the_verb_of_the_questions_unless_the_dose_has_another_route(
    question: str, dosage: str, verb: str
) -> None:
    monograph = write(faqs=f"**Q: {question}** A: Ask.", dosage=dosage)
    assert verbs(monograph)[0] == verb


@pytest.mark.parametrize(
    ("dosage", "verb"),
    [
        ("Testamide is administered solely by intramuscular injection.", "given"),
        ("It is infused over an hour. The infusion may be slowed.", "given"),
        ("**Adults:** 5 mg in the form of tablets.\n\n**Children:** A syrup is available.", "take"),
        ("One tablet or one injection daily.", "use"),
        ("Infuse the tablet.", "use"),
        ("It is not given by injection. One capsule daily.", "take"),
        ("It is never injected.", "use"),
        ("Adults need 5 mg. Stop after contrast media.", "use"),
    ],
)
def test_sentences_on_doses_decide_where_labels_do_not(dosage: str, verb: str) -> None:
    monograph = write(dosage=dosage, faqs="**Q: Is it old?** A: Yes.")
    assert verbs(monograph) == (verb,)


@pytest.mark.parametrize("name", ["Examplin + Testamide", "Testamide & Examplin"])
def test_one_medicine_has_one_verb(name: str) -> None:
    usage, dosage = "### Usage\nFor tests.", "### Dosage\n**Oral:** 5 mg."
    text = f"# Examplin & Testamide\n\n{usage}\n\n# {name}\n\n{dosage}\n\n{usage}"
    front = "title: Examplin and Testamide"
    monograph = parse(f"---\n{front}\n---\n\n{text}\n\n### Precautions\nNo.\n".encode(), "a.md")
    assert verbs(monograph) == ("take", "take")


def test_a_drug_without_questions_of_its_own_has_those_that_name_it() -> None:
    text = "\n\n".join(
        f"# {name}\n\n### Usage\nFor tests.\n\n### Dosage\n5 mg.\n\n### Precautions\nNo.\n\n{faqs}"
        for name, faqs in (
            ("Testamide", ""),
            ("Examplin", "### FAQs\n**Q: May I stop taking Testamide?** A: Ask first."),
        )
    )
    monograph = parse(f"---\ntitle: Testamide and Examplin\n---\n\n{text}\n".encode(), "both.md")
    assert verbs(monograph) == ("take", "take")


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
    assert verbs(monograph) == (verb,)


IN_LANGUAGES = {
    "de": {
        "take": ("Filmtabletten", "Hartkapseln 20 mg", "Saft", "Tropfen zum Einnehmen"),
        "use": (
            "Salbe",
            "Augentropfen",
            "Vaginaltabletten",
            "Hartkapseln zur Inhalation",
            "Zäpfchen",
        ),
        "given": ("Infusionslösung", "Pulver zur Herstellung einer Injektionslösung", "Impfstoff"),
    },
    "fr": {
        "take": ("comprimé pelliculé", "gélule", "sirop", "ampoules buvables", "solution orale"),
        "use": ("pommade", "collyre", "comprimé vaginal", "gélule pour inhalation", "suppositoire"),
        "given": ("solution pour perfusion", "poudre pour solution injectable", "vaccin"),
    },
    "es": {
        "take": ("comprimidos", "cápsula dura", "jarabe", "gotas orales en solución"),
        "use": (
            "pomada",
            "colirio",
            "comprimido vaginal",
            "cápsula para inhalación",
            "supositorio",
        ),
        "given": ("solución para perfusión", "polvo para solución inyectable", "vacuna"),
    },
    "ar": {
        "take": ("أقراص", "كبسولات 20 mg", "شراب", "محلول فموي"),
        "use": ("مرهم", "قطرة للعين", "أقراص مهبلية", "كبسولات للاستنشاق", "تحاميل"),
        "given": ("محلول للتسريب الوريدي", "مسحوق للحقن", "لقاح"),
    },
    "hi": {
        "take": ("गोली 5 mg", "कैप्सूल", "सिरप", "मुँह से लेने का घोल"),
        "use": ("मरहम", "आँखों की बूँदें", "योनि की गोली", "इनहेलर के कैप्सूल", "क्रीम"),
        "given": ("नस में देने का घोल", "इंजेक्शन", "टीका"),
    },
}


@pytest.mark.parametrize("language", IN_LANGUAGES)
@pytest.mark.parametrize("verb", ["take", "use", "given"])
def test_the_forms_decide_in_each_language(language: str, verb: str) -> None:
    for form in IN_LANGUAGES[language][verb]:
        monograph = write(f"title: Testamide\nlang: {language}\nforms: [{form}]", dosage="5 mg.")
        assert verbs(monograph) == (verb,), form


@pytest.mark.parametrize(
    ("language", "dosage", "verb"),
    [
        ("de", "**Oral (nicht verfügbar):** Fragen Sie.\n\n**Infusion:** 5 mg.", "given"),
        ("de", "**Art der Anwendung:** zum Einnehmen.", "take"),
        ("de", "**Art der Anwendung:** Nicht intravenös.", "use"),
        ("de", "**Im Notfall:** 5 mg.", "use"),
        ("de", "**Typ-IV-Allergie:** 5 mg.", "use"),
        ("fr", "**Orale :** Cette forme n'est pas disponible.\n\n**Perfusion :** 5 mg.", "given"),
        ("fr", "**Voie d'administration :** orale.", "take"),
        ("es", "**Oral:** No está disponible.\n\n**Infusión:** 5 mg.", "given"),
        ("es", "**Vía de administración:** oral.", "take"),
        ("ar", "**عن طريق الفم:** غير متوفر.\n\n**تسريب وريدي:** 5 mg.", "given"),
        ("ar", "**طريقة الإعطاء:** عن طريق الفم.", "take"),
        ("hi", "**मुँह से:** उपलब्ध नहीं।\n\n**नस में:** 5 mg।", "given"),
        ("hi", "**देने का तरीका:** मुँह से।", "take"),
    ],
)
def test_so_do_the_labels_of_the_dose(language: str, dosage: str, verb: str) -> None:
    monograph = write(f"title: Testamide\nlang: {language}", dosage=dosage, faqs="")
    assert verbs(monograph) == (verb,)


@pytest.mark.parametrize(
    ("language", "question", "dosage", "verb"),
    [
        ("de", "Wie lange muss ich es einnehmen?", "5 mg.", "take"),
        ("de", "Wie lange muss ich es einnehmen?", "5 mg, langsam injiziert.", "given"),
        ("de", "Nehme ich davon zu?", "5 mg.", "use"),
        ("de", "Wie wird es verabreicht?", "5 mg.", "given"),
        ("de", "Wie oft soll ich es auftragen?", "5 mg.", "use"),
        ("fr", "Combien de temps dois-je le prendre ?", "5 mg.", "take"),
        ("fr", "Vais-je prendre du poids ?", "5 mg.", "use"),
        ("fr", "Comment est-il administré ?", "5 mg.", "given"),
        ("es", "¿Cuánto tiempo debo tomarlo?", "5 mg.", "take"),
        ("es", "¿Cuánto tiempo toma en hacer efecto?", "5 mg.", "use"),
        ("es", "¿Cómo se administra?", "5 mg.", "given"),
        ("ar", "كم من الوقت يجب أن أتناوله؟", "5 mg.", "take"),
        ("ar", "هل يمكنني تناول الكحول؟", "5 mg.", "use"),
        ("ar", "كيف يتم إعطاء الدواء؟", "5 mg.", "given"),
        ("hi", "इसे कब तक लेना चाहिए?", "5 mg।", "take"),
        ("hi", "यह असर करने में कितना समय लेती है?", "5 mg।", "use"),
        ("hi", "यह कैसे दी जाती है?", "5 mg।", "given"),
    ],
)
def test_so_do_the_questions(language: str, question: str, dosage: str, verb: str) -> None:
    faqs = f"**Q: {question}** A: 5."
    monograph = write(f"title: Testamide\nlang: {language}", dosage=dosage, faqs=faqs)
    assert verbs(monograph) == (verb,)


def test_without_words_of_the_language_a_medicine_is_used() -> None:
    monograph = write("title: Testamide\nforms: [tablets]", dosage="**Oral:** 5 mg.")
    assert choose_verbs(monograph, TopicTable()) == ("use",)
    known = phrases(monograph)
    questions = TopicTable((topic, known[topic]) for topic in ("asked-taken", "asked-used"))
    monograph = write(faqs="**Q: How long will I take it?** A: Ask.", dosage="5 mg.")
    assert choose_verbs(monograph, questions) == ("use",)  # whatever the dose may say of its route
