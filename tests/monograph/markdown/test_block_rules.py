"""Each rule by itself: the lines that it takes, what it writes, and the lines that it ignores."""

import pytest

from leaflet.config.limits import USUAL
from leaflet.monograph.markdown import block_rules
from leaflet.monograph.markdown.block_rules import RULES, Rule
from leaflet.monograph.markdown.line_markers import MARKS, SourceLine
from leaflet.monograph.markdown.list_items import list_item
from leaflet.monograph.markdown.writer import MarkdownWriter

ABOVE = "A line that an editor has broken somewhere near to its 80th column, below"


def apply(rule: Rule, body: str, below_text: bool = False) -> tuple[int, str, bool]:
    """How many lines the rule takes, what it writes, and whether it changed anything."""
    out = MarkdownWriter("examplin.md", USUAL)
    if below_text:
        out.write(ABOVE, 1)
    before = repr(out)
    first, _, below = body.partition("\n")
    taken = rule(SourceLine(2, first, first.rstrip(), below), out)
    markdown = MARKS.sub("", "\n".join(out.lines))
    return taken, markdown.strip("\n"), repr(out) != before


TAKEN = [
    (block_rules.blank_line, "", 1, ""),
    (block_rules.thematic_break, "---", 1, "---"),
    (block_rules.thematic_break, "* * *", 1, "---"),
    (block_rules.code_fence, "```", 1, ""),
    (block_rules.code_fence, "~~~~", 1, ""),
    (block_rules.table_head, "| a |\n|---|---|", 2, "| a |\n| --- |"),
    (block_rules.atx_heading, "##Usage ##", 1, "## Usage"),
    (block_rules.setext_heading, "Usage\n---", 2, "## Usage"),
    (block_rules.setext_heading, "Examplin\n===", 2, "# Examplin"),
    (block_rules.answer, "*A: Yes.", 1, "A: Yes."),
    (block_rules.answer, "*Answer: Yes.*", 1, "Answer: Yes."),
    (list_item, "- one", 1, "* one"),
    (list_item, "3) three", 1, "3. three"),
    (list_item, "*", 1, ""),
    (block_rules.paragraph, "Text.", 1, "Text."),
    (block_rules.paragraph, "Text\\", 1, "Text  "),
]


@pytest.mark.parametrize(("rule", "body", "count", "markdown"), TAKEN)
def test_a_rule_writes_the_lines_of_its_kind(
    rule: Rule, body: str, count: int, markdown: str
) -> None:
    assert apply(rule, body)[:2] == (count, markdown)


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (block_rules.blank_line, "Text"),
        (block_rules.thematic_break, "--"),
        (block_rules.code_fence, "``pH 7``"),
        (block_rules.code_fence, "```5 mg"),
        (block_rules.table_head, "| a |\n| b |"),
        (block_rules.table_row, "| a |"),
        (block_rules.atx_heading, "#5 of them"),
        (block_rules.setext_heading, "This is a sentence.\n---"),
        (block_rules.answer, "*Always* take it."),
        (block_rules.definition, ":its meaning"),
        (list_item, "5 mg"),
        (list_item, "500."),
        (list_item, "*one*"),
    ],
)
def test_a_rule_ignores_other_lines(rule: Rule, body: str) -> None:
    taken, _, changed = apply(rule, body)
    assert (taken, changed) == (0, False)


@pytest.mark.parametrize(
    ("rule", "body", "count", "markdown"),
    [
        (block_rules.thematic_break, "---", 0, ABOVE),
        (block_rules.setext_heading, "Usage\n---", 0, ABOVE),
        (block_rules.definition, ": means this", 1, f"**{ABOVE}**: means this"),
        (list_item, "30. of them", 0, ABOVE),
        (block_rules.paragraph, "goes on", 1, f"{ABOVE}\ngoes on"),
        (block_rules.paragraph, "**Begins:** x", 1, f"{ABOVE}\n\n**Begins:** x"),
    ],
)
def test_what_a_rule_does_right_below_text(
    rule: Rule, body: str, count: int, markdown: str
) -> None:
    taken, written, _ = apply(rule, body, below_text=True)
    assert (taken, written) == (count, markdown)


def test_rows_follow_their_head_until_a_line_without_a_bar() -> None:
    out = MarkdownWriter("examplin.md", USUAL)
    block_rules.table_head(SourceLine(1, "a | b", "a | b", "---|---"), out)
    rows = ["c | d", "| e | f | g |", "Text"]
    taken = [
        block_rules.table_row(SourceLine(n, row, row, ""), out) for n, row in enumerate(rows, 3)
    ]
    assert taken == [1, 1, 0]
    assert MARKS.sub("", "\n".join(out.lines)) == "a | b\n--- | ---\nc | d\n| e | f | g |"
    assert [(d.code, d.line) for d in out.findings] == [("table-row", 4)]
    out.end_block()
    assert block_rules.table_row(SourceLine(6, "h | i", "h | i", ""), out) == 0


def test_every_rule_is_tried_and_the_last_takes_anything() -> None:
    tried = {rule for rule, *_ in TAKEN} | {block_rules.definition, block_rules.table_row}
    assert tried == {*RULES}
    assert RULES[-1] is block_rules.paragraph
