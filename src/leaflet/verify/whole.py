"""Check 4: the composition holds all of the monograph, each word once, and no word of its own."""

from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.text import plain
from leaflet.verify.evidence import Evidence
from leaflet.verify.original import (
    bare,
    block_texts,
    count,
    replaced_words,
    section_words,
)
from leaflet.verify.script import squeeze


def check_whole(evidence: Evidence) -> Iterator[Diagnostic]:
    """The unmarked words of the composition are the file's, less what is left out by name."""
    monograph, kind = evidence.monograph, evidence.kind
    written = count([bare(monograph.source.body)])
    placed = count(
        "".join(piece.text if not piece.mark else " " for piece in line.pieces)
        for line in evidence.script
    )
    spared = replaced_words(monograph) + _left_out(evidence)
    lost = written - placed - spared
    for word in lost:
        yield evidence.error(
            "text-lost", f'"{word}" of the monograph is not in the {kind.name}', words=word
        )
        break
    added = placed - written - count(plain(group.name) for group in monograph.groups)
    for word in added:
        yield evidence.error("text-added", f'"{word}" is in the {kind.name}, not in the monograph')
        break


def check_named(evidence: Evidence) -> Iterator[Diagnostic]:
    """A kind that leaves something out says so: the sheet names each section it does not print."""
    monograph, kind = evidence.monograph, evidence.kind
    own = squeeze(
        "".join(p.text for line in evidence.script for p in line.pieces if p.mark == "own")
    )
    held = {section.key for group in monograph.groups for section in group.sections}
    held |= {"disclaimers"} if monograph.disclaimers else set()
    for key in kind.leaves_out:
        if key in held and squeeze(kind.headings.get(key, key)) not in own:
            yield evidence.error(
                "not-accounted", f"{key} is left out and the sheet does not say so"
            )


def _left_out(evidence: Evidence) -> Counter[str]:
    """The words of the sections, and of the disclaimers, that this kind does not print."""
    kind, monograph = evidence.kind, evidence.monograph
    words: Counter[str] = Counter()
    for group in monograph.groups:
        for section in group.sections:
            if section.key in kind.leaves_out:
                words += section_words(section)
    if "disclaimers" in kind.leaves_out:
        words += count(block_texts(monograph.disclaimers))
    return words
