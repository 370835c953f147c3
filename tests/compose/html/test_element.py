"""One HTML element: its class, its attributes, and what is escaped."""

from markupsafe import Markup, escape

from leaflet.compose.html.element import element


def test_a_class_and_attributes_are_written_in_order() -> None:
    html = element("li", Markup("x"), "labelled", data_number=3)
    assert html == '<li class="labelled" data-number="3">x</li>'


def test_empty_attributes_are_left_out_but_not_zero() -> None:
    assert element("p", Markup("x"), "", href="") == "<p>x</p>"
    assert element("p", Markup("x"), data_number=0) == '<p data-number="0">x</p>'


def test_values_are_escaped() -> None:
    html = element("a", escape("<b>"), href='"&')
    assert html == '<a href="&#34;&amp;">&lt;b&gt;</a>'
