"""Is the text about the medicine in its title?"""

from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.names_in_text import unnamed
from leaflet.lint.text.rule import Hit, Rule


def _mismatch(manuscript: Manuscript) -> Iterator[Hit]:
    if not manuscript.sections:
        return
    first = manuscript.sections[0].line
    said = [
        line.words
        for line in manuscript.body
        if line.number >= first and "disclaimer" not in line.words.lower()
    ]
    for name, instead in unnamed(manuscript.title, said):
        spoken_of = f"; it speaks of {instead}" if instead else ""
        yield Hit(
            *_place(manuscript, name.split()[0]),
            f"the text never names {name}{spoken_of}",
            "check title and text against each other: one of the two is of another medicine",
        )


def _place(manuscript: Manuscript, word: str) -> tuple[int, int]:
    """Where the title writes a word."""
    for line in manuscript.lines[: manuscript.body_line]:
        if (at := line.raw.lower().find(word)) >= 0:
            return line.number, at + 1
    return 1, 1


RULES: tuple[Rule, ...] = (
    Rule(
        "name-mismatch",
        Severity.ERROR,
        "the text never names the medicine of its title, or a part of it",
        "The doses of one medicine under the name of another: levofloxacin is taken by "
        "mouth daily, "
        "levonadifloxacin is an infusion. National names, salts and spellings of one "
        "medicine count as "
        "one; names that are merely close do not.",
        "A survey of 6,447 monographs: 22 are about another medicine than their title",
        _mismatch,
    ),
)
