import pytest

from leaflet.monograph.markdown.wrapping import NOTHING, editor_width, goes_on, is_broken

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


WRAPPED = (
    "The usual dose is one tablet in the",
    "morning. Take it with water. It may",
    "be taken with food and drinks, but",
    "(unless you are asked to) with milk.",
    "",
    "* Swallow it whole, and drink enough",
    "  water afterwards.",
)


def test_an_editor_has_wrapped_a_text_whose_sentences_go_on() -> None:
    assert editor_width(WRAPPED) == 36
    assert editor_width([*WRAPPED, f"| {'table ' * 20}|"]) == 36
    assert editor_width([*WRAPPED * 10, "x" * 200]) == 36
    assert editor_width(WRAPPED[:2]) == 0
    assert editor_width([line + " and so on" * 12 for line in WRAPPED]) == 0
    assert editor_width(["Take one tablet.", "Swallow it whole.", "Drink water."] * 3) == 0
    assert editor_width([]) == 0


def test_a_full_line_is_broken() -> None:
    assert is_broken("morning. Take it with water. It may", "be taken", 36)
    assert is_broken("be taken with food and drinks, but", "(unless you", 36)
    assert not is_broken("Take it with water.", "Do not chew", 36)
    assert not is_broken("Take it with water.", "", 36)
    assert not is_broken("Take it with water.", "Do not chew", 0)


@pytest.mark.parametrize(
    "text", ["(capsules)", "It is 5 mg.", "The next sentence.", "5 mg daily", "It may be:"]
)
def test_a_paragraph_goes_on_below_a_line_that_was_broken(text: str) -> None:
    assert goes_on("Take it with water.", text, broken=True)


@pytest.mark.parametrize("text", ["**Children:** none", "Children: none", "Q: May I?", "a) Rest"])
def test_a_label_begins_a_block_below_a_line_that_was_broken(text: str) -> None:
    assert not goes_on("Take it with water.", text, broken=True)
