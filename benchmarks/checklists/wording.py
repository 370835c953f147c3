"""Checks of which words are where. For documents in English, since they look for its words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from benchmarks.checklists.document import Block, Document, text_of
from benchmarks.checklists.layout import is_framed

_CAPITALS = re.compile(r"(?:\b[A-Z]{2,}\b\W+){3}[A-Z]{2,}\b")
_DOSE = re.compile(r"\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?(?:mg|mcg|micrograms|g|mL|units)\b")
_PAGE = re.compile(r"(?:Page|Side) \d+ of \d+")
_FREQUENCIES = ("very common", "common", "uncommon", "rare", "very rare")
_FREQUENCY = re.compile(rf"(?:•\s*)?({'|'.join(_FREQUENCIES)})\b(?!ly)", re.I)
_FORBIDDEN = re.compile(r"medication guide|approved by the U\.?S\.? Food", re.I)


def _headings(document: Document, pattern: str) -> list[Block]:
    """The headings below the title that have these words."""
    below = (block for block in document.headings if block[0].level > 1)
    return [block for block in below if re.search(pattern, text_of(block), re.I)]


def is_on_first_side(document: Document, pattern: str) -> bool | None:
    """Whether the first heading with these words is on the first page."""
    found = _headings(document, pattern)
    return found[0][0].page == 0 if found else None


def is_there(document: Document, pattern: str) -> bool:
    """Whether a heading has these words."""
    return bool(_headings(document, pattern))


def is_framed_where_there(document: Document, pattern: str) -> bool | None:
    """Whether each heading with these words is in a box or beside a rule."""
    found = _headings(document, pattern)
    return all(is_framed(document, block) for block in found) if found else None


def begins_within(document: Document, pattern: str, share: float) -> bool | None:
    """Whether the first words that match begin within this share of the first page's height."""
    if not any(re.search(pattern, text_of(block), re.I) for block in document.blocks):
        return None
    lines = document.first_side(share)
    return bool(re.search(pattern, " ".join(line.text for line in lines), re.I))


def come_in_order(document: Document, patterns: Sequence[str]) -> bool | None:
    """Whether the first headings with these words, where there are any, follow each other so."""
    texts = [text_of(block) for block in document.headings]
    hits = [_first(texts, pattern) for pattern in patterns]
    found = [hit for hit in hits if hit is not None]
    return found == sorted(found) if len(found) > 1 else None


def _first(texts: Sequence[str], pattern: str) -> int | None:
    return next((n for n, text in enumerate(texts) if re.search(pattern, text, re.I)), None)


def numbered_parts_come_in_order(document: Document, patterns: Sequence[str]) -> bool | None:
    """Whether numbered parts are numbered from 1 and follow each other as these patterns do."""
    parts = [text_of(b) for b in document.headings if b[0].level == 2]
    numbered = [text for text in parts if re.match(r"\d+\.? ", text)]
    if not numbered:
        return None
    counted = [int(re.split(r"\D", text)[0]) for text in numbered]
    return counted == [*range(1, len(counted) + 1)] and bool(come_in_order(document, patterns))


def has_no_capitals(document: Document) -> bool:
    """No more than three words in a row are in capitals."""
    return not any(_CAPITALS.search(text_of(block)) for block in document.blocks)


def frequencies_have_numbers(document: Document) -> bool | None:
    """A label of a frequency has its number in it, or in the words that follow."""
    labels = [text_of(block) for block in document.blocks if _FREQUENCY.match(text_of(block))]
    return all(re.search(r"\d", text) for text in labels) if labels else None


def frequencies_fall(document: Document) -> bool | None:
    """Labels of frequencies begin with the most frequent."""
    matches = (_FREQUENCY.match(text_of(block)) for block in document.blocks)
    ranks = [_FREQUENCIES.index(match[1].lower()) for match in matches if match]
    return all(one <= other for one, other in pairwise(ranks)) if len(ranks) > 1 else None


def says(document: Document, pattern: str) -> bool:
    """Whether the words are in its text or in its running lines."""
    lines = [each.run.text for page in document.artifacts for each in page]
    text = " ".join([*map(text_of, document.blocks), *lines])
    return bool(re.search(pattern, text, re.I))


def claims_no_approval(document: Document) -> bool:
    """It says nothing that only a text approved by an authority may."""
    return not any(_FORBIDDEN.search(text_of(block)) for block in document.blocks)


def pages_are_counted(document: Document) -> bool:
    """Each page says which of how many it is."""
    pages = [" ".join(each.run.text for each in page) for page in document.artifacts]
    return all(_PAGE.search(text) for text in pages)


def pages_are_named(document: Document) -> bool:
    """Each page after the first has the title of the document in its running lines."""
    title = text_of(next(block for block in document.headings if block[0].level == 1)).lower()
    pages = [" ".join(each.run.text for each in page).lower() for page in document.artifacts]
    return all(" ".join(title.split()) in " ".join(text.split()) for text in pages[1:])


def each_page_says(document: Document, pattern: str) -> bool:
    """Whether the running lines of each page have these words."""
    pages = [" ".join(each.run.text for each in page) for page in document.artifacts]
    return all(re.search(pattern, text, re.I) for text in pages)


def title_is_lower_case(document: Document) -> bool:
    """The name begins with a small letter."""
    return text_of(document.headings[0])[:1].islower()


def doses_are_bold(document: Document) -> bool | None:
    """Amounts and units in tables are bold, but for heads."""
    runs = [
        each
        for line in document.lines
        if line.tag == "TD"
        for each in line.runs
        if _DOSE.search(each.run.text)
    ]
    return all(each.setting.face.bold for each in runs) if runs else None
