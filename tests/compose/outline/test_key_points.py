"""The most important points: which sentences are chosen, and in which order."""

from typing import Any

import pytest

from compose.writing import composed, phrases, read, write
from leaflet.compose.outline.key_points import (
    LONGEST_POINT,
    MOST_POINTS,
    Point,
    choose_points,
    find_points,
)
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain
from leaflet.topics.table import TopicTable

SECTIONS = {"faqs": "", "precautions": "", "usage": "For tests.", "dosage": "5 mg."}


def points_of(monograph: Monograph) -> tuple[Point, ...]:
    return choose_points(find_points(monograph, phrases(monograph)))


def points(**sections: str) -> list[str]:
    chosen = points_of(write(**{**SECTIONS, **sections}))
    return [
        ": ".join(filter(None, (plain(p.sentence.label), plain(p.sentence.text)))) for p in chosen
    ]


def test_contraindications_come_before_dangers_the_maximum_dose_and_help() -> None:
    assert points(
        side_effects="Get emergency help if your face swells. These pass.",
        dosage="Never chew a tablet. Do not take more than 4 g in 24 hours.",
        precautions="* **Pregnancy:** Contraindicated.\n* **Sun:** Avoid it.\n"
        "* **Alcohol:** Deaths are rare; together they can be fatal.\n"
        "* **Stopping:** Do not stop suddenly.",
    ) == [
        "Pregnancy: Contraindicated.",
        "Alcohol: Deaths are rare; together they can be fatal.",
        "Stopping: Do not stop suddenly.",
        "Do not take more than 4 g in 24 hours.",
        "Get emergency help if your face swells.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Do not freeze tablets.",
        "Never chew a tablet.",
        "**Missed dose:** Do not take more than 2 tablets at once.",
        "Contact your doctor for guidance.",
        "Contact your doctor immediately if you have any side effect.",
        "Administer atropine at once for life-threatening bradycardia.",
        "Testamide treats life-threatening infections.",
        "Do not take tablets with milk.",
    ],
)
def test_what_is_no_danger_is_no_point(text: str) -> None:
    assert points(precautions=text) == []


def test_there_are_six_at_most_and_each_category_has_its_turn() -> None:
    many = "".join(f"* **Disease {n}:** Do not take it with illness {n}{n}.\n" for n in range(9))
    found = points(precautions=many, dosage="Never stop tablets.", side_effects="Call if at once.")
    assert len(found) <= MOST_POINTS
    assert "Call if at once." in found


def test_a_point_says_for_whom_it_holds() -> None:
    """Otherwise a maximum for children would seem to hold for everyone."""
    never = "Never give more than 1 g a day."
    for dosage in (
        f"#### Adults\n\n5 g.\n\n#### Children\n\n{never}",
        f"* **Children:**\n  * {never}",
        f"1. Children\n\n   **Fever:** low\n   * {never}",
        f"**Precautions in children:**\n\n* {never}",
        f"1. Children\n   - {never}",
        f"In children:\n\n- {never}",
        f"**Important:** In children:\n\n- {never}",
        f"**Children:**\n\n**Maximum dose:** {never}",
        f"In children, note this:\n\n**Maximum dose:** {never}",
        f"**Children:**\n\n- low\n\n{never}",
        f"#### Warnings\n\nIf you have asthma:\n\n- {never}",
    ):
        assert points(dosage=dosage) == []
    assert points(dosage=f"**Children:** {never}") == [f"Children: {never}"]
    for heading in ("Important", "Key facts", "At a glance"):
        assert points(dosage=f"#### {heading}\n\n{never}") == [never]
    overdose = "Take no more than 2 tablets a day."
    assert points(faqs=f"**Q: What if I take too much?** A: {overdose}") == [overdose]
    clots = "It is essential: Testamide is contraindicated in people who had blood clots."
    assert points(faqs=f"**Q: Is it safe after blood clots?** A: No. {clots}") == [clots]


IN_LANGUAGES: dict[str, dict[str, Any]] = {
    "de": {
        "sentence": "Nehmen Sie nie mehr als 1 g am Tag.",
        "limiting": ("Kinder", "Bei Nierenschwäche", "Patienten mit Asthma"),
        "neutral": (
            "Warnhinweise",
            "Überdosierung",
            "Was, wenn ich zu viel nehme?",
            "Auf einen Blick",
        ),
        "opening": "Nehmen Sie es nicht bei",
        "whom": "Examplin ist bei schwerem Asthma kontraindiziert.",
    },
    "fr": {
        "sentence": "Ne prenez jamais plus de 1 g par jour.",
        "limiting": ("Enfants", "En cas d'asthme", "Patients asthmatiques"),
        "neutral": (
            "Mises en garde",
            "Surdosage",
            "Que faire si j'en prends trop ?",
            "Points clés",
        ),
        "opening": "Ne prenez pas avec",
        "whom": "Examplin est contre-indiqué en cas d'asthme sévère.",
    },
    "es": {
        "sentence": "No tome más de 1 g al día.",
        "limiting": ("Niños", "Si tiene asma", "Pacientes con asma"),
        "neutral": ("Advertencias", "Sobredosis", "¿Qué hago si tomo demasiado?", "Puntos clave"),
        "opening": "No lo tome con",
        "whom": "Examplin está contraindicado en el asma grave.",
    },
    "ar": {
        "sentence": "لا تتناول أكثر من 1 g في اليوم.",
        "limiting": ("الأطفال", "عند وجود ربو", "مرضى الربو"),
        "neutral": ("تحذيرات", "فرط الجرعة", "ماذا أفعل إذا تناولت جرعة زائدة؟", "نظرة عامة"),
        "opening": "لا تتناول الدواء مع",
        "whom": "الدواء ممنوع عند الربو الشديد.",
    },
    "hi": {
        "sentence": "24 घंटे में 1 g से ज़्यादा न लें।",
        "limiting": ("बच्चे", "दमा होने पर", "दमे के रोगी"),
        "neutral": ("चेतावनी", "ओवरडोज़", "क्या होगा अगर मैं ज़्यादा मात्रा ले लूँ?", "मुख्य बातें"),
        "opening": "इसे साथ में न लें",
        "whom": "गंभीर दमे में यह दवा निषिद्ध है।",
    },
}


@pytest.mark.parametrize("language", IN_LANGUAGES)
def test_a_heading_that_may_limit_a_point_does_so_in_each_language(language: str) -> None:
    words = IN_LANGUAGES[language]
    front, sentence = f"title: Testamide\nlang: {language}", words["sentence"]

    def chosen(text: str) -> list[str]:
        monograph = write(front, **{**SECTIONS, "precautions": text})
        return [plain(each.sentence.text) for each in points_of(monograph)]

    assert chosen(sentence) == [sentence]
    for heading in words["limiting"]:
        assert chosen(f"#### {heading}\n\n{sentence}") == [], heading
        assert chosen(f"**{heading}:** 5 mg.\n\n* {sentence}") == [], heading
    for heading in words["neutral"]:
        assert chosen(f"#### {heading}\n\n{sentence}") == [sentence], heading
    assert sentence not in chosen(f"**{words['opening']}:** Nelfinavir. {sentence}")
    assert chosen(f"**{words['limiting'][0]}:** A. {sentence}") == [sentence]
    assert chosen(f"#### {words['limiting'][1]}\n\n* {words['whom']}") == [words["whom"]]
    assert chosen(f"#### {words['limiting'][0]}\n\n* {words['whom']}") == []


def test_without_words_of_the_language_any_heading_may_limit_a_point() -> None:
    table = TopicTable(
        (topic, each)
        for topic, each in phrases(write()).items()
        if topic not in ("limits", "narrows", "people", "neutral", "for-whom", "opens-sentence")
    )
    for text in ("#### Warnings\n\nNever stop tablets.", "**Stopping:** Wait. Never stop tablets."):
        monograph = write(**{**SECTIONS, "precautions": text})
        assert points_of(monograph)
        assert find_points(monograph, table) == ()
    monograph = write(**{**SECTIONS, "precautions": "Never stop tablets."})
    assert len(choose_points(find_points(monograph, table))) == 1


def test_a_contraindication_that_says_for_whom_needs_no_label_but_one_about_other_people() -> None:
    asthma = "Testamide is contraindicated in patients with severe asthma."
    groups = "5 mg. Some groups need less:"
    assert points(dosage=f"**Adults:** {groups}\n\n* **Lung disease:** {asthma}") == []
    assert points(dosage=f"**Adults:** {groups}\n\n* {asthma}") == []
    adults = asthma.replace("patients", "adults")
    assert points(dosage=f"**Adults:** {groups}\n\n* {adults}") == [adults]
    assert points(dosage=f"**Forms:** {groups}\n\n* {asthma}") == [asthma]


def test_what_cannot_stand_alone_does_not() -> None:
    for text in (
        "However, do not stop.",
        "Do not take them together.",
        "Seek immediate medical attention.",
        "Do not take the tablets if you have:\n\n* asthma",
        "Never, if you",
    ):
        assert points(precautions=text) == []


def test_words_that_only_look_like_a_warning_are_none() -> None:
    for text in (
        "Antibiotics do not work against viruses.",
        "People who have never had it are safe.",
        "It is absorbed immediately.",
        "This information should not be used in place of advice.",
        "There are no specific contraindications, and other drugs are contraindicated.",
    ):
        assert points(precautions=text) == []


def test_a_label_that_begins_a_sentence_stays_with_that_one_alone() -> None:
    found = points(precautions="**Do not take it with:** nelfinavir. Never combine tablets.")
    assert found == ["Do not take it with: nelfinavir."]
    assert points(precautions="**Pregnancy:** Wait. Do not use tablets if you are pregnant.") == [
        "Pregnancy: Do not use tablets if you are pregnant."
    ]


def test_what_is_fatal_for_all_of_several_medicines_is_a_point() -> None:
    drug = "\n\n### Usage\n\nFor tests.\n\n### Dosage\n\n5 mg.\n\n### Precautions\n\nNone.\n\n"
    summary = "**In summary:** Both can be fatal with alcohol."
    text = f"---\ntitle: A + B\n---\n\n**1. A**{drug}**2. B**{drug}{summary}"
    assert [(plain(p.name), plain(p.sentence.text)) for p in points_of(read(text))] == [
        ("A + B", "Both can be fatal with alcohol.")
    ]


def test_no_point_repeats_another() -> None:
    assert points(
        dosage="Never stop treatment.", faqs="**Q: And then?** A: Never stop treatment!"
    ) == ["Never stop treatment."]


def test_a_long_sentence_is_chosen_only_if_there_is_no_shorter_one() -> None:
    long = "Do not combine tablets with " + ", ".join(["asthma"] * 40) + "."
    assert len(long) > LONGEST_POINT
    assert points(precautions=long) == [long]
    assert points(precautions=f"{long} Never stop tablets.") == ["Never stop tablets."]


@pytest.mark.parametrize(
    "text",
    [
        "**Adults:** 60 mg once daily, maximum dose 80 mg a day.",
        "The usual dose is 4 mg a day, although the maximum dose is 8 mg.",
        "**Adults:** Start with 5 mg. It can be raised to a maximum of 60 mg a day.",
        "Allergic reactions can range from mild to life-threatening.",
        "Testamide is used in other life-threatening conditions.",
        "Though contraindicated in shock, Testamide can be given briefly.",
        "If fluid leaks, stop the infusion immediately, and administer an antidote.",
    ],
)
def test_a_plain_dose_or_a_definition_is_no_point(text: str) -> None:
    assert points(dosage=text) == []


def test_a_maximum_for_other_people_is_no_repeat() -> None:
    doses = [f"{who}: The maximum daily dose is {n} tablets." for who, n in
             (("Adults", 8), ("Children", 4), ("Adolescents", 6))]  # fmt: skip
    text = "\n".join(f"* **{each.replace(':', ':**', 1)}" for each in doses)
    assert points(dosage=text) == doses
    assert points(dosage=text.replace("6", "8").replace("4", "8")) == [
        each.replace("6", "8").replace("4", "8") for each in doses
    ]
    twice = "The maximum daily dose is 8 tablets. Never take more than 8 tablets as the daily dose."
    assert len(points(dosage=twice)) == 1


def test_maximum_doses_are_chosen_all_or_not_at_all() -> None:
    text = "\n".join(f"* **Group {n}:** The maximum daily dose is {n} mg." for n in range(1, 8))
    danger = "Never stop tablets."
    assert points(dosage=text, precautions=danger) == [danger]
    children = "**Children:** The maximum daily dose is 40 mg."
    adults = "**Adults:**\n\n* **Pain:** The maximum daily dose is 80 mg.\n\n"
    assert points(dosage=children) == [children.replace("*", "")]
    assert points(dosage=adults + children) == []


@pytest.mark.parametrize("label", ["Boxed warning", "Black box warnings"])
def test_what_a_label_calls_a_boxed_warning_comes_first_whatever_its_length(label: str) -> None:
    long = f"It can slow your breathing{', and that may be severe' * 9}. This may happen at night."
    found = points(precautions=f"* **Kidneys:** Contraindicated.\n* **{label}:** {long}")
    first, second = long.split(". ", 1)
    assert found == [f"{label}: {first}.", f"{label}: {second}", "Kidneys: Contraindicated."]
    items = f"**{label}:**\n\n* It is addictive.\n* Keep it from children."
    assert points(precautions=items) == ["It is addictive.", "Keep it from children."]
    assert points(precautions="Testamide carries a boxed warning about fits.") == [
        "Testamide carries a boxed warning about fits."
    ]
    assert points(precautions="Testamide has no boxed warning.") == []


def test_a_sentence_that_refers_to_its_neighbours_brings_them_along() -> None:
    text = "**Allergy:** Testamide can cause hives. Watch for fever. {}"
    stop = "Stop Testamide immediately if you have these symptoms."
    assert points(precautions=text.format(stop)) == [
        f"Allergy: Testamide can cause hives. Watch for fever. {stop}"
    ]
    assert points(precautions=text.format("Such a reaction can be fatal.")) == [
        "Allergy: Testamide can cause hives. Watch for fever. Such a reaction can be fatal."
    ]
    for alone in (
        "Never inject it quickly, as this can be fatal.",
        "It is fatal in those with gout.",
    ):
        assert points(precautions=text.format(alone))[0].endswith(alone)
    assert points(
        precautions=text.format("Never inject Testamide fast, as this can be fatal.")
    ) == ["Allergy: Never inject Testamide fast, as this can be fatal."]
    assert points(precautions=f"Watch for fever. {stop}") == []


def test_the_box_says_that_it_is_from_leaflet_and_gives_way_to_a_boxed_warning() -> None:
    warns = write(precautions="Never stop tablets.")
    assert "Most important points (from this leaflet)" in composed(warns).html
    text = "Never stop tablets. Call 999 if you have a fit."
    boxed = write("title: T\nboxed_warning: Beware.", side_effects=text)
    assert [point.sentence.words for point in composed(boxed).points] == [
        "Call 999 if you have a fit."  # help is needed whatever the box warns of
    ]
    boxed = write("title: T\nboxed_warning: Beware.", precautions="Never stop tablets.")
    html = composed(boxed).html
    assert "Most important points" not in html
    assert "Boxed warning" in html
    assert "Most important points" not in composed(write(**SECTIONS)).html


@pytest.mark.parametrize(
    "exception",
    [
        "The only exception is a spreading rash.",
        "However, this may be done in a hospital.",
        "This has been withdrawn.",
    ],
)
def test_no_point_hides_the_exception_behind_it(exception: str) -> None:
    warning = "Never stop Testamide suddenly, which can be fatal."
    assert points(precautions=f"{warning} Keep it dry.") == [warning]
    assert points(precautions=f"{warning} {exception}") == []


def test_a_boxed_warning_is_a_point_with_the_exception_behind_it() -> None:
    both = ["Never stop Testamide suddenly.", "The only exception is a spreading rash."]
    found = points(precautions=f"**Boxed warning:** {' '.join(both)}")
    assert found == [f"Boxed warning: {each}" for each in both]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("* **Chest pain:** call 999\n* **Sun:** avoid it", "Chest pain: call 999"),
        ("* Throat swelling – call 999\n* Sun", "Throat swelling – call 999"),
    ],
)
def test_what_to_do_in_an_emergency_needs_no_full_stop(text: str, point: str) -> None:
    assert points(precautions=text) == [point]


def test_the_words_above_a_list_are_no_point_without_it() -> None:
    assert points(precautions="Call 999 if you have:\n\n* fits\n* a stroke") == []


@pytest.mark.parametrize("above", ["**Rare**", "**Rare:**", "### Common", "**Testamide**"])
def test_an_emergency_needs_no_words_above_it_on_how_common_it_is(above: str) -> None:
    effects = f"{above}\n\n* rash\n* throat swelling – call 999"
    assert points(side_effects=effects) == ["throat swelling – call 999"]


@pytest.mark.parametrize("above", ["**Children**", "**Common in women**", "**With food**"])
def test_an_emergency_needs_words_above_it_on_whom_or_when(above: str) -> None:
    assert points(side_effects=f"{above}\n\n* rash\n* throat swelling – call 999") == []


@pytest.mark.parametrize("mark", ["**", "*"])
def test_a_question_that_a_paragraph_begins_with_stays_with_the_emergency(mark: str) -> None:
    text = f"{mark}Severe pain?{mark} Rest is good. If pain lasts, go to A&E at once.\n\nNothing."
    assert points(precautions=text) == ["Severe pain?: If pain lasts, go to A&E at once."]
