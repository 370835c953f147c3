"""A ban says nothing more than others if each of its conditions is one of theirs, word for word."""

import pytest

from compose.writing import PATIENT, THEME, outline, phrases, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.lift import lift
from leaflet.compose.outline.restated import BAN, CLAUSE, DEGREE, JOINT, Bans
from leaflet.topics.table import TopicTable

BANS = (
    "Testamide is contraindicated in people with hypersensitivity to it, severe kidney disease "
    "(CrCl < 30 mL/min), heart or liver failure, active ulcers, or who are breastfeeding. "
    "It should not be used in children under 2 years of age."
)


def restates(given: str, bans: str = BANS, lang: str = "en") -> bool:
    """Whether what a section says on contraindications is given by some bans."""
    front = f"title: Testamide\nlang: {lang}"
    monograph = write(front, dosage=bans, precautions=given)
    above, below = (
        next(each.body for each in monograph.groups[0].sections if each.key == key)
        for key in ("dosage", "precautions")
    )
    found = lift(below, ["contraindication"])
    assert found
    return Bans.of([above], phrases(monograph), ["Testamide"]).restated_by(found)


@pytest.mark.parametrize(
    "given",
    [
        "Testamide is contraindicated in active ulcers.",
        "Testamide is contraindicated (should not be used) in patients with active ulcers.",
        "It is contraindicated in people with a CrCl <30 mL/min.",
        "It is contraindicated during breastfeeding.",
        "Testamide must not be used in children under 2 years old.",
        "It is contraindicated in active ulcers, and during breastfeeding.",
    ],
)
def test_what_is_banned_in_the_same_words_is_not_repeated(given: str) -> None:
    assert restates(given)


@pytest.mark.parametrize(
    "given",
    [
        "It is contraindicated in ulcers.",  # all of them
        "It is contraindicated in active ulcers, unless treated.",
        "It is contraindicated in children under 12 years old.",
        "It is contraindicated in people with a CrCl <50 mL/min.",
        "It is contraindicated in kidney disease.",  # of any degree
        "It is contraindicated in heart disease.",  # words of two conditions
        "It is contraindicated in people without active ulcers.",
        "It is contraindicated in active ulcers, and in asthma.",
        "It is contraindicated in active ulcers. Those who bleed must not take it either.",
    ],
)
def test_what_says_more_is_repeated(given: str) -> None:
    assert not restates(given)


@pytest.mark.parametrize(
    ("bans", "given"),
    [
        (  # the liver disease may be a severe one as well
            "It is contraindicated in severe heart, liver, or kidney disease.",
            "It is contraindicated in kidney disease.",
        ),
        (
            "Use it with caution in asthma. It is contraindicated in gout.",
            "It is contraindicated in asthma.",
        ),
        ("No contraindications are known but asthma.", "It is contraindicated in asthma."),
        (
            "It is contraindicated in asthma (unless watched).",
            "It is contraindicated in asthma.",
        ),
    ],
)
def test_a_ban_that_is_limited_does_not_say_one_that_is_not(bans: str, given: str) -> None:
    assert not restates(given, bans)


@pytest.mark.parametrize(
    "bans",
    [
        "In pregnancy, it is contraindicated in asthma.",
        "In patients with diabetes, it is contraindicated in gout, asthma, or ulcers.",
        "For children: it is contraindicated in gout, asthma, or ulcers.",
        "Starting it is contraindicated in gout, asthma, or ulcers.",
        "It is contraindicated in gout, asthma, when given by injection.",
        "It is contraindicated in gout, asthma, if untreated.",
        "It is contraindicated in gout, asthma, or ulcers that are severe.",
        "It is contraindicated in gout, asthma, or ulcers if injected.",
        "It is contraindicated in gout, or asthma at high doses.",
        "It is contraindicated in asthma, third trimester.",
        "It is contraindicated in asthma, uncontrolled, or gout.",
        "It is contraindicated in children with fever, asthma, or gout.",
        "It is contraindicated in men with gout, asthma, or ulcers.",
        "It is contraindicated in allergy to aspirin, asthma, or alcohol.",
        "It is contraindicated in:\n\n- Gout\n- Asthma, second and third trimester",
        "It is contraindicated in:\n\n- Gout\n- In pregnancy: asthma",
    ],
)
def test_what_only_some_people_must_not_have_is_repeated_for_all(bans: str) -> None:
    assert not restates("It is contraindicated in asthma.", bans)


@pytest.mark.parametrize(
    ("bans", "given"),
    [
        ("children with epilepsy", "children or epilepsy"),
        ("men with gout", "men and gout"),
        ("combination with ritonavir and in gout", "combination with ritonavir or in gout"),
        ("liver and kidney disease", "liver or kidney disease"),
        ("children of patients with asthma", "children with asthma"),
    ],
)
def test_small_words_count_within_a_condition(bans: str, given: str) -> None:
    assert not restates(f"It is contraindicated in {given}.", f"It is contraindicated in {bans}.")


@pytest.mark.parametrize(
    ("bans", "given"),
    [
        ("renal failure (children under 12 years)", "children under 12 years"),
        ("gout, asthma (age < 12 years), or ulcers", "age < 12 years"),
        ("combination with aliskiren in renal failure (GFR < 60 mL/min)", "GFR < 60 mL/min"),
        ("combination with aliskiren (GFR < 60 mL/min)", "GFR < 60 mL/min"),
    ],
)
def test_a_number_in_brackets_may_limit_what_is_before_it(bans: str, given: str) -> None:
    assert not restates(f"It is contraindicated in {given}.", f"It is contraindicated in {bans}.")


@pytest.mark.parametrize(
    ("lang", "bans", "given"),
    [
        (
            "de",
            "Testamide ist kontraindiziert bei Kindern mit Fieber, Asthma, oder Gicht.",
            "Testamide ist bei Asthma kontraindiziert.",
        ),
        (
            "de",
            "Bei Schwangeren, Testamide ist kontraindiziert bei Gicht, Asthma, oder Fieber.",
            "Testamide ist bei Asthma kontraindiziert.",
        ),
        (
            "fr",
            "Testamide est contre-indiqué en cas de goutte, asthme, chez les enfants.",
            "Testamide est contre-indiqué en cas d’asthme.",
        ),
        (
            "es",
            "Testamide está contraindicado en mujeres con gota, asma, o fiebre.",
            "Testamide está contraindicado en asma.",
        ),
    ],
)
def test_limits_are_known_in_other_languages(lang: str, bans: str, given: str) -> None:
    assert not restates(given, bans, lang)


def test_the_ban_of_one_form_does_not_say_that_of_all() -> None:
    given = "It is contraindicated in asthma."
    assert restates(given, f"**Contraindications:** {given}")
    assert not restates(given, f"**Tablets:** {given}")


def test_a_sentence_that_only_leads_to_a_ban_goes_with_it() -> None:
    assert restates("Testamide is in category C. It is contraindicated in active ulcers.")


@pytest.mark.parametrize(
    ("lang", "bans", "given"),
    [
        (
            "de",
            "Testamide ist kontraindiziert bei schwerer Nierenkrankheit, oder bei Asthma.",
            "Testamide ist bei Patienten mit Asthma kontraindiziert.",
        ),
        (
            "fr",
            "Testamide est contre-indiqué chez les patients avec goutte, ou en cas d’asthme.",
            "Testamide est contre-indiqué chez les personnes avec asthme.",
        ),
        (
            "es",
            "Testamide está contraindicado en pacientes con gota, o con asma.",
            "Testamide está contraindicado en personas con asma.",
        ),
    ],
)
def test_other_languages_know_which_words_name_nobody(lang: str, bans: str, given: str) -> None:
    assert restates(given, bans, lang)
    assert not restates(given, bans.replace("sthm", "rthr").replace("asma", "artritis"), lang)


@pytest.mark.parametrize("topic", [BAN, CLAUSE, JOINT, DEGREE])
def test_every_language_has_the_lists_and_one_without_says_nothing_twice(topic: str) -> None:
    for lang in ("en", "de", "fr", "es", "ar", "hi"):
        assert any(each.common for each in THEME.topics(lang)[topic])
    text = "It is contraindicated in asthma."
    ban: Body = next(e.body for e in write(usage=text).groups[0].sections if e.key == "usage")
    without = TopicTable({k: v for k, v in THEME.topics("en").items() if k != topic})
    assert Bans.of([ban], THEME.topics("en"), []).restated_by(ban)
    assert not Bans.of([ban], without, []).restated_by(ban)


def test_the_box_says_once_who_must_not_have_it() -> None:
    given = "**Ulcers:** It is contraindicated in active ulcers."
    more = "**Lungs:** It is contraindicated in asthma."
    monograph = write(
        precautions=f"* **Contraindications:** {BANS}",
        dosage=f"Take one a day.\n\n{given}\n\n{more}",
    )
    shown = " ".join(outline(arrange(monograph, PATIENT)[0]).values())
    assert shown.count("in active ulcers.") == 1  # where its author put it
    assert shown.count("in asthma.") == 2
