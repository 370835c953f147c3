import pytest

from leaflet.monograph.markdown.wrapping import goes_on

LONG = "The usual dose for adults is one tablet in the morning and one more"


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (LONG, "in the evening."),
        (LONG, "30 minutes before food."),
        (LONG, "Examplin tablet at night."),
        (LONG, "**never** two at once."),
        (LONG, "*Never* two at once: one."),
        ("Take one tablet", "in the evening."),
    ],
)
def test_a_sentence_goes_on(last: str, text: str) -> None:
    assert goes_on(last, text)


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (LONG + ".", "The next sentence."),
        (LONG + " **Stop.**", "The next sentence."),
        (LONG, "*Rare:* none"),
        (LONG, "_Rare_: none"),
        (LONG, "**Children:** none"),
        (LONG, "**Children**: none"),
        (LONG, "**Q: May I drive?** A: No."),
        (LONG, "Q: May I drive?"),
        (LONG, "A: Not today."),
        (LONG, "*A: Not today."),
        (LONG, "Children under 12:"),
        (LONG, "b) at night"),
        ("Adults: one tablet", "Children: none"),
        ("Take it:", "in the morning"),
        ("**Children**", "none"),
    ],
)
def test_a_new_block_begins(last: str, text: str) -> None:
    assert not goes_on(last, text)
