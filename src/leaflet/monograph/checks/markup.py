"""Markup of other tools that is still there in the texts that will be printed: an error each.

Whatever the reader knows has become words by then. What is left would reach a patient raw, or
would change what a sentence says once its tool has read it, so nobody may guess.
"""

from collections.abc import Iterable, Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.checks.markup_kinds import LEFT_OVER, SIGNS
from leaflet.monograph.checks.printed import PrintedText
from leaflet.monograph.model import Source


def left_over(texts: Iterable[PrintedText], source: Source) -> Iterator[Diagnostic]:
    """An error for each text that will be printed with markup in it; one for lines in a row.

    It is a warning where the project allows that kind of markup.
    """
    last = ("", -1)
    for line, text in texts:
        stripped = text.strip()
        if not any(sign.search(stripped) for sign in SIGNS):
            continue
        for pattern, name, hint, kind in LEFT_OVER:
            if found := pattern.search(stripped):
                repeated = last == (name, line - 1)
                last = (name, line)
                if not repeated:
                    shown = " ".join(found[0].split())[:40]
                    allowed = kind in source.markup.allow
                    yield (_allowed if allowed else _refused)(shown, name, source.name, line, hint)
                break


def _refused(shown: str, name: str, file: str, line: int, hint: str) -> Diagnostic:
    message = f"{shown} is {name}, which would be printed as it stands"
    return Diagnostic.error("raw-markup", message, file, line, hint=hint)


def _allowed(shown: str, name: str, file: str, line: int, _: str) -> Diagnostic:
    message = f"{shown} is {name}, and printed as it stands, as leaflet.toml allows"
    return Diagnostic.warning("markup-allowed", message, file, line)
