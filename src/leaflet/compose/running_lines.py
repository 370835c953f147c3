"""The running header and footer, made of the parts that the style sheet's tokens name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.errors import SettingsError
from leaflet.i18n.language_tags import in_language
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain
from leaflet.theme.cascade import Stylesheet

REQUIRED = {"--header": "name", "--footer": "disclaimer"}
"""The part that each of the two must have, on every page of every style."""


@dataclass(frozen=True, slots=True)
class RunningLines:
    """The title of a document, and the words of its header and footer.

    ``longest_header`` is that of a page that goes on about the medicine with the longest name, if
    there are several.
    """

    title: str
    header: str
    footer: str
    longest_header: str


def running_lines(
    monograph: Monograph, kind: Kind, stylesheet: Stylesheet, settings: Settings
) -> RunningLines:
    """The running lines of a document; ``kind`` is in its language.

    Raises ``SettingsError`` if a token names a part that does not exist, or lacks the medicine's
    name or the disclaimer, which every page must have.
    """
    parts = _parts(monograph, kind, settings)
    header, footer = (
        [parts[name] for name in _names(token, stylesheet, parts) if parts[name]]
        for token in ("--header", "--footer")
    )
    longest = max((plain(group.name) for group in monograph.groups), key=len)
    return RunningLines(
        f"{monograph.name}: {kind.title}",
        " · ".join(header),
        reduce(_joined, footer),
        " · ".join(filter(None, (*header, longest))),
    )


def _joined(line: str, part: str) -> str:
    """A part added to a line: after a sentence, another follows at once; all else after a dot."""
    return f"{line} {part}" if line.endswith(".") and part.endswith(".") else f"{line} · {part}"


def _parts(monograph: Monograph, kind: Kind, settings: Settings) -> dict[str, str]:
    """What ``--header`` and ``--footer`` may name; empty if the document has no such part."""
    front, brand, words = monograph.front, settings.brand, kind.language.words
    reviewed = f"{words['reviewed']} {kind.language.day(front.reviewed)}." if front.reviewed else ""
    return {
        "name": monograph.name,
        "kind": kind.title,
        "house": brand.name,
        "phone": brand.phone.replace(" ", "\u00a0"),
        "url": brand.url,
        "disclaimer": in_language(settings.disclaimer, front.lang) or words["footer"],
        "uncontrolled": words["uncontrolled"],
        "version": f"{words['version']} {front.version}." if front.version else "",
        "reviewed": reviewed,
    }


def _names(token: str, stylesheet: Stylesheet, known: Mapping[str, str]) -> list[str]:
    """The parts that a token names. Raises ``SettingsError`` as ``running_lines`` does."""
    names, required = stylesheet.tokens[token].split(), REQUIRED[token]
    for name in names:
        if name not in known:
            raise _bad_token(stylesheet, token, f'knows no "{name}"', nearest(name, known))
    if required not in names:
        hint = f"write it like {token}: {' '.join((required, *names))};"
        raise _bad_token(stylesheet, token, f"must hold the {required}", hint)
    return names


def _bad_token(stylesheet: Stylesheet, token: str, message: str, hint: str) -> SettingsError:
    origin = stylesheet.set_by[token]
    return SettingsError.of(
        "bad-token", f"{token} {message}", file=origin.file, line=origin.line, hint=hint
    )
