"""Runs of words as one line of text: what changed, and a few words around it."""

from collections.abc import Iterator, Sequence

from leaflet.diff.model import Edit, Run

AROUND = 8
"""Words that are quoted on each side of a change."""


def quote(runs: Sequence[Run]) -> str:
    """The words from → to: ``Adults: 5 mg → 50 mg once daily``.

    Words without a counterpart are in brackets: ``do [- not] crush``, ``do [+ not] crush``.
    """
    return " ".join(filter(None, _parts(runs)))


def _parts(runs: Sequence[Run]) -> Iterator[str]:
    for number, run in enumerate(runs):
        before = runs[number - 1].edit if number else Edit.KEPT
        after = runs[number + 1].edit if number + 1 < len(runs) else Edit.KEPT
        replaces = before is Edit.DELETED, after is Edit.INSERTED
        match run.edit:
            case Edit.KEPT:
                yield _shortened(run.text, is_first=number == 0, is_last=number == len(runs) - 1)
            case Edit.DELETED:
                yield run.text if replaces[1] else f"[- {run.text}]"
            case Edit.INSERTED:
                yield f"→ {run.text}" if replaces[0] else f"[+ {run.text}]"


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    words = text.split()
    if is_first and is_last:
        return text
    head = [] if is_first else words[:AROUND]
    tail = [] if is_last else words[-AROUND:]
    return text if len(head) + len(tail) >= len(words) else " ".join((*head, "…", *tail))
