"""Check 4: the composition holds all of the monograph, each word once, and no word of its own."""

from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.kinds.overrides import dispensable
from leaflet.monograph.text import plain
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import squeeze
from leaflet.verification.expected.source_text import bare, block_texts, count, replaced_words


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
    """What is left out is named on the sheet, and is nothing that its kind must not do without."""
    kind = evidence.kind
    own = squeeze(
        "".join(p.text for line in evidence.script for p in line.pieces if p.mark == "own")
    )
    allowed = {*kind.leaves_out, *dispensable(kind)}
    for omission in evidence.composition.left_out:
        if omission.key not in allowed:
            yield evidence.error("not-allowed", f"no {kind.name} may leave out {omission.key}")
        if squeeze(omission.name) not in own:
            yield evidence.error(
                "not-accounted", f"{omission.key} is left out and the sheet does not say so"
            )


def _left_out(evidence: Evidence) -> Counter[str]:
    """The words of what this document leaves out."""
    bodies = (omission.body for omission in evidence.composition.left_out)
    return count(text for body in bodies for text in block_texts(body))
