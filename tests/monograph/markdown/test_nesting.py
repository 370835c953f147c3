from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.monograph import parse
from leaflet.monograph.markdown.nesting import Level, Nesting
from leaflet.monograph.model import Block, Bullets, Paragraph
from leaflet.monograph.text import plain


def depths(columns: list[int]) -> list[int]:
    nesting = Nesting()
    found = []
    for column in columns:
        nesting.open_item(column)
        found.append(len(nesting))
    return found


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([0, 0, 0], [1, 1, 1]),
        ([0, 2, 4, 0], [1, 2, 3, 1]),
        ([0, 3, 3, 6, 3], [1, 2, 2, 3, 2]),
        ([0, 4, 8, 4], [1, 2, 3, 2]),
        ([0, 1, 0], [1, 1, 1]),
        ([4, 0], [1, 1]),
    ],
)
def test_a_deeper_mark_is_a_deeper_level(columns: list[int], expected: list[int]) -> None:
    assert depths(columns) == expected


@pytest.mark.parametrize(("column", "within"), [(0, 0), (1, 0), (2, 1), (4, 1), (6, 2), (9, 2)])
def test_a_paragraph_is_inside_the_items_it_is_indented_under(column: int, within: int) -> None:
    nesting = Nesting()
    nesting.open_item(0)
    nesting.open_item(4)
    assert nesting.open_paragraph(column) == within


def test_closing_ends_the_list() -> None:
    nesting = Nesting()
    nesting.open_item(0)
    nesting.close()
    assert nesting.innermost is None


def joined(numbers: list[int]) -> list[bool]:
    level = Level(0)
    found = []
    for number in numbers:
        found.append(level.counts_on(number))
        level.take(number)
    return found


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], [False, True, True]),
        ([3, 4], [False, True]),
        ([1, 1, 1], [False, True, True]),
        ([1, 3, 7, 7], [False, False, False, False]),
        ([1, 1, 2], [False, True, False]),
        ([1, 2, 1, 2], [False, True, False, True]),
    ],
)
def test_an_item_joins_only_where_its_number_is_kept(
    numbers: list[int], expected: list[bool]
) -> None:
    assert joined(numbers) == expected


def test_a_bullet_ends_the_counting() -> None:
    level = Level(0)
    level.take(1)
    level.take(None)
    assert not level.counts_on(2)


@dataclass(frozen=True)
class Written:
    """A list in a source: the paragraphs (None) and lists of each item, in their order."""

    items: tuple[tuple["Written | None", ...], ...]
    start: int | None
    step: int
    loose: bool


@st.composite
def lists(draw: st.DrawFn, depth: int = 0, other: bool | None = None) -> Written:
    """Lists of up to four levels; two that follow each other are not of the same kind."""
    counts = draw(st.booleans()) if other is None else other
    items = []
    for _ in range(draw(st.integers(1, 3))):
        parts: list[Written | None] = []
        for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))):
            if depth == 3 or draw(st.booleans()):
                parts.append(None)
            else:
                above = parts[-1] if parts else None
                parts.append(draw(lists(depth + 1, above.start is None if above else None)))
        items.append(tuple(parts))
    step = draw(st.sampled_from([3, 4] if counts else [2, 3, 4]))
    start = draw(st.sampled_from([1, 1, 3])) if counts else None
    return Written(tuple(items), start, step, draw(st.booleans()))


def lines(written: Written, column: int, words: Iterator[int]) -> Iterator[str]:
    """The lines of a list, with a different word in each item and paragraph."""
    for number, parts in enumerate(written.items, written.start or 0):
        mark = "-" if written.start is None else f"{number}."
        yield f"{' ' * column}{mark} w{next(words)}"
        for part in parts:
            if part:
                yield from lines(part, column + written.step, words)
            else:
                yield from ("", f"{' ' * (column + written.step)}w{next(words)}", "")
        if written.loose:
            yield ""


def meant(written: Written, words: Iterator[int]) -> object:
    """The meaning of a list: its first number, and the words and blocks of each item."""
    return written.start, [
        [f"w{next(words)}", *(meant(p, words) if p else f"w{next(words)}" for p in parts)]
        for parts in written.items
    ]


def meaning_of(blocks: Sequence[Block]) -> list[object]:
    """The meaning of the blocks that were read, in the same form."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Bullets):
            items = [meaning_of(item.body) for item in block.items]
            found.append((block.start if block.ordered else None, items))
        else:
            assert isinstance(block, Paragraph)
            found.append(plain(block.text))
    return found


@settings(max_examples=150, deadline=None, derandomize=True)
@given(lists())
def test_what_is_written_under_an_item_stays_under_it(written: Written) -> None:
    """A dose for children must not be printed as one for adults."""
    text = "\n".join(lines(written, 0, count()))
    whole = f"---\ntitle: X\n---\n### Usage\nx\n### Dosage\n{text}\n### Side Effects\nx\n"
    [group] = parse(whole.encode(), "x.md").groups
    assert meaning_of(group.sections[1].body) == [meant(written, count())]
