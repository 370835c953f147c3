import pytest

from leaflet.monograph.model import Bullets, Entry, Paragraph, Span
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
