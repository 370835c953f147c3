"""Is the text about the medicine of its title?"""

from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.names_in_text import alike, components, unnamed
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
    missing = list(unnamed(manuscript.title, words))
    confirmed = _is_confirmed(manuscript, len(missing))
    for name, instead in missing:
        other = f", but it does name {instead}" if instead else ""
        is_other = instead and not (confirmed and instead not in alike(max(name.split(), key=len)))
        yield Hit(
            *_position(manuscript, name.split()[0]),
            f"the text never names {name}{other}",
            "make sure that the title and the text are about the same medicine; if they are, name "
            f"{name} in the text (in its first sentence, say), else correct the title",
            stops=bool(is_other),
        )


def _is_confirmed(manuscript: Manuscript, missing: int) -> bool:
    """Whether ``generic_name`` names all ingredients of a combination, and the text one of them."""
    parts = components(manuscript.title)
    generic = components(str(manuscript.front.get("generic_name") or ""))
    named = {word for words in generic for word in words}
    return missing < len(parts) and all(not named.isdisjoint(words) for words in parts)


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
