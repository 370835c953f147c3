"""Monographs built at random: every word comes out once, in order, under its section."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.config.section_names import shipped_names
from leaflet.errors import MonographRefused
from leaflet.monograph import parse
from leaflet.monograph.model import Question
from leaflet.section_key import SectionKey
from monograph.wording import monograph_words, section_texts, source_words, words

WORD = st.sampled_from(
    [
        *("tablet", "Liver", "2.5 mg", ">25 kg", "<1%", "≥ 12 years", "5–10 mL", "1,000 units"),
        *("*not*", "**never**", "St John's wort", "HLA-B*5701", "m<sup>2</sup>", "`pH 7`", "β"),
        *("AT&amp;T", "(a)", "[1]", "x_y_z", "{}"),
    ]
)
SENTENCE = st.lists(WORD, min_size=1, max_size=6).map(lambda w: f"Take {' '.join(w)} daily.")
LABELLED = st.builds("**{} group:** {}".format, st.sampled_from(["Adult", "Older"]), SENTENCE)
LINE = SENTENCE | LABELLED
BULLET = st.sampled_from(["* ", "- ", "*   ", "• "])


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A list of up to three levels, nested by two, three or four spaces."""
    step = draw(st.sampled_from([2, 3, 4]))
    mark = draw(BULLET)
    depth, rows = 0, []
    for _ in range(draw(st.integers(1, 6))):
        rows.append(" " * step * depth + mark + draw(LINE))
        depth = draw(st.integers(0, min(depth + 1, 2)))
    return "\n".join(rows)


NUMBERED = st.lists(SENTENCE, min_size=1, max_size=4).map(
    lambda lines: "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
)
TABLE = st.lists(st.tuples(WORD, WORD), min_size=1, max_size=3).map(
    lambda rows: "\n".join(["| Weight | Dose |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])
)
BODY = st.lists(LINE | lists() | NUMBERED | TABLE, min_size=1, max_size=4).map("\n\n".join)
CLINICAL = ("usage", "dosage", "side-effects", "how-it-works", "precautions")


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, str]:
    """The text of each section of a monograph, in the order of its sections."""
    keys = draw(st.permutations(CLINICAL))[: draw(st.integers(3, 5))]
    return {key: draw(BODY) for key in keys}


def monograph_of(sections: dict[str, str]) -> str:
    parts = [
        f"### {shipped_names().of[SectionKey(key)][0]}\n\n{body}\n"
        for key, body in sections.items()
    ]
    return "---\ntitle: Examplin\n---\n" + "\n".join(parts)


def unmarked(body: str) -> list[str]:
    """The words of a body, by removing its marks."""
    for mark, text in (
        (r"^ *(?:[*•-]|\d+\.)\s+", ""),
        (r"^\|(?:---\|)+$", ""),
        (r"</?sup>", ""),
        (r"`|(?<!B)\*+|\|", " "),
        (r"&amp;", "&"),
    ):
        body = re.sub(mark, text, body, flags=re.MULTILINE)
    return words([body])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(bodies())
def test_every_word_comes_out_once_and_in_order_under_its_section(sections: dict[str, str]) -> None:
    (group,) = parse(monograph_of(sections).encode(), "examplin.md").groups
    found = {s.key: words(section_texts(s)) for s in group.sections}
    assert list(found) == list(sections)
    assert found == {key: unmarked(body) for key, body in sections.items()}


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.sampled_from(["tablet", "5", "Liver"]), min_size=1), min_size=3))
def test_commonmark_counts_the_same_words(bodies: list[list[str]]) -> None:
    sections = {
        key: "\n\n".join([" ".join(body), *(f"* {word}" for word in body)])
        for key, body in zip(CLINICAL, bodies, strict=False)
    }
    monograph = parse(monograph_of(sections).encode(), "examplin.md")
    headings = words(shipped_names().of[SectionKey(key)][0] for key in sections)
    assert sorted([*monograph_words(monograph), *headings]) == sorted(
        source_words(monograph.source.body)
    )


QUESTION = st.sampled_from(
    [
        *("* **Q: {}?** A: {}", "**Q: {}?**\n\nA: {}", "* **{}?** {}", "* **Q: {}?**\nA: {}"),
        *("* **Q: {}?**\n    * **A:** {}", "* **Q: {}?**\n    *A: {}", "* **Q: {}?**\n* **A:** {}"),
        *("**Q: {}?**\n**A:** {}", "**Q: {}?** {}", "Q: {}?\nA: {}", "#### {}?\n\n{}"),
    ]
)
ASKED = st.sampled_from(["May I drive", "Is 5 mg too much", "What if I weigh >25 kg"])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(QUESTION, st.lists(st.tuples(ASKED, SENTENCE), min_size=1, max_size=5))
def test_every_question_keeps_its_answer(shape: str, asked: list[tuple[str, str]]) -> None:
    faqs = "\n\n".join(shape.format(question, answer) for question, answer in asked)
    text = monograph_of({"usage": "A", "dosage": "B", "precautions": "C", "faqs": faqs})
    *_, section = parse(text.encode(), "examplin.md").groups[0].sections
    assert all(isinstance(block, Question) for block in section.body)
    assert words(section_texts(section)) == words(
        word for q, a in asked for word in (q, " ".join(unmarked(a)))
    )


MESS = st.lists(
    st.sampled_from([*"ab1 \n\t*_`#>|-[]()!<&;:?.{}~+=\\•", "**", "A:", "Q:", "```", "---", "    "])
).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(MESS)
def test_no_text_crashes_the_parser(mess: str) -> None:
    text = monograph_of({"usage": "A", "dosage": mess, "precautions": "C", "faqs": mess})
    try:
        parse(text.encode(), "examplin.md")
    except MonographRefused as refused:
        found = {d.code for d in refused.diagnostics}
        assert found <= {
            *("table-row", "template-variable", "unbalanced-emphasis", "not-a-monograph"),
            *("raw-markup", "quotation"),
        }
