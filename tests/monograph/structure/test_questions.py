import pytest

from leaflet.monograph.model import Block, Bullets, Paragraph, Question
from leaflet.monograph.structure.questions import find_questions
from leaflet.monograph.text import plain
from monograph.nodes import read_blocks


def found(body: str) -> tuple[Block, ...]:
    return find_questions(read_blocks(body))


LAYOUTS = {
    "one line of a list": "* **Q: May I drive?** A: Not today.",
    "the next paragraph": "**Q: May I drive?**\n\nA: Not today.",
    "a bold item": "* **May I drive?** Not today.",
    "a nested bold item": "* **Q: May I drive?**\n    * **A:** Not today.",
    "one paragraph": "**Q: May I drive?** A: Not today.",
    "a nested item": "* **Q: May I drive?**\n    * A: Not today.",
    "a stray asterisk": "* **Q: May I drive?**\n    *A: Not today.",
    "the next item": "* **Q: May I drive?**\n* **A:** Not today.",
    "two lines": "**Q: May I drive?**\n**A:** Not today.",
    "a paragraph without A": "**Q: May I drive?** Not today.",
    "a line below an item": "* **Q: May I drive?**\nA: Not today.",
    "a heading": "#### May I drive?\n\nNot today.",
    "numbered": "1. **May I drive?** Not today.",
    "numbered letters": "**Q1.** May I drive?\n\n**A1.** Not today.",
    "words": "**Question:** May I drive?\n\n**Answer:** Not today.",
    "plain": "Q: May I drive?\nA: Not today.",
    "nothing marked": "May I drive?\n\nNot today.",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("times", [1, 2])
def test_each_layout_is_a_question_with_its_answer(body: str, times: int) -> None:
    questions = found("\n\n".join([body] * times))
    assert len(questions) == times
    for question in questions:
        assert isinstance(question, Question)
        assert plain(question.question) == "May I drive?"
        (answer,) = question.answer
        assert isinstance(answer, Paragraph)
        assert plain(answer.text) == "Not today."


def kinds(body: str) -> list[str]:
    return [type(block).__name__ for block in found(body)]


@pytest.mark.parametrize(
    "tail",
    [
        "**For carers:**\n\n* **Q: May I crush it?** A: Yes.",
        "**Crushing**\n\n* Use a spoon.",
        "**Storage:** Cool.",
        "Some say more.",
        "* Use a spoon.",
    ],
)
def test_what_follows_the_last_answer_is_not_part_of_it(tail: str) -> None:
    assert kinds(f"**Q: May I drive?** A: No.\n\n{tail}")[0] == "Question"
    assert len(found(f"**Q: May I drive?** A: No.\n\n{tail}")) > 1


def test_an_answer_keeps_the_list_that_it_announces() -> None:
    assert kinds("**Q: What not?** A: These:\n\n* Beer\n* Wine") == ["Question"]
    assert kinds("**What not?**\n\n* Beer\n* Wine") == ["Question"]


def test_what_is_between_two_questions_belongs_to_the_first() -> None:
    body = "**Q: What not?** A: Beer.\n\nNor wine.\n\n* Nor gin.\n\n**Q: May I drive?** A: No."
    assert kinds(body) == ["Question", "Question"]


def test_a_question_without_an_answer_stays_a_line() -> None:
    assert kinds("* **Q: May I drive?**\n* **Q: May I swim?** A: Yes.") == ["Bullets", "Question"]


def test_an_item_between_numbered_questions_keeps_its_number() -> None:
    _, between, _ = found("1. **May I drive?** No.\n2. Nor sail.\n3. **May I swim?** Yes.")
    assert isinstance(between, Bullets)
    assert between.start == 2


def test_an_answer_may_ask() -> None:
    (question,) = found("**Q: May I drive?** A: Are you dizzy? Then no.")
    assert isinstance(question, Question)
    assert plain(question.question) == "May I drive?"


def test_the_initial_of_a_bacterium_is_no_answer_marker() -> None:
    (question,) = found("**Q: What does it kill?**\n\nA. baumannii and others.")
    assert isinstance(question, Question)
    assert isinstance(question.answer[0], Paragraph)
    assert plain(question.answer[0].text) == "A. baumannii and others."
