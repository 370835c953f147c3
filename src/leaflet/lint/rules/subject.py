"""Is the text about the medicine of its title?"""

from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.names_in_text import unnamed
from leaflet.lint.text.rule import Hit, Rule


def _mismatch(manuscript: Manuscript) -> Iterator[Hit]:
    if not manuscript.sections:
        return
    first = manuscript.sections[0].line
    words = [
        line.words
        for line in manuscript.body
        if line.number >= first and "disclaimer" not in line.words.lower()
    ]
    for name, instead in unnamed(manuscript.title, words):
        other = f", but it does name {instead}" if instead else ""
        yield Hit(
            *_position(manuscript, name.split()[0]),
            f"the text never names {name}{other}",
            "make sure that the title and the text are about the same medicine",
            stops=bool(instead),
        )


def _position(manuscript: Manuscript, word: str) -> tuple[int, int]:
    """The line and column of a word in the title."""
    for line in manuscript.lines[: manuscript.body_line]:
        if (at := line.raw.lower().find(word)) >= 0:
            return line.number, at + 1
    return 1, 1


RULES: tuple[Rule, ...] = (
    Rule(
        "name-mismatch",
        Severity.ERROR,
        "the text never names the medicine of its title, or one of its ingredients",
        "The doses may belong to another medicine: levofloxacin is taken by mouth every day, "
        "levonadifloxacin is an infusion. Other national names, salts and spellings of the same "
        "medicine are accepted; names that only look similar are not.",
        "A survey of 6,447 monographs: 22 are about a different medicine from their title",
        _mismatch,
        stops=True,
    ),
)
