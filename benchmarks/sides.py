"""How many sides printed documents take, and how full the last side is.

    python -m benchmarks.sides FOLDER [FOLDER...]

Each FOLDER is what `leaflet build` printed: documents below patient/, clinician/ and the like.
A last side is as full as its lowest line, or lowest line of a box, above the footer.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

LEAST = 1 / 3
"""The least of a last side, of two and more, that is to be full."""

OF_THE_FOOTER = 0.06
"""The part of a side, at its bottom, that holds the footer."""


def main() -> None:
    if not sys.argv[1:]:
        sys.exit(__doc__)
    for folder in map(Path, sys.argv[1:]):
        for part in sorted({path.relative_to(folder).parts[0] for path in folder.rglob("*.pdf")}):
            files = sorted((folder / part).rglob("*.pdf"))
            print("\n".join(report(f"{folder.name}/{part}", files)), flush=True)


def report(name: str, files: Sequence[Path]) -> Iterator[str]:
    """What is printed of the files of one kind."""
    measured = {file: measure(file) for file in files}
    sides = Counter(count for count, _ in measured.values())
    total = sum(count * number for count, number in sides.items())
    counts = ", ".join(f"{number} on {count}" for count, number in sorted(sides.items()))
    share = 100 * sides[2] / len(files)
    yield f"{name}: {len(files)} documents, {total / len(files):.3f} sides, {share:.1f} % on two"
    yield f"  {counts}"
    short = [
        (full, file.stem) for file, (count, full) in measured.items() if count > 2 and full < LEAST
    ]
    yield f"  last of three or more sides below a third: {len(short)}"
    yield from (f"    {full:.2f} {stem}" for full, stem in sorted(short))


def measure(file: Path) -> tuple[int, float]:
    """How many sides a document has, and how much of the last one is filled, from 0 to 1."""
    document = pypdfium2.PdfDocument(file)
    try:
        page = document[len(document) - 1]
        bottom = page.get_height() * OF_THE_FOOTER
        text = page.get_textpage()
        lines = [text.get_rect(number) for number in range(text.count_rects())]
        top = max((line[3] for line in lines), default=page.get_height())
        lowest = min((line[1] for line in lines if line[1] > bottom), default=top)
        return len(document), (top - lowest) / (top - bottom)
    finally:
        document.close()


if __name__ == "__main__":
    main()
