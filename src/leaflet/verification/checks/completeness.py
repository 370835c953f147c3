"""The composition holds all of the monograph, each word once, and nothing else."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.kinds.overrides import dispensable
from leaflet.monograph.text import plain
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import compact
from leaflet.verification.expected.replaced_words import block_texts, replaced_words
from leaflet.verification.expected.source_text import count_words, strip_markdown


def check_completeness(evidence: Evidence) -> Iterator[Diagnostic]:
    """The monograph's words in the composition are those of the file, less its named omissions."""
    monograph, kind = evidence.monograph, evidence.kind
    written = count_words([strip_markdown(monograph.source.body)])
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
    names = count_words(plain(group.name) for group in monograph.groups)
    if word := next(iter(composed - written - names), ""):
        message = f'"{word}" is in the {kind.name}, but not in the monograph'
        yield evidence.error("text-added", message)


def check_omissions(evidence: Evidence) -> Iterator[Diagnostic]:
    """The sheet names everything that it omits, and its kind may omit that."""
    kind = evidence.kind
    parts = (part for line in evidence.expected for part in line.parts)
    own = compact("".join(part.text for part in parts if part.owner == "own"))
    allowed = {*kind.leaves_out, *dispensable(kind)}
    for omission in evidence.composition.left_out:
        if omission.key not in allowed:
            yield evidence.error("not-allowed", f"a {kind.name} must not leave out {omission.key}")
        if compact(omission.name) not in own:
            message = f"{omission.key} is left out and the sheet does not say so"
            yield evidence.error("not-accounted", message)
