"""Check 1, for the contents: each line of theirs tells the page on which its part begins."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.align import follow, said


def check_contents(evidence: Evidence) -> Iterator[Diagnostic]:
    """After each line of the contents stands the page of what it leads to, and no other number."""
    if not any(line.leads_to for line in evidence.script):
        return
    stream = list(said(evidence.reading))
    found = [each for each in follow(evidence.script, stream) if each.end is not None]
    # Not the first run: that may be a number which the style sheet sets before the words.
    pages = {e.line.name: stream[e.end - 1].run.page + 1 for e in found if e.line.name and e.end}
    for each in found:
        if each.line.leads_to and each.end is not None:
            told = stream[each.end].text if each.end < len(stream) else ""
            page = pages.get(each.line.leads_to)
            if told != str(page):
                yield evidence.error(
                    "wrong-page",
                    f'the contents say that "{excerpt(each.line.text)}" is on page {told}, '
                    f"it is on page {page}",
                )
