"""Waivers: rules that an author switches off in the front matter, each with a reason.

::

    waive:
      dose-od: eye drops, OD means the right eye
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from leaflet.config.suggest import nearest
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit

KEY = "waive"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that the author switched off; ``reason`` is empty if none was given."""

    code: str
    reason: str
    line: int
    column: int


def waivers(manuscript: Manuscript) -> tuple[Waiver, ...]:
    """The waivers of a monograph, in order."""
    given = manuscript.front.get(KEY)
    if isinstance(given, str):
        given = {given: None}
    elif isinstance(given, list):
        given = {str(code): None for code in given}
    if not isinstance(given, Mapping):
        return ()
    return tuple(
        Waiver(str(code), str(reason or "").strip(), *_position(manuscript, str(code)))
        for code, reason in given.items()
    )


def _position(manuscript: Manuscript, code: str) -> tuple[int, int]:
    """The line and column of a waiver: the first occurrence of its code after ``waive:``."""
    begun = False
    word = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    for line in manuscript.front_lines:
        begun = begun or line.raw.startswith(KEY)
        if begun and (found := word.search(line.raw)):
            return line.number, found.start() + 1
    return 1, 1


def faulty(manuscript: Manuscript, known: Iterable[str], refused: Iterable[str]) -> Iterator[Hit]:
    """Find the waivers that have no effect: of an unknown or refused rule, or without a reason.

    ``known`` are the codes of all rules, ``refused`` those of rules that cannot be waived.
    """
    for waiver in waivers(manuscript):
        position = waiver.line, waiver.column
        if waiver.code not in known:
            yield Hit(*position, f'there is no rule "{waiver.code}"', nearest(waiver.code, known))
        elif waiver.code in refused:
            message = f"{waiver.code} cannot be waived, because leaflet prints no such text"
            yield Hit(*position, message, "correct the text and remove the waiver")
        elif not waiver.reason:
            yield Hit(
                *position,
                f"{waiver.code} is waived without a reason, so the waiver has no effect",
                f'add the reason: waive: {{{waiver.code}: "…"}}',
            )


def self_waived(
    manuscript: Manuscript, waived: Iterable[str], stopping: Sequence[str]
) -> Iterator[Hit]:
    """Count the findings that would stop the text, had it not waived them.

    ``waived`` are the codes of waived rules, ``stopping`` those of all findings that stop a text,
    each as often as it was found. What the settings permit does not count.
    """
    codes = sorted(set(waived).intersection(stopping).difference(manuscript.settings.waivers))
    if codes:
        number = sum(map(stopping.count, codes))
        yield Hit(
            *_position(manuscript, codes[0]),
            f"{number} finding{'s' * (number > 1)} waived by the text itself: {', '.join(codes)}",
            "correct the text, or permit it: waivers = […] under [check] in leaflet.toml",
        )


def unused(manuscript: Manuscript, found: Iterable[str], run: Iterable[str]) -> Iterator[Hit]:
    """Find the waivers of rules that ran without a hit; ``found`` are the codes of all hits."""
    for waiver in waivers(manuscript):
        if waiver.code in run and waiver.code not in found:
            yield Hit(
                waiver.line,
                waiver.column,
                f"{waiver.code} is waived, but the rule finds nothing",
                "remove the waiver",
            )
