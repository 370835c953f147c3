"""Pictures of people: what they show, and what they say of it."""

import re
from io import BytesIO

import pikepdf
import pypdfium2

import leaflet
from compose.writing import PATIENT, THEME, composed, write
from helpers import MONOGRAPH, render
from leaflet.compose import Design
from leaflet.compose.html.icon_array import frequency, picture
from leaflet.config.settings import Settings
from leaflet.i18n.messages import ENGLISH
from leaflet.monograph.frequency import Band
from leaflet.rendering import compile_stylesheet
from leaflet.verification import prove


def test_one_of_ten_is_filled_and_half_of_another_where_there_may_be_more() -> None:
    up_to, more = picture(Band(10), ENGLISH), picture(Band(10, more=True), ENGLISH)
    assert up_to.count("<circle") == more.count("<circle") == 10
    filled = re.search('<g fill="#000">(.*?)</g>', up_to)
    assert filled
    assert filled[1].count("<circle") == 1
    assert len(more) > len(up_to)


def test_a_hundred_are_dots_of_which_one_stands_out() -> None:
    assert picture(Band(100), ENGLISH).count("<path") == 10 + 1


def test_people_are_whole() -> None:
    assert picture(Band(10, more=True), ENGLISH).count("<circle") == 10


def test_the_title_and_the_words_say_the_same() -> None:
    assert "<title>100 people, one of them filled in: up to 1 in 100</title>" in picture(
        Band(100), ENGLISH
    )
    assert frequency(Band(100), ENGLISH).endswith("may affect up to 1 in 100 people</p>")
    assert "more than 1 in 10 people" in frequency(Band(10, more=True), ENGLISH)


def test_what_is_too_rare_to_be_drawn_is_in_words_only() -> None:
    assert frequency(Band(1000), ENGLISH) == (
        '<p class="frequency" data-own>may affect up to 1 in 1,000 people</p>'
    )


def test_pictures_pass_the_proof_and_can_be_read_aloud() -> None:
    bands = ">10%", "1-10%", "0.1-1%", "0.01-0.1%", "<0.01%"
    monograph = write(
        side_effects="\n\n".join(f"**Some ({band}):**\n\n* Rash\n* Cough" for band in bands)
    )
    stylesheet = THEME.stylesheet(PATIENT, (), "a4")
    composition = composed(monograph)
    pdf = render(
        composition, compile_stylesheet(stylesheet.css, THEME.roots), composition.overrides
    )
    design = Design(PATIENT, THEME, stylesheet, Settings())
    assert prove(pdf, composition, monograph, design) == ()
    with pikepdf.open(BytesIO(pdf.data)) as document:
        figures = [
            str(thing.Alt)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
    assert sorted(figures)[:2] == [
        "10 people, one of them filled in: more than 1 in 10",
        "10 people, one of them filled in: up to 1 in 10",
    ]
    assert len(figures) == 3


def test_there_is_a_gap_below_it() -> None:
    effects = "**Some (1-10%):**\n\n* Rash\n* Cough"
    text = MONOGRAPH.format(title="Testamide").replace("- Drowsiness.", effects)
    with pypdfium2.PdfDocument(leaflet.render(text).pdf) as pdf:
        pages = [page.get_textpage() for page in pdf]
        [page] = [each for each in pages if each.search("1 in 10 people").get_next()]
        words = ("in 10 people", "Rash", "Cough")
        # The bottoms of "i", "R" and "C" are on their baselines.
        picture, first, second = (
            page.get_charbox(page.search(each).get_next()[0])[1] for each in words
        )
    assert picture - first > 1.15 * (first - second)
