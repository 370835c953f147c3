"""Running text is divided into sentences."""

from compose.writing import body
from leaflet.monograph.model import Span
from leaflet.monograph.sentences import first_sentence, sentences, split_sentences
from leaflet.monograph.text import plain


def test_a_sentence_ends_where_the_next_one_begins() -> None:
    text = "Take 2.5 mg. Ask first! Why? (So.) It works, e.g. Monday, for Dr. Who."
    assert [plain(part) for part in split_sentences((Span(text),))] == [
        "Take 2.5 mg.",
        "Ask first!",
        "Why?",
        "(So.)",
        "It works, e.g. Monday, for Dr. Who.",
    ]


def test_a_sentence_keeps_the_number_of_its_statement() -> None:
    for number in (0, 3, 4):  # the words are those of before
        found = split_sentences((Span("Take it. Ask first.", statement=number),))
        assert {span.statement for part in found for span in part} == {number}


def test_an_abbreviation_ends_no_sentence() -> None:
    whole = [
        "Avoid rifampicin and St. John's wort.",
        "Take 2 tablets, max. 8 in 24 hours.",
        "Am 1. Tag 5 mg, ab dem 2. Behandlungstag 10 mg.",
        "Im 3. Trimenon und bis zum 12. Lebensjahr nicht anwenden, ab 1. Januar auch nicht.",
        "Mrs. Smith and Prof. Jones saw Fig. 2.",
        "Yellow No. 5 is in it.",
        "It lasts 5 min.",
        "Is it safe?",
        "No.",
        "Tomar 1 comprimido, máx. 4 al día.",
        "Nehmen Sie 3x tgl. 5 mg.",
    ]
    assert [plain(part) for part in split_sentences((Span(" ".join(whole)),))] == whole


def test_emphasis_stays() -> None:
    one, two = split_sentences(
        (Span("Do "), Span("not", frozenset({"strong"})), Span(" stop. Wait."))
    )
    assert [span.marks for span in one] == [frozenset(), {"strong"}, frozenset()]
    assert plain(two) == "Wait."


def test_a_label_goes_with_the_sentences_of_its_statement() -> None:
    found = sentences(body("Before.\n\n* **Pregnancy:** Avoid. Ask.\n* Nothing.\n\nAfter."))
    assert [(plain(s.label), plain(s.text), s.opens) for s in found] == [
        ("", "Before.", True),
        ("Pregnancy", "Avoid.", True),
        ("Pregnancy", "Ask.", False),
        ("", "Nothing.", True),
        ("", "After.", True),
    ]


def test_a_sentence_knows_the_labels_above_it() -> None:
    found = sentences(
        body(
            "#### Adults\n\nAsk.\n\n##### Kidneys\n\n* **Mild:** Halve.\n  * Wait.\n\n"
            "#### Children\n\n**Pain:**\n\n* Never."
        )
    )
    assert [(plain(s.text), *map(plain, s.under)) for s in found] == [
        ("Ask.", "Adults"),
        ("Halve.", "Adults", "Kidneys"),
        ("Wait.", "Adults", "Kidneys", "Mild"),
        ("Never.", "Children", "Pain"),
    ]


def test_the_first_sentence_of_nothing_is_empty() -> None:
    assert first_sentence(()) == ""
    assert first_sentence(body("One. Two.")) == "One."
