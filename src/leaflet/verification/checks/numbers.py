"""Check 3: each number, with its sign and unit, reads in the PDF as in the monograph's file.

The words check follows the composition and the tags. This one takes neither: it compares the text
that a reader copies out of the pages with the file itself.
"""

import re
from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, body_runs
from leaflet.verification.expected.html_lines import squeeze
from leaflet.verification.expected.source_text import bare

_UNITS = (
    r"(?:mg|mcg|µg|μg|ng|kg|g|mL|ml|L|dL|IU|units?|mmol|mol|mEq|MBq|mCi|%|°C|°F|micrograms?"
    r"|milligrams?|grams?|hours?|days?|weeks?|months?|years?|minutes?|tablets?|capsules?|drops?"
    r"|puffs?|times)"
)
_GAP = r"[^\S\n]*"
_PLAIN = rf"(?:[<>≤≥±≈~]{_GAP}|(?<=[\w/])\*|\*(?=\d+/\*))*(?<![\d.,])\d+(?:[.,:/×^*-]\d+)*"
_NUMBER = re.compile(_PLAIN)
_MEASURE = re.compile(
    rf"{_PLAIN}(?:{_GAP}{_UNITS}(?![^\W\d_])(?:{_GAP}/{_GAP}(?:\d+{_GAP})?[A-Za-zµμ²]+)*)?"
)


def check_numbers(evidence: Evidence) -> Iterator[Diagnostic]:
    """No number of the body is missing from a complete document; none on the page is foreign.

    Of the front matter only some is printed, and dates in words: there the words are compared.
    """
    source = bare(evidence.monograph.source.body)
    copied = "\n".join(page.text for page in evidence.reading.pages)
    if not evidence.composition.left_out:
        whole = copied + "\n" + _without_margins(evidence)
        for number in _apart(_all(_MEASURE, source) - _all(_MEASURE, copied), whole):
            yield evidence.error(
                "number-lost",
                f'"{number}" of the monograph does not read so in the PDF',
                words=number,
            )
    ours = "\n".join(_own_words(evidence))
    # Without units: a reader copies the end of one cell and the start of the next as neighbours.
    foreign = _all(_NUMBER, copied) - _all(_NUMBER, source) - _all(_NUMBER, ours)
    for number in _apart(foreign, source + "\n" + ours):
        yield evidence.error("number-added", f'"{number}" is in the PDF, not in the monograph')


def _without_margins(evidence: Evidence) -> str:
    """The text as it goes on from page to page, for a number that begins on one of them."""
    return "".join(run.text for page in evidence.reading.pages for run in body_runs(page))


def _all(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """How often each number stands in a text; without white space."""
    return Counter(squeeze(found) for found in pattern.findall(text))


def _apart(suspects: Counter[str], text: str) -> Iterator[str]:
    """The suspects that do not stand in the text even if white space and line ends are ignored.

    Nor if asterisks are: whether one is emphasis or a sign of the author's is not told from here.
    """
    characters = squeeze(text)
    characters += "\n" + characters.replace("*", "")
    return (number for number in suspects if number not in characters)


def _own_words(evidence: Evidence) -> Iterator[str]:
    """What the page says besides the monograph's body: headings, front matter, running lines."""
    composition, pages = evidence.composition, len(evidence.reading.pages)
    yield from (composition.header, composition.footer)
    said = composition.words["page"]
    yield from (said.format(page=n, pages=pages) for n in range(1, pages + 1))
    for line in evidence.script:
        yield from (piece.text for piece in line.pieces if piece.mark)
    # An item's number is there even where the item is but a picture, which no line tells of.
    yield from re.findall(r'data-number="(\d+)"', composition.html)
    # The style sheet numbers parts, and the items of lists that are not the monograph's.
    for counted in (
        sum(line.tag in ("h2", "h3") for line in evidence.script),
        sum(line.numbered for line in evidence.script),
    ):
        yield from map(str, range(1, counted + 1))
