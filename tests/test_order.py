"""The order in which a page is read, and where pages end: no heading at the foot, no item alone."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from helpers import read_monograph, render, write_monograph
from leaflet.compose import Design, compose
from leaflet.config.settings import Settings
from leaflet.job import PictureFolder
from leaflet.rendering import compile_stylesheet
from leaflet.theme.search_path import Theme, shipped
from leaflet.verification import read_pdf
from leaflet.verification.pdf.model import ParsedPdf, TextRun

THEME = Theme.of(shipped())
SAMPLES = ("pomalidomide", "methotrexate", "warfarin")
HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}


@cache
def reading(kind: str, style: str, sample: str) -> ParsedPdf:
    """A sample printed in a kind and style, read back."""
    return read(shipped() / "content" / f"{sample}.md", kind, style)


def read(file: Path, kind: str, style: str) -> ParsedPdf:
    """A monograph printed in a kind and style, read back."""
    what = THEME.kind(kind)
    stylesheet = THEME.stylesheet(what, (style,), "a4")
    monograph = read_monograph(file.read_bytes(), file.name)
    design = Design(what, THEME, stylesheet, Settings())
    composition = compose(monograph, design, base=PictureFolder(file.parent))
    compiled = compile_stylesheet(stylesheet.css, THEME.roots)
    return read_pdf(render(composition, compiled, composition.overrides).data)


def message(found: ParsedPdf) -> Iterator[tuple[tuple[str, ...], TextRun]]:
    """The runs as the tags order them, each with its tags from the root down."""
    runs = found.runs_by_content()
    for content in found.marked_content:
        for run in runs.get((content.page, content.mcid), ()):
            yield content.tags, run


def follows(one: TextRun, other: TextRun) -> bool:
    """Whether a person who has read ``one`` finds ``other`` next.

    On a later page, further down, further right on the line, or at the head of the next column.
    """
    if one.page != other.page:
        return other.page == one.page + 1
    below = other.box.top <= one.box.top + 1
    beside = other.box.left >= one.box.right - 1 and other.box.top > one.box.bottom
    next_column = other.box.left > one.box.left + 100 and other.box.bottom > one.box.top
    return below or beside or next_column


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("style", ["default", "large-print"])
@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_page_is_read_aloud_as_a_person_reads_it(kind: str, style: str, sample: str) -> None:
    order = [run for _, run in message(reading(kind, style, sample))]
    # The area for a label, and the name of the kind, may be beside the name of the medicine.
    named = next(n for n, run in enumerate(order) if run.text.casefold().startswith(sample[:5]))
    order = order[named:]
    jumps = [(a.text, b.text) for a, b in pairwise(order) if not follows(a, b)]
    assert jumps == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("style", ["default", "large-print", "clear-print", "booklet"])
@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_no_heading_stands_at_the_foot_of_a_page(kind: str, style: str, sample: str) -> None:
    pages = [
        (bool(HEADINGS & {*before}) and not HEADINGS & {*after}, one.text)
        for (before, one), (after, other) in pairwise(message(reading(kind, style, sample)))
        if other.page > one.page
    ]
    assert [text for stranded, text in pages if stranded] == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("style", ["default", "large-print", "booklet"])
def test_no_first_or_last_item_of_a_list_stands_alone(style: str, sample: str) -> None:
    """Where a list goes on over a page, at least two of its items stand on either side.

    In large print one with a label is enough, if it has several lines; in columns, if it has four.
    """
    items, lines = Counter[tuple[int, int]](), dict[tuple[int, int], set[int]]()
    number, inside = 0, False
    for tags, run in message(reading("patient", style, sample)):
        number += "L" in tags and not inside
        inside = "L" in tags
        if inside:
            items[number, run.page] += run.text.strip() == "•"
            lines.setdefault((number, run.page), set()).add(round(run.box.bottom))
    for (one, page), count in list(items.items()):
        if count and (items[one, page + 1] or items[one, page - 1]):
            several = len(lines[one, page]) > {"large-print": 1, "default": 3}.get(style, 99)
            assert count > 1 or several, f"list {one}, page {page + 1}"


@pytest.mark.parametrize("rows", [4, 7])
def test_no_first_or_last_row_of_a_table_stands_alone(tmp_path: Path, rows: int) -> None:
    """Seventy tables over many pages: two rows of one at least stand together."""
    tables = "".join(
        f"Table {table}:\n\n| Kidneys | Dose |\n| --- | --- |\n"
        + "".join(f"| t{table}r | {row} mg |\n" for row in range(rows))
        + "\n"
        for table in range(70)
    )
    file = write_monograph(tmp_path / "tables.md")
    file.write_text(file.read_text("utf-8").replace("### Side", f"{tables}### Side"), "utf-8")
    pages = read(file, "patient", "default").pages
    found = [[page.text.count(f"t{table}r") for page in pages] for table in range(70)]
    assert len(pages) > 8
    assert all(sum(counts) == rows and 1 not in counts for counts in found)


@pytest.mark.parametrize("sample", ["amlodipine", "amoxicillin", "atorvastatin", "salbutamol"])
@pytest.mark.parametrize("style", ["large-print", "booklet"])
def test_no_page_is_emptied_for_what_is_kept_together(style: str, sample: str) -> None:
    found = reading("patient", style, sample)
    for number, page in enumerate(found.pages[:-1], start=1):
        lowest = min(run.box.bottom for run in page.body_runs)
        assert lowest < (page.box.bottom + page.box.top) / 2, f"page {number}"


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_last_page_holds_more_than_what_is_about_the_leaflet(sample: str) -> None:
    order = list(message(reading("patient", "default", sample)))
    last = order[-1][1].page
    first = next(run.text for _, run in order if run.page == last)
    assert first.strip() != "About this leaflet"
