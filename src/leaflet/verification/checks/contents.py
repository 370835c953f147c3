"""Each line of the table of contents gives the page on which its part begins."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt


def check_contents(evidence: Evidence) -> Iterator[Diagnostic]:
    """After each line of the contents comes the page of its target, and no other number."""
    printed = evidence.printed
    found = [(each.line, each.end) for each in evidence.alignments if each.end is not None]
    # The last run: the first may be a number that the style sheet puts before the text.
    pages = {line.id: printed[end - 1].run.page + 1 for line, end in found if line.id and end}
    for line, end in found:
        if not line.target:
            continue
        number = printed[end].text if end < len(printed) else ""
        page = pages.get(line.target)
        if number != str(page):
            yield evidence.error(
                "wrong-page",
                f'the contents give page {number} for "{excerpt(line.text)}", '
                f"which is on page {page}",
            )
