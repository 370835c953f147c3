"""How many printed documents meet each item of published checklists.

    python -m benchmarks.checklists FOLDER [FOLDER...]

Each FOLDER is what `leaflet build` printed: documents below patient/, clinician-large-print/ and
the like. Compares the documents that all of them hold, and writes a Markdown table for each folder
below, of what some of them do not meet. The words that it looks for are English.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.checklists.document import Document
from benchmarks.checklists.item import Item
from benchmarks.checklists.items import GROUPS

Counts = Mapping[str, tuple[int, int]]
"""Of each item, how many documents meet it, and of how many it is asked."""


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]]
    if not folders:
        sys.exit(__doc__)
    parts = [{path.parent.relative_to(each) for path in each.rglob("*.pdf")} for each in folders]
    for part in sorted({Path(path.parts[0]) for path in set.intersection(*parts)}):
        print("\n".join(table(part.name, [each / part for each in folders], folders)), flush=True)


def table(part: str, folders: Sequence[Path], names: Sequence[Path]) -> Iterator[str]:
    """The items of the documents that all folders hold: in a row unless all documents meet it."""
    found = [{path.relative_to(each) for path in each.rglob("*.pdf")} for each in folders]
    shared = sorted(set.intersection(*found))
    counts = [count(part, [each / path for path in shared]) for each in folders]
    yield f"\n**{part}**, {len(shared)} documents\n"
    yield f"| item | source | {' | '.join(each.name for each in names)} |"
    yield f"| --- | --- |{' --: |' * len(names)}"
    met: list[str] = []
    for group, items in GROUPS.items():
        asked = [item for item in items if any(each[item.name][1] for each in counts)]
        failed = [each for each in asked if any(c[each.name][0] < c[each.name][1] for c in counts)]
        met += [f"{each.name} ({each.source})" for each in asked if each not in failed]
        if failed:
            yield f"| **{group}** | |{' |' * len(names)}"
        for item in failed:
            yield f"| {item.name} | {item.source} | {' | '.join(_share(c, item) for c in counts)} |"
    yield f"\nAll meet: {'; '.join(met)}."


def count(part: str, files: Sequence[Path]) -> Counts:
    """How many of the files meet each item."""
    met = {item.name: (0, 0) for items in GROUPS.values() for item in items}
    for file in files:
        kind, _, style = part.partition("-")
        document = Document.read(file.read_bytes(), kind, large="large-print" in style)
        for name, answer in answers(document):
            yes, asked = met[name]
            met[name] = (yes + answer, asked + 1)
    return met


def answers(document: Document) -> Iterator[tuple[str, bool]]:
    """The answer to each item that applies to a document."""
    for items in GROUPS.values():
        for item in items:
            answer = item.check(document) if item.concerns(document) else None
            if answer is not None:
                yield item.name, answer


def _share(counts: Counts, item: Item) -> str:
    yes, asked = counts[item.name]
    return f"{100 * yes / asked:.0f} %" if asked else "–"


if __name__ == "__main__":
    main()
