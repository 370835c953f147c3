"""Blocks as HTML: each word once, escaped, in shapes that the layout engine tags correctly."""

from dataclasses import replace
from types import SimpleNamespace

import pypdfium2
from markupsafe import Markup

from compose.writing import body, write
from helpers import render
from leaflet.compose.html.blocks import HtmlContext
from leaflet.monograph.model import Entry, Span, Text
from leaflet.monograph.text import plain
from leaflet.rendering import compile_stylesheet

HTML = HtmlContext()


def test_emphasis_and_signs_survive() -> None:
    text = body("Not *more* than **5** mg of vitamin K<sub>1</sub> & if <25 kg.")
    assert HTML.blocks(text) == (
        '<p class="amount">Not<span> </span><em>more</em> than<span> </span><strong>5</strong>'
        "\u00a0mg of vitamin K<sub>1</sub> &amp; if &lt;25\u00a0kg.</p>"
    )


def test_a_number_in_leaflets_own_words_is_bound_to_its_unit() -> None:
    assert HTML.own_text("see Patients of ≥35 kg") == "see Patients of ≥35\u00a0kg"
    assert HTML.own_text("Pregnancy and breast-feeding") == "Pregnancy and breast-\u2060feeding"


def test_only_web_and_mail_addresses_become_links() -> None:
    good = Span("here", href="https://example.org/?a=1&b=2")
    assert (
        replace(HTML, addresses=False).inline((good,))
        == '<a href="https://example.org/?a=1&amp;b=2">here</a>'
    )
    for href in ("javascript:alert(1)", "file:///etc/passwd", "../other.md"):
        assert HTML.inline((Span("here", href=href),)) == "here"


def test_a_picture_always_has_alternative_text() -> None:
    assert HTML.inline((Span("A tablet", image="t.png"),)) == '<img src="t.png" alt="A tablet">'
    assert HTML.inline((Span("", image="t.png"),)) == '<img src="t.png" alt="Picture">'


def test_a_label_with_a_sentence_runs_into_it() -> None:
    assert HTML.blocks(body("**Adults:** 5 drops.")) == (
        '<p class="amount"><b>Adults:</b> 5\u00a0drops.</p>'
    )


def test_a_label_above_a_list_becomes_its_heading() -> None:
    text = body("**Common:**\n\n* Rash\n* Cough")
    assert HTML.blocks(text, 3) == "<h3>Common</h3>\n<ul><li>Rash</li>\n<li>Cough</li></ul>"


def test_a_label_with_a_sentence_above_other_labels_becomes_their_heading() -> None:
    (lithium,) = body("**Lithium:** No.")
    outer = Entry((Span("Interactions"),), (*body("With some."), lithium))
    inner = "<p>With some.</p>\n<p><b>Lithium:</b> No.</p>"
    assert HTML.blocks([outer], 3) == f"<h3>Interactions</h3>\n{inner}"


def test_there_are_no_headings_within_lists() -> None:
    text = body("* **Adults:**\n    * **Pain:**\n        * one\n        * two")
    html = HTML.blocks(text, 3)
    assert "<h" not in html
    assert html.startswith('<ul><li class="labelled"><b>Adults:</b>')


def test_headings_go_down_one_level_at_a_time_and_end_at_six() -> None:
    nested = body("**Outer:**\n\n* **Inner:** one\n* **Other:** two")
    assert HTML.blocks(nested, 6).startswith("<h6>Outer</h6>\n<ul>")
    assert HTML.blocks(body("#### Tablets\n\nText."), 9).startswith("<h6>")


def test_a_question_heads_its_answer() -> None:
    faqs = write().groups[0].sections[-1].body
    assert HTML.blocks(faqs, 3) == '<h3 class="question">May I drive?</h3>\n<p>Not at night.</p>'


def test_a_paragraph_that_introduces_a_list_is_kept_with_it() -> None:
    text = body("Such as:\n\n* Rash\n* Cough\n\nAnd more.")
    assert HTML.blocks(text).startswith('<p class="lead">Such as:</p>\n<ul>')
    assert HTML.blocks(text).endswith("<p>And more.</p>")


def test_an_ordered_list_keeps_its_first_number() -> None:
    steps = '<ol><li data-number="3">Shake</li>\n<li data-number="4">Drink</li></ol>'
    assert HTML.blocks(body("3. Shake\n4. Drink")) == steps


def test_a_table_has_heads_with_scope() -> None:
    html = HTML.blocks(body("| Weight | Dose |\n| --- | --- |\n| 50 kg | 5 mg |"))
    assert '<thead><tr><th scope="col">Weight</th><th scope="col">Dose</th></tr></thead>' in html
    assert "<td>50\u00a0kg</td><td>5\u00a0mg</td>" in html


def test_a_line_break_is_one() -> None:
    broken = "<p>one<br>two <strong>and<br>three</strong></p>"
    assert HTML.blocks(body("one<br>two **and<br>three**")).replace("<span> </span>", " ") == broken
    assert "<td>5\u00a0mg<br>6\u00a0mg</td>" in HTML.blocks(
        body("| A |\n| --- |\n| 5 mg<br>6 mg |")
    )


def test_an_aside_comes_before_the_sentence_of_its_label() -> None:
    def aside(label: Text) -> Markup:
        return Markup("<i>1 in 10</i>") if "10" in plain(label) else Markup()

    text = body("**Common (10%):** Rash.\n\n**Other:** Cough.")
    assert HtmlContext(aside=aside).blocks(text) == (
        '<p class="lead"><b>Common (10%):</b></p>\n<i>1 in 10</i>\n<p>Rash.</p>\n'
        "<p><b>Other:</b> Cough.</p>"
    )


def test_an_aside_in_a_list_comes_before_the_sentence_as_well() -> None:
    def aside(_: Text) -> Markup:
        return Markup("<i>1 in 10</i>")

    text = body("* **Common (10%):** Rash.")
    assert HtmlContext(aside=aside).blocks(text) == (
        '<ul><li class="labelled"><b>Common (10%):</b><i>1 in 10</i>\n<p>Rash.</p></li></ul>'
    )


def test_a_line_before_a_long_word_is_full() -> None:
    """WeasyPrint 70 ends it after its first word, if the text before the long word has a space."""
    html = HTML.blocks(
        body(
            "**Note:** Never change the dose of this medicine without the word of your doctor or "
            "ophthalmologist. Wrong use can lead to harm. There is no known or tested dosage "
            "differentiation provided in a general sense; the dose is always individualized."
        )
    )
    widths = [f'<div style="width: {width}mm">{html}</div>' for width in (62.4, 64.6, 65)]
    page = SimpleNamespace(
        base=None,
        html="<html lang='en'><head><title>T</title></head><body style='font: 9.5pt Atkinson "
        f"Hyperlegible; hyphens: none; overflow-wrap: break-word'>{''.join(widths)}</body></html>",
    )
    with pypdfium2.PdfDocument(render(page, compile_stylesheet("")).data) as document:
        lines = [
            line.strip()
            for sheet in document
            for line in sheet.get_textpage().get_text_range().splitlines()
        ]
    assert "harm. There is no known or tested dosage" in lines
    assert not {"harm.", "medicine"} & {*lines}


def test_a_link_contains_nothing_but_text() -> None:
    text = "See [the **label** of Hydrochlorothiazide](https://example.org/x)."
    html = HTML.blocks(body(text))
    assert '<strong><a href="https://example.org/x">label</a></strong>' in html
    assert '<a href="https://example.org/x"> of Hydrochlorothiazide</a>' in html
