"""The composition holds all of the monograph, each word once, and nothing else."""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.kinds.model import OWN
from leaflet.kinds.overrides import dispensable
from leaflet.monograph.text import plain
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import compact
from leaflet.verification.expected.replaced_words import block_texts, replaced_words, running_texts
from leaflet.verification.expected.source_pictures import PICTURE
from leaflet.verification.expected.source_text import count_words, doubtful_numbers, strip_markdown

_OF_MONOGRAPH = re.compile(r'<img src="(?!file:///theme/)')


def check_completeness(evidence: Evidence) -> Iterator[Diagnostic]:
    """The monograph's words in the composition are those of the file, less its named omissions.

    So are its pictures; one in a heading that the document replaces may go with it.
    """
    monograph, kind = evidence.monograph, evidence.kind
    source = strip_markdown(monograph.source.body)
    written = count_words([source])
    composed = count_words(
        "".join(" " if part.owner else part.text for part in line.parts)
        for line in evidence.expected
    )
    omitted = count_words(
        text for omission in evidence.composition.left_out for text in block_texts(omission.body)
    )
    if word := next(iter(written - composed - replaced_words(monograph) - omitted), ""):
        message = f'"{word}" of the monograph is not in the {kind.name}'
        yield evidence.error("text-lost", message, text=word)
    composed_pictures = len(_OF_MONOGRAPH.findall(evidence.composition.html))
    lost = source.count(PICTURE) - composed_pictures - _pictures_left_out(evidence)
    if lost > 0:
        message = f"{lost} of the monograph's pictures are not in the {kind.name}"
        yield evidence.error("picture-lost", message)
    names = count_words(plain(group.name) for group in monograph.groups)
    doubtful = count_words(doubtful_numbers(monograph.source.body))
    if word := next(iter(composed - written - names - doubtful), ""):
        message = f'"{word}" is in the {kind.name}, but not in the monograph'
        yield evidence.error("text-added", message)


def _pictures_left_out(evidence: Evidence) -> int:
    """The number of pictures in what a sheet omits, and in headings that a document replaces."""
    headings = [
        section.heading
        for group in evidence.monograph.groups
        for section in group.sections
        if section.key
    ]
    omitted = (text for each in evidence.composition.left_out for text in running_texts(each.body))
    return sum(bool(span.image) for text in (*headings, *omitted) for span in text)


def check_omissions(evidence: Evidence) -> Iterator[Diagnostic]:
    """The sheet names everything that it omits, and its kind may omit that."""
    kind = evidence.kind
    parts = (part for line in evidence.expected for part in line.parts)
    own = compact("".join(part.text for part in parts if part.owner == "own"))
    allowed = {*kind.leaves_out, *dispensable(kind), *([OWN] if kind.leaves_out_own else [])}
    for omission in evidence.composition.left_out:
        if omission.key not in allowed:
            yield evidence.error("not-allowed", f"a {kind.name} must not leave out {omission.key}")
        if compact(omission.name) not in own:
            message = f"{omission.key} is left out and the sheet does not say so"
            yield evidence.error("not-accounted", message)
