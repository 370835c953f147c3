from collections.abc import Sequence

import pytest

from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Span, Table
from leaflet.monograph.structure.entries import find_entries, split_label
from leaflet.monograph.text import plain
from monograph.nodes import read_blocks


def label_of(line: str, followed: bool = False) -> tuple[str, str] | None:
    (paragraph,) = read_blocks(line)
    assert isinstance(paragraph, Paragraph)
    parts = split_label(paragraph.text, followed)
    return (plain(parts[0]), plain(parts[1])) if parts else None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("**Adults:** 5 mg", ("Adults", "5 mg")),
        ("**Adults**: 5 mg", ("Adults", "5 mg")),
        ("**Adults:**5 mg", ("Adults", "5 mg")),
        ("**Adults** – 5 mg", ("Adults", "5 mg")),
        ("**Adults: day 1:** 5 mg", ("Adults: day 1", "5 mg")),
        ("***H. pylori* infection:** 5 mg", ("H. pylori infection", "5 mg")),
        ("*Adults:* 5 mg", ("Adults", "5 mg")),
        ("**Adults:**", ("Adults", "")),
        ("**5** - 10 mg", None),
        ("**Stop.** - now", None),
        ("**Never** two", None),
        ("**Never two.**", None),
        ("*never* two", None),
        ("Adults: 5 mg", None),
        (f"**{'a' * 201}:** 5 mg", None),
    ],
)
def test_a_label_is_emphasis_with_a_colon(line: str, label: tuple[str, str] | None) -> None:
    assert label_of(line) == label


def test_a_bold_line_is_a_label_if_something_follows() -> None:
    assert label_of("**Adults**", followed=True) == ("Adults", "")
    assert label_of("**Adults**") is None
    assert label_of("**Do not wait.**", followed=True) is None


def test_a_label_is_not_bold_but_may_be_italic() -> None:
    (entry,) = find_entries(read_blocks("***H. pylori* infection:** 5 mg"))
    assert isinstance(entry, Entry)
    assert entry.label == (Span("H. pylori", frozenset({"em"})), Span(" infection"))


@pytest.mark.parametrize(
    "body",
    [
        "**Adults:**\n\n* one\n* two",
        "**Adults:**\n\nAs follows:\n\n* one\n* two",
        "**Adults:** As follows.\n\n| a |\n|---|\n| b |",
        "**Adults:** As follows:\n\n* **Children:** two",
        "**Adults:** It depends.\n\n* **Pain:** two",
    ],
)
def test_a_label_takes_what_belongs_to_it(body: str) -> None:
    assert len(find_entries(read_blocks(body))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "**Adults:** 5 mg\n\nSwallow whole.",
        "**Adults:** 5 mg.\n\n* **Children:** 2 mg",
        "**Note:** Take care.\n\n* **Pain:** 2 mg",
        "**Adults:**\n\n**Children:**",
        "**Reducing the dose:**\n\n1. Halve it.\n2. Stop.\n\n- **Renal impairment:** 2 mg",
    ],
)
def test_a_label_takes_nothing_else(body: str) -> None:
    assert len(find_entries(read_blocks(body))) == 2


def test_items_are_entries_in_either_nesting() -> None:
    (bullets,) = find_entries(read_blocks("* **Pain:**\n    * **Adults:** 5 mg\n* plain"))
    assert isinstance(bullets, Bullets)
    pain, item = bullets.items
    assert isinstance(pain, Entry)
    assert not isinstance(item, Entry)
    (inner,) = pain.body
    assert isinstance(inner, Bullets)
    assert isinstance(inner.items[0], Entry)


@pytest.mark.parametrize("label", ["**Overdose:**", "- **Overdose:**"])
@pytest.mark.parametrize(
    "below",
    [
        "> [!CAUTION]\n> Call 112.",
        "> [!CAUTION] Call 112.",
        '!!! danger "Be quick"\n    Call 112.',
        ":::: warning\nCall 112.\n::::",
        "> Call 112.",
        "1. Call 112.",
        "![Call 112.](phone.png)",
        "Call 112.",
        "**Note:** Call 112.",
        "| If | Do |\n|---|---|\n| always | call 112 |",
        "    | If | Do |\n    |---|---|\n    | always | call 112 |",
        "    > [!CAUTION]\n    > Call 112.",
    ],
)
def test_a_label_without_text_takes_what_is_below_it(label: str, below: str) -> None:
    text = f"{label}\n\n{below}\n\n**Missed dose:** Skip it."
    found = labelled(find_entries(read_blocks(text)))
    assert [plain(each.label) for each in found] == ["Overdose", "Missed dose"]
    assert all(each.body for each in found)


@pytest.mark.parametrize("below", ["> [!CAUTION]\n> Call 112.", "| a |\n|---|\n| b |"])
def test_what_a_label_took_takes_no_list_with_labels(below: str) -> None:
    found = labelled(find_entries(read_blocks(f"**Overdose:**\n\n{below}\n\n* **Missed:** Skip.")))
    assert [plain(each.label) for each in found] == ["Overdose", "Missed"]


def labelled(blocks: Sequence[Block]) -> list[Entry]:
    items = [each for b in blocks for each in (b.items if isinstance(b, Bullets) else (b,))]
    return [each for each in items if isinstance(each, Entry)]


def test_a_table_keeps_the_item_that_it_is_indented_under() -> None:
    table = "    | Drug | Effect |\n    |---|---|\n    | Examplin | none |"
    text = f"- **Interactions:** with these.\n\n{table}\n\n- **Alcohol:** none"
    [bullets] = find_entries(read_blocks(text))
    first, second = labelled([bullets])
    assert [type(each) for each in first.body] == [Paragraph, Table]
    assert len(second.body) == 1


def test_a_label_takes_one_box() -> None:
    text = "**Overdose:**\n\n> [!CAUTION] Call 112.\n\n!!! tip\n    With food."
    found = labelled(find_entries(read_blocks(text)))
    assert [plain(each.label) for each in found] == ["Overdose", "Tip"]
