"""Checks of tags: headings, tables, pictures, and what the file says of itself."""

import re
from collections import defaultdict
from itertools import groupby, pairwise

from benchmarks.checklists.document import Document, text_of

_SMALL_WORDS = re.compile(
    "an?|and|any|be|can|do|does|for|given|how|i|if|is|it|may|must|not|of|on|or|should|so|take|taking"
    "|that|the|this|to|use|using|what|when|while|who|will|with|your?"
)
"""Words of a heading that do not say what it is about."""


def heading_levels_are_at_most(document: Document, most: int) -> bool:
    """Whether there are at most so many levels of heading below the title."""
    return max((block[0].level for block in document.headings), default=1) <= most + 1


def heading_levels_do_not_jump(document: Document) -> bool:
    """Each heading is at most one level below the one before it, and the first is the title."""
    levels = [0, *(block[0].level for block in document.headings)]
    return all(other <= one + 1 for one, other in pairwise(levels))


def higher_headings_are_larger(document: Document) -> bool:
    """No heading is smaller than one of a lower level."""
    sizes: defaultdict[int, list[float]] = defaultdict(list)
    for block in document.headings:
        sizes[block[0].level].append(block[0].size)
    levels = [sizes[level] for level in sorted(sizes)]
    return all(min(one) >= max(other) - 0.05 for one, other in pairwise(levels))


def headings_are_phrases(document: Document, share: float) -> bool:
    """Whether so large a share of the headings is a question or has two words or more."""
    texts = [text_of(block) for block in document.headings if block[0].level > 1]
    phrases = [text for text in texts if "?" in text or len(text.split()) > 1]
    return len(phrases) >= share * len(texts)


def headings_are_not_doubled(document: Document) -> bool:
    """No heading is followed at once by another with the same words of content."""
    return not any(
        one[0].level and other[0].level and _content(text_of(one)) == _content(text_of(other))
        for one, other in pairwise(document.blocks)
    )


def _content(text: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", text.lower()))
    return {word for word in words if not _SMALL_WORDS.fullmatch(word)}


def chunks_are_short(document: Document, most: int) -> bool:
    """Whether at most so many words are between two headings."""
    return all(
        heading or sum(len(text_of(block).split()) for block in blocks) <= most
        for heading, blocks in groupby(document.blocks, lambda block: block[0].level > 0)
    )


def tables_have_heads(document: Document) -> bool | None:
    """Each table has cells that are heads."""
    tables: dict[int, set[str]] = {}
    for line in document.lines:
        if "Table" in line.tags:
            number = line.elements[line.tags.index("Table")]
            tables.setdefault(number, set()).update(line.tags)
    return all("TH" in tags for tags in tables.values()) if tables else None


def tables_are_narrow(document: Document, most: int) -> bool | None:
    """Whether no table has more than so many columns."""
    cells = [each for each in document.parsed.marked_content if each.cell]
    columns = [each.cell[1] + each.span for each in cells if each.cell]
    return max(columns) <= most if columns else None


def pictures_are_described(document: Document) -> bool | None:
    """Each picture has an alternative text."""
    pictures = [each for each in document.parsed.marked_content if "Figure" in each.tags]
    return all(each.alt for each in pictures) if pictures else None


def is_tagged(document: Document) -> bool:
    """It has tags, one title, a language and bookmarks."""
    parsed = document.parsed
    titles = [block for block in document.headings if block[0].level == 1]
    return bool(parsed.title and parsed.lang and parsed.outline) and len(titles) == 1


def reads_downwards(document: Document) -> bool:
    """Pages follow each other in the order of the tags."""
    return all(one.page <= other.page for one, other in pairwise(document.lines))
