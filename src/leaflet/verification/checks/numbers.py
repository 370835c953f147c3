"""Each number, with its sign and unit, reads the same in the PDF and in the monograph's file.

Unlike the check of the words, this one uses neither the composition nor the tags: it compares the
text that a reader copies from the pages with the file.
"""

import re
from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import compact
from leaflet.verification.expected.replaced_words import replaced_headings
from leaflet.verification.expected.source_text import doubtful_numbers, strip_markdown

_UNITS = (
    r"(?:mg|mcg|µg|μg|ng|kg|g|mL|ml|L|dL|IU|units?|mmol|mol|mEq|MBq|mCi|%|°C|°F|micrograms?"
    r"|milligrams?|grams?|hours?|days?|weeks?|months?|years?|minutes?|tablets?|capsules?|drops?"
    r"|puffs?|times)"
)
_GAP = r"[^\S\n]*"
_PLAIN = (
    r"(?=[\d<>≤≥±≈~*])"  # first, since nothing else is as rare
    rf"(?:[<>≤≥±≈~]{_GAP}|(?<=[\w/])\*|\*(?=\d+/\*))*(?<![\d.,])\d+(?:[.,:/×^*-]\d+)*"
)
_NUMBER = re.compile(_PLAIN)
_MEASURE = re.compile(
    rf"{_PLAIN}(?:{_GAP}{_UNITS}(?![^\W\d_])(?:{_GAP}/{_GAP}(?:\d+{_GAP})?[A-Za-zµμ²]+)*)?"
)


def check_numbers(evidence: Evidence) -> Iterator[Diagnostic]:
    """A complete document has every number of the body, and no page has another number.

    Of the front matter only part is printed, and dates in words; there the words are compared.
    """
    source = strip_markdown(evidence.monograph.source.body)
    copied = "\n".join(page.text for page in evidence.parsed.pages)
    if not evidence.composition.left_out:
        text = copied + "\n" + _body_text(evidence)
        headings = "\n".join(replaced_headings(evidence.monograph))
        missing = _count(_MEASURE, source) - _count(_MEASURE, copied) - _count(_MEASURE, headings)
        for number in _absent(missing, text):
            message = f'"{number}" of the monograph does not read like this in the PDF'
            yield evidence.error("number-lost", message, text=number)
    ours = "\n".join(_other_text(evidence))
    # Without units: copied text joins the end of one table cell to the start of the next.
    added = _count(_NUMBER, copied) - _count(_NUMBER, source) - _count(_NUMBER, ours)
    for number in _absent(added, source + "\n" + ours):
        message = f'"{number}" is in the PDF, but not in the monograph'
        yield evidence.error("number-added", message)


def _body_text(evidence: Evidence) -> str:
    """The text without running lines, for a number that continues on the next page."""
    return "".join(run.text for page in evidence.parsed.pages for run in page.body_runs)


def _count(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """How often each number occurs in a text; without white space."""
    return Counter(compact(found) for found in pattern.findall(text))


def _absent(numbers: Counter[str], text: str) -> Iterator[str]:
    """The numbers that are not in the text even when white space and line ends are ignored.

    Asterisks are ignored too, since they may be emphasis or a sign of the author's.
    """
    if not numbers:  # as of most documents
        return iter(())
    characters = compact(text)
    characters += "\n" + characters.replace("*", "")
    return (number for number in numbers if number not in characters)


def _other_text(evidence: Evidence) -> Iterator[str]:
    """What pages may say besides the words of the body: headings, front matter, running lines."""
    yield from doubtful_numbers(evidence.monograph.source.body)
    composition, pages = evidence.composition, len(evidence.parsed.pages)
    yield from (composition.header, composition.footer)
    label = composition.words["page"]
    yield from (label.format(page=number, pages=pages) for number in range(1, pages + 1))
    for line in evidence.expected:
        yield from (part.text for part in line.parts if part.owner)
    # The number of an item is printed even if the item is only a picture, which has no line.
    yield from re.findall(r'data-number="(\d+)"', composition.html)
    # The style sheet numbers parts, and the items of lists that are not the monograph's.
    for numbered in (
        sum(line.tag in ("h2", "h3") for line in evidence.expected),
        sum(line.numbered for line in evidence.expected),
    ):
        yield from map(str, range(1, numbered + 1))
