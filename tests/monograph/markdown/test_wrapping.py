import pytest

from leaflet.monograph.markdown.wrapping import NOTHING, goes_on

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


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        (["**Q: May I drive with", "Examplin?**"], True),
        (["**May I drive with", "Examplin?** Ask first."], True),
        (["**May I drive", "and work with", "Examplin?**"], True),
        (["Q: May I drive with", "Examplin?"], True),
        (["Q1. May I drive and", "work with", "Examplin?"], True),
        (["Q: A missed dose", "Take it when you remember."], False),
        (["Q: A missed dose", "Take it. When? At once."], False),
        (["Q: May I drive?", "Not today."], False),
        (["Q: May I drive", "A: Not today."], False),
        (["**Q: May I drive", "**A:** Not today."], False),
        (["**Adults: 5 mg", "Children:** 2 mg"], False),
        (["**Adults: 5 mg", "**Children:** 2 mg"], False),
        (["Adults **5 mg** and", "Children 2 mg"], False),
    ],
)
def test_a_question_and_bold_text_go_on_to_their_end(lines: list[str], goes: bool) -> None:
    unended = NOTHING
    for line in lines[:-1]:
        unended = unended.after(line)
    assert goes_on(lines[-2], lines[-1], unended) is goes
