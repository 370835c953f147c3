"""Waivers: what an author lets stand, code by code, in the front matter and with a reason.

::

    waive:
      dose-od: eye drops, OD means the right eye
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leaflet.config.suggest import nearest
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit

KEY = "waive"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A code that a monograph's author lets stand; ``reason`` is empty if none was given."""

    code: str
    reason: str
    line: int
    column: int


def waivers(manuscript: Manuscript) -> tuple[Waiver, ...]:
    """The waivers of a monograph, in their order."""
    given = manuscript.front.get(KEY)
    if isinstance(given, str):
        given = {given: None}
    elif isinstance(given, list):
        given = {str(code): None for code in given}
    if not isinstance(given, Mapping):
        return ()
    return tuple(
        Waiver(str(code), str(reason or "").strip(), *_place(manuscript, str(code)))
        for code, reason in given.items()
    )


def _place(manuscript: Manuscript, code: str) -> tuple[int, int]:
    """Where a waiver is written: after ``waive:``, the first place that holds its code."""
    begun = False
    word = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    for line in manuscript.lines[: manuscript.body_line - 1]:
        begun = begun or line.raw.startswith(KEY)
        if begun and (found := word.search(line.raw)):
            return line.number, found.start() + 1
    return 1, 1


def faulty(manuscript: Manuscript, known: Iterable[str], refused: Iterable[str]) -> Iterator[Hit]:
    """The waivers that cannot be honoured: of no rule, of one that stops printing, or unreasoned.

    ``known`` are the codes of all rules, ``refused`` of those that cannot be waived.
    """
    for waiver in waivers(manuscript):
        place = waiver.line, waiver.column
        if waiver.code not in known:
            yield Hit(*place, f'there is no rule "{waiver.code}"', nearest(waiver.code, known))
        elif waiver.code in refused:
            message = f"{waiver.code} cannot be waived: such a text is not printed"
            yield Hit(*place, message, "mend the text and take the waiver away")
        elif not waiver.reason:
            yield Hit(
                *place,
                f"{waiver.code} is waived without a reason, so it is told all the same",
                f'write why: waive: {{{waiver.code}: "…"}}',
            )


def unused(manuscript: Manuscript, found: Iterable[str], run: Iterable[str]) -> Iterator[Hit]:
    """The waivers of rules that were run and found nothing; ``found`` are the codes of all hits."""
    for waiver in waivers(manuscript):
        if waiver.code in run and waiver.code not in found:
            yield Hit(
                waiver.line,
                waiver.column,
                f"{waiver.code} is waived, but nothing in the text needs it",
                "take the waiver away",
            )
