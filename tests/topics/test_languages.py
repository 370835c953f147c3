"""Topics in all languages: the same topics, and the same statements in the same parts.

``tests/cases/topics`` holds one monograph in six languages, statement by statement in one order.
"""

import tomllib
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest

from compose.writing import body
from leaflet.compose.outline.placements import placements
from leaflet.compose.outline.urgency import by_urgency
from leaflet.compose.translate import localise_kind
from leaflet.kinds.model import Kind
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph, Question, Span, Table
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import plain
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme
from leaflet.topics.assign import assign_topics
from leaflet.topics.table import Where

CASES = Path(__file__).parents[1] / "cases" / "topics"
THEME = Theme((shipped(),))
LANGUAGES = ("en", "de", "fr", "es", "ar", "hi")

PATIENT = """
use
take take take missed too-much
effects effects effects
use
warnings contraindications interactions alcohol pregnancy driving children warnings stopping store
missed onset duration driving alcohol interactions pregnancy children too-much how-asked stopping
effects-asked store questions
"""

CLINICIAN = """
use
dose dose renal dose dose
effects effects effects
mechanism
hepatic contraindications interactions interactions pregnancy cautions cautions monitoring cautions
administration
"""
"""The part of each statement, in the order of the file; that of the liver comes twice."""


@cache
def document(language: str, kind_name: str) -> tuple[Monograph, Kind]:
    monograph = parse((CASES / f"{language}.md").read_bytes(), f"{language}.md")
    monograph = assign_topics(monograph, THEME.topics(language))
    return monograph, localise_kind(monograph, THEME.kind(kind_name), THEME)


def table(language: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((shipped() / f"locale/{language}/topics.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_topics_and_the_phrases_that_english_has(
    language: str,
) -> None:
    english = {topic: sorted(phrases) for topic, phrases in table("en").items()}
    assert {topic: sorted(phrases) for topic, phrases in table(language).items()} == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind_name", "expected"), [("patient", PATIENT), ("clinician", CLINICIAN)]
)
def test_the_same_statements_are_in_the_same_parts(
    language: str, kind_name: str, expected: str
) -> None:
    monograph, kind = document(language, kind_name)
    keys = {
        part.heading.replace("{name}", monograph.name) or part.key: part.key
        for part in kind.all_parts
    }
    found = placements(monograph, kind)
    assert [keys[each.heading] for each in found if each.heading] == expected.split()
    questions = [each for each in found if not each.heading]
    assert len(questions) == (0 if kind_name == "patient" else 14)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_effects_are_under_the_same_headings(language: str) -> None:
    monograph, kind = document(language, "patient")
    [effects] = [each for each in monograph.groups[0].sections if each.key == "side-effects"]
    [part] = [each for each in kind.all_parts if each.key == "effects"]
    urgent, serious, _, other = (rank.heading for rank in part.ranks)
    assert [each.heading for each in by_urgency(effects.body, part.ranks)] == [
        *(urgent, serious, other)
    ]


def stated(language: str, sentence: str) -> set[str]:
    return {
        topic
        for topic, several in THEME.topics(language).items()
        if any(each.search(sentence.replace("Examplin", "_"), Where.SENTENCE) for each in several)
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Patients with gout should strictly avoid Examplin."),
        ("en", "Anyone allergic to penicillin must never receive this medicine."),
        ("en", "Pregnant women should absolutely avoid using Examplin."),
        ("en", "Children under 2 years cannot take it."),
        ("en", "People with kidney failure (CrCl below 10 mL/min) should not use Examplin."),
        ("en", "Treatment should not be initiated if vitamin B1 is low."),
        ("en", "Severe heart failure necessitates avoiding Examplin altogether."),
        ("en", "Avoid use in infants."),
        ("en", "Examplin should be avoided in patients with porphyria."),
        ("en", "It must also be strictly avoided by people with epilepsy."),
        ("en", "Do not use on broken or infected skin."),
        ("en", "Never put it on open wounds."),
        ("en", "Examplin is not for use in children."),
        ("de", "Patienten mit Gicht sollten Examplin strikt meiden."),
        ("de", "Menschen mit Asthma sollten dieses Arzneimittel nicht einnehmen."),
        ("de", "Examplin muss bei Patienten mit Epilepsie vermieden werden."),
        ("de", "Bei niedrigem Kalium darf die Behandlung nicht begonnen werden."),
        ("de", "Nicht auf verletzter Haut anwenden."),
        ("fr", "Les patients atteints de goutte doivent absolument éviter Examplin."),
        ("fr", "Les personnes épileptiques ne doivent pas recevoir ce médicament."),
        ("fr", "Le traitement ne doit pas être débuté en cas d'hypokaliémie."),
        ("fr", "Examplin doit être évité chez les enfants."),
        ("fr", "Ne pas appliquer sur une peau lésée."),
        ("es", "Los pacientes con gota deben evitar estrictamente Examplin."),
        ("es", "Las personas con asma no deben recibir este medicamento."),
        ("es", "No se debe iniciar el tratamiento si el potasio es bajo."),
        ("es", "Examplin debe evitarse en pacientes con epilepsia."),
        ("es", "No aplicar sobre piel dañada."),
        ("ar", "يجب على مرضى الربو تجنب هذا الدواء."),
        ("ar", "لا يجوز بدء العلاج إذا كان البوتاسيوم منخفضًا."),
        ("ar", "لا تستعمل المرهم على الجلد المجروح."),
        ("hi", "अस्थमा के मरीज़ों को इस दवा से पूरी तरह बचना चाहिए।"),
        ("hi", "यदि पोटैशियम कम हो तो इलाज शुरू न करें।"),
        ("hi", "इसे कटी त्वचा पर न लगाएँ।"),
        ("de", "Examplin ist bei schwerer Niereninsuffizienz kontraindiziert."),
        ("de", "Nehmen Sie Examplin nicht ein, wenn Sie allergisch darauf sind."),
        ("de", "Kinder unter 6 Jahren dürfen Examplin nicht erhalten."),
        ("de", "Examplin darf nicht eingenommen werden:"),
        ("fr", "Examplin est contre-indiqué en cas d'insuffisance rénale sévère."),
        ("fr", "Ne prenez jamais Examplin si vous êtes allergique."),
        ("fr", "Examplin ne doit pas être utilisé chez l'enfant."),
        ("fr", "Ne prenez jamais Examplin :"),
        ("es", "Examplin está contraindicado en la insuficiencia renal grave."),
        ("es", "No tome Examplin si es alérgico."),
        ("es", "No se debe administrar a pacientes con asma en ningún caso."),
        ("es", "No tome Examplin:"),
        ("ar", "يُمنع استعمال الدواء لدى مرضى القصور الكلوي."),
        ("ar", "لا تتناول هذا الدواء إذا كنت تعاني من حساسية."),
        ("ar", "لا يجوز إعطاء الدواء للأطفال دون السادسة."),
        ("ar", "الدواء ممنوع أثناء الحمل."),
        ("hi", "गुर्दे की गंभीर बीमारी में यह दवा निषिद्ध है।"),
        ("hi", "यदि आपको इससे एलर्जी है तो यह दवा न लें।"),
        ("hi", "गर्भावस्था में इसका उपयोग न करें।"),
        ("hi", "6 साल से कम उम्र के बच्चों को यह दवा नहीं देनी चाहिए।"),
    ],
)
def test_a_sentence_says_for_whom_the_medicine_is_not(language: str, sentence: str) -> None:
    assert "contraindication" in stated(language, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Don't use if you're allergic to salbutamol.",
        "You can't have it if you have asthma.",
        "Should not be given to anyone with asthma.",
        "No one with asthma should take it.",
        "Not for premature labour.",
    ],
)
def test_everyday_words_contraindicate_too(sentence: str) -> None:
    assert "contraindication" in stated("en", sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Do not take a double dose if you forgot one."),
        ("en", "Patients with gout should avoid alcohol."),
        ("en", "People with gout should not take aspirin."),
        ("en", "Examplin should generally be avoided in people with gout."),
        ("en", "It should be avoided in patients with gout unless clearly needed."),
        ("en", "Prolonged use should be avoided in patients with gout."),
        ("en", "Alcohol should be avoided by people taking Examplin."),
        ("en", "Patients with gout should not receive more than 4 g of this medicine."),
        ("en", "People with diabetes should not take it without food."),
        ("en", "Those who missed a dose should not take it twice."),
        ("en", "Patients taking Examplin should avoid this kind of food."),
        ("en", "Avoid use in direct sunlight."),
        ("en", "It should not be started."),
        ("de", "Patienten mit Gicht sollten Alkohol strikt meiden."),
        ("de", "Examplin sollte bei Patienten mit Gicht möglichst vermieden werden."),
        ("fr", "Les patients atteints de goutte doivent éviter l'alcool."),
        ("fr", "Ne pas appliquer sans gants."),
        ("es", "Los pacientes con gota deben evitar el alcohol."),
        ("es", "Examplin generalmente debe evitarse en pacientes con gota."),
        ("ar", "يجب على المرضى تجنب الكحول."),
        ("hi", "मरीज़ों को शराब से बचना चाहिए।"),
        ("de", "Nehmen Sie nicht die doppelte Dosis, wenn Sie die Einnahme vergessen haben."),
        ("en", "Don't take more if you forget a dose."),
        ("de", "Wenn NSAR kontraindiziert sind, ist Paracetamol eine Alternative."),
        ("de", "Examplin ist in der Stillzeit nicht kontraindiziert."),
        ("de", "Keine Gegenanzeigen sind bekannt."),
        ("de", "Erwachsene dürfen nicht mehr als 4 g einnehmen."),
        ("fr", "Ne prenez pas de dose double si vous avez oublié une dose."),
        ("fr", "Lorsque les AINS sont contre-indiqués, le paracétamol les remplace."),
        ("fr", "Examplin n'est pas contre-indiqué pendant l'allaitement."),
        ("fr", "Ne prenez pas plus de 4 g en 24 heures."),
        ("es", "No tome una dosis doble si olvidó una."),
        ("es", "Cuando los AINE están contraindicados, el paracetamol los sustituye."),
        ("es", "Examplin no está contraindicado en la lactancia."),
        ("es", "No tome más de 4 g en 24 horas."),
        ("ar", "لا تتناول جرعة مضاعفة إذا كنت قد نسيت جرعة."),
        ("ar", "الدواء غير ممنوع أثناء الرضاعة."),
        ("ar", "لا تتناول أكثر من 4 g خلال 24 ساعة."),
        ("ar", "يمنع الدواء تكوين البروستاغلاندين."),
        ("hi", "अगर आप खुराक भूल गए हैं तो दुगुनी खुराक न लें।"),
        ("hi", "स्तनपान में यह दवा निषिद्ध नहीं है।"),
        ("hi", "24 घंटे में 4 g से ज़्यादा न लें।"),
    ],
)
def test_a_sentence_that_only_sounds_like_it_is_no_contraindication(
    language: str, sentence: str
) -> None:
    assert "contraindication" not in stated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Nehmen Sie nicht mehr als 4 g in 24 Stunden."),
        ("de", "Die Tageshöchstdosis beträgt 4 g."),
        ("fr", "Ne dépassez pas 4 g par jour."),
        ("fr", "La dose maximale est de 4 g par jour."),
        ("es", "No tome más de 4 g en 24 horas."),
        ("es", "La dosis máxima es de 4 g al día."),
        ("ar", "لا تتجاوز 4 g في اليوم."),
        ("ar", "الجرعة القصوى 4 g في اليوم."),
        ("hi", "24 घंटे में 4 g से ज़्यादा न लें।"),
        ("hi", "अधिकतम मात्रा एक दिन में 4 g है।"),
    ],
)
def test_a_sentence_gives_the_highest_dose(language: str, sentence: str) -> None:
    assert "maximum-dose" in stated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If your face swells, immediately contact a doctor."),
        ("en", "If your face swells, contact a doctor immediately."),
        ("de", "Holen Sie sofort ärztliche Hilfe, wenn Ihr Gesicht anschwillt."),
        ("fr", "Appelez immédiatement un médecin si votre visage gonfle."),
        ("es", "Acuda al médico inmediatamente si se le hincha la cara."),
        ("ar", "اطلب المساعدة الطبية فورًا إذا تورم وجهك."),
        ("hi", "अगर चेहरे पर सूजन आए तो तुरंत डॉक्टर से मिलें।"),
    ],
)
def test_a_sentence_says_when_to_get_help(language: str, sentence: str) -> None:
    assert {"emergency", "when-to-get-help"} <= stated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Stop the infusion. Call 2222."),
        ("en", "Ring the crash team"),
        ("en", "Emergency: 999"),
        ("en", "A&E now"),
        ("en", "Go to the ER"),
        ("de", "Notruf 112"),
        ("de", "Rettungsdienst (144)"),
        ("fr", "SAMU (15)"),
        ("fr", "15 ou 112"),
        ("es", "Emergencias: 112"),
    ],
)
def test_short_orders_in_the_row_of_a_table_are_emergencies(language: str, sentence: str) -> None:
    (table,) = body(f"| Sign | Do |\n|---|---|\n| Fits | {sentence} |", language)
    assert isinstance(table, Table)
    assert "emergency" in {topic.name for topic in table.topics}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In an emergency 112 people were treated."),
        ("en", "Never call 22 225."),
        ("fr", "Après les urgences, 15 jours de repos."),
    ],
)
def test_other_numbers_are_no_emergencies(language: str, sentence: str) -> None:
    assert "emergency" not in stated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Setzen Sie Examplin nicht plötzlich ab."),
        ("fr", "N'arrêtez jamais Examplin brusquement."),
        ("es", "No interrumpa el tratamiento de golpe."),
        ("ar", "لا توقف الدواء فجأة."),
        ("hi", "दवा अचानक बंद न करें।"),
    ],
)
def test_never_to_stop_is_a_danger_and_no_order_to_stop(language: str, sentence: str) -> None:
    found = stated(language, sentence)
    assert "danger" in found
    assert not {"emergency", "contraindication"} & found


@pytest.mark.parametrize(
    ("language", "sentence", "monitors"),
    [
        ("de", "Das EKG ist vor der Behandlung zu schreiben.", True),
        ("de", "Die QT-Zeit im EKG kann länger werden.", False),
        ("fr", "Un ECG est fait avant le traitement.", True),
        ("fr", "L'intervalle QT peut s'allonger sur l'ECG.", False),
        ("es", "Se hace un ECG antes del tratamiento.", True),
        ("es", "El intervalo QT se alarga en el ECG.", False),
        ("ar", "يُجرى تخطيط القلب قبل العلاج.", True),
        ("ar", "قد تطول فترة QT في تخطيط القلب.", False),
        ("hi", "इलाज से पहले ईसीजी करें।", True),
        ("hi", "QT अंतराल ईसीजी में लंबा हो सकता है।", False),
    ],
)
def test_an_effect_on_the_heart_is_no_monitoring(
    language: str, sentence: str, monitors: bool
) -> None:
    assert ("monitoring" in stated(language, sentence)) == monitors


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Sonst gilt die Dosis wie oben beschrieben."),
        ("fr", "Sinon, prenez la dose mentionnée ci-dessus."),
        ("es", "Si no, tome la dosis indicada anteriormente."),
        ("ar", "وإلا فتناول الجرعة المذكورة أعلاه."),
        ("hi", "नहीं तो ऊपर बताई गई खुराक लें।"),
    ],
)
def test_a_sentence_points_to_its_neighbours(language: str, sentence: str) -> None:
    assert "reference" in stated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The information below is a guide."),
        ("de", "Die folgenden Angaben sind nur ein Anhalt."),
        ("fr", "Les doses suivantes sont données à titre indicatif."),
        ("es", "Las dosis se indican a continuación."),
        ("ar", "الجرعات المعتادة هي التالية."),
        ("hi", "सामान्य खुराक नीचे दी गई है।"),
    ],
)
def test_a_sentence_speaks_of_what_is_below_it(language: str, sentence: str) -> None:
    assert "refers-below" in stated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Very common (>1/10): tremor."),
        ("de", "Häufig (1–10 %): Übelkeit."),
        ("fr", "Fréquents (1 à 10 %) : nausées."),
        ("es", "Poco frecuentes: erupción."),
        ("ar", "شائعة: غثيان."),
        ("hi", "दुर्लभ: बुखार।"),
    ],
)
def test_a_line_says_how_common_its_effects_are(language: str, sentence: str) -> None:
    assert "effect-subject" in stated(language, sentence)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Nicht kauen.", "Über Nacht wirkt es."],
        ["Bei Schmerzen, z. B. Kopfschmerzen, bzw. Fieber.", "Sonst nicht."],
        ["No tome más.", "¿Dudas?", "Pregunte."],
        ["Par ex. à jeun, p. ex. Lundi.", "Évitez l'alcool."],
        ["خذ قرصًا.", "لا تمضغه.", "هل نسيت؟", "اسأل."],
        ["गोली लें।", "चबाएँ नहीं।", "भूल गए?", "पूछें।"],
    ],
)
def test_sentences_end_in_every_script(sentences: list[str]) -> None:
    found = split_sentences((Span(" ".join(sentences)),))
    assert [plain(each) for each in found] == sentences


def test_questions_in_arabic_have_answers() -> None:
    monograph, _ = document("ar", "patient")
    [faqs] = [each for each in monograph.groups[0].sections if each.key == "faqs"]
    assert all(isinstance(each, Question) for each in faqs.body)
    assert len(faqs.body) == 14


ALMOST = {
    "en": "do not take if ",
    "de": "darf nicht wenn nehmen Sie ",
    "fr": "ne prenez pas si en cas ",
    "es": "no tome si en ",
    "ar": "لا يجوز إذا مع ",
    "hi": "यदि न साथ से अधिक ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_takes_long_over_words_that_almost_match(language: str) -> None:
    """Some took half a minute over 6,000 letters: each part tried every end of the one before."""
    before = perf_counter()
    stated(language, ALMOST[language] * 400)
    assert perf_counter() - before < 5


DANGERS = {
    "en": ("It may cause suicidal thoughts.", "Swelling, even death.", "People have died."),
    "de": ("Suizidgedanken.", "Schwellung bis zum Tod.", "Gedanken, sich etwas anzutun."),
    "fr": ("Idées suicidaires.", "Pouvant aller jusqu'à la mort.", "Danger de mort."),
    "es": ("Ideas suicidas.", "Incluso la muerte.", "Pensamientos de autolesión."),
    "ar": ("أفكار انتحارية.", "قد يؤدي إلى الوفاة.", "إيذاء النفس."),
    "hi": ("आत्महत्या के विचार।", "मृत्यु भी हो सकती है।", "यह जानलेवा है।"),
}
HARMLESS = {
    "en": ("It lowers the risk of death.", "It leads to the death of bacteria.", "No deaths."),
    "de": ("Es senkt das Risiko für Todesfälle.", "Es vermindert Suizidgedanken."),
    "fr": ("Il réduit le risque de décès.", "Mort cellulaire."),
    "es": ("Reduce el riesgo de muerte.",),
}
EXCEPTIONS = {
    "en": "Children with cystic fibrosis may have it from 6 years.",
    "de": "Kinder mit Mukoviszidose dürfen es ab 6 Jahren nehmen.",
    "fr": "Les enfants atteints de mucoviscidose peuvent le prendre dès 6 ans.",
    "es": "Los niños con fibrosis quística pueden tomarlo desde los 6 años.",
    "ar": "يمكن للأطفال المصابين بالتليف الكيسي تناوله من 6 سنوات.",
    "hi": "सिस्टिक फाइब्रोसिस वाले बच्चे इसे 6 साल से ले सकते हैं।",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_thoughts_of_suicide_and_death_are_a_danger(language: str) -> None:
    for sentence in DANGERS[language]:
        assert "danger" in stated(language, sentence), sentence
    for sentence in HARMLESS.get(language, ()):
        assert "danger" not in stated(language, sentence), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_leave_for_some_is_an_exception(language: str) -> None:
    assert "exception" in stated(language, EXCEPTIONS[language])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Nicht anwenden bei schwerer Lebererkrankung."),
        ("de", "Nicht für Kinder unter 12 Jahren."),
        ("de", "Bei Glaukom nicht anwenden."),
        ("fr", "Ne pas utiliser en cas de glaucome."),
        ("fr", "Ne convient pas aux enfants de moins de 12 ans."),
        ("es", "No usar en la enfermedad hepática grave."),
        ("es", "No apto para niños menores de 12 años."),
        ("ar", "غير مناسب للأطفال دون 12 سنة."),
        ("hi", "12 साल से कम उम्र के बच्चों के लिए नहीं।"),
    ],
)
def test_short_contraindications_are_some(language: str, sentence: str) -> None:
    assert "contraindication" in stated(language, sentence)
