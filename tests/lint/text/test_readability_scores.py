"""Readability scores, compared with the formulas worked out by hand."""

import pytest

from leaflet.lint.text.readability_scores import measure, passive_share, sentences_of, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *[("dose", 1), ("take", 1), ("taken", 2), ("tablet", 2), ("table", 2), ("careful", 2)],
        *[("medicine", 3), ("safety", 2), ("patients", 2), ("hypertension", 4), ("serious", 3)],
        *[("diarrhea", 4), ("radiation", 4), ("reaction", 3), ("doses", 2), ("needed", 2)],
        *[("Tablets", 2), ("over-the-counter", 5), ("don't", 1), ("don’t", 1)],
        # The dictionary does not have these: they are estimated.
        *[("pomalidomide", 5), ("metformin", 3), ("zzz", 1), ("ätherisch", 2)],
    ],
)
def test_syllables(word: str, number: int) -> None:
    assert syllables(word) == number


def test_grade_and_smog_are_those_of_the_formulas() -> None:
    scores = measure(["The medicine eases pain.", "Take it daily"])
    assert scores
    assert (scores.words, scores.sentences) == (7, 2)
    # the-med-i-cine-eas-es-pain take-it-dai-ly: 11 syllables, one word of three.
    assert scores.grade == pytest.approx(0.39 * 7 / 2 + 11.8 * 11 / 7 - 15.59)
    assert scores.smog == pytest.approx(3.1291 + 1.043 * (1 * 30 / 2) ** 0.5)


def test_each_item_of_a_list_is_a_sentence() -> None:
    one = measure(["headache nausea rash fever"])
    four = measure(["headache", "nausea", "rash", "fever"])
    assert one
    assert four
    assert four.sentences == 4
    assert four.grade < one.grade


def test_names_can_be_left_out() -> None:
    scores = measure(["Pomalidomide eases pain"], ["pomalidomide"])
    assert scores
    assert scores.words == 2


def test_no_words_have_no_grade() -> None:
    assert measure(["", "5 - 10"]) is None


def test_sentences_end_where_they_do() -> None:
    sentences = [s for _, s in sentences_of("Take 2.5 mg, e.g. at night. Ask Dr. May? Yes.")]
    assert sentences == ["Take 2.5 mg, e.g. at night.", "Ask Dr. May?", "Yes."]
    assert [at for at, _ in sentences_of("One.  Two.")] == [0, 6]


def test_passive_is_distinguished_from_active() -> None:
    passive = ["The dose should be taken daily.", "It is usually given by a nurse."]
    active = ["Take the dose daily.", "It is red.", "You are tired and need rest."]
    assert passive_share(passive) == 1
    assert passive_share(active[:2]) == 0
