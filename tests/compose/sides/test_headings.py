"""No heading of leaflet's says what the author's question below it says."""

from compose.writing import composed, write


def test_a_part_with_one_question_has_it_as_its_heading() -> None:
    html = composed(write(faqs="**Q: How is it stored?** A: Below 25 °C.")).html
    assert "How is it stored?</h2>" in html
    assert "How to store" not in html


def test_two_questions_stay_below_the_heading() -> None:
    faqs = "**Q: How is it stored?** A: Dry.\n\n**Q: Where do I store it?** A: At home."
    html = composed(write(faqs=faqs)).html
    assert "How to store Testamide</h2>" in html
    assert "How is it stored?</h3>" in html
