"""The running header and footer, made of the parts that the style sheet's tokens name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from leaflet.compose.measure.margins import fits_header, margin_lines, page_numbering
from leaflet.compose.sheet.makeup import Makeup, has_own_size
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
    there are several, or with the part that has the longest heading. ``disclaimer`` is what the
    document says itself because its footer does not.
    """

    title: str
    header: str
    footer: str
    longest_header: str
    disclaimer: str = ""


def running_lines(
    monograph: Monograph, kind: Kind, stylesheet: Stylesheet, settings: Settings
) -> RunningLines:
    """The running lines of a document; ``kind`` is in its language.

    A sheet in a size of its own takes several pages: each has a footer with name and number only,
    since header and footer would take a third of them, and above the text the part that goes on.

    Raises ``SettingsError`` if a token names a part that does not exist, or lacks the medicine's
    name or the disclaimer, which every page must have.
    """
    parts = _parts(monograph, kind, settings)
    header, footer = (
        reduce(_joined, filter(None, map(parts.get, _names(token, stylesheet, parts))), "")
        for token in ("--header", "--footer")
    )
    title = f"{monograph.name}: {kind.title}"
    if kind.sheet:
        longest = max((part.heading for part in kind.parts), key=len)
        words = kind.language.words
        if has_own_size(kind.sheet, stylesheet.tokens):
            above = goes_on_with(longest, "", words)
            return RunningLines(title, "", monograph.name, above, parts["disclaimer"])
        return RunningLines(title, header, footer, header + goes_on_with(longest, header, words))
    longest = max((plain(group.name) for group in monograph.groups), key=len)
    return RunningLines(title, header, footer, " · ".join(filter(None, (header, longest))))


def goes_on_with(part: str, header: str, words: Mapping[str, str]) -> str:
    """What is added to the header of a page that goes on with a part; without one, that it goes on.

    A sheet without a header has only the name of the part there.
    """
    named = words["part_continued"].format(part=part)
    if not header:
        return named if part else ""
    return f" · {named}" if part else words["continued"]


def words_for_later_sides(
    headings: Iterable[str], header: str, words: Mapping[str, str], tokens: Mapping[str, str]
) -> dict[str, str]:
    """What is added to the header where a part of a leaflet goes on, by the part's heading.

    It has as much of the heading as there is room for: another line would cost all pages space.
    """
    return {each: _shortened(each, header, words, tokens) for each in headings}


def _shortened(part: str, header: str, words: Mapping[str, str], tokens: Mapping[str, str]) -> str:
    split = part.split()
    shorter = (" ".join(split[:end]) + "…" for end in range(len(split) - 1, 1, -1))
    added = (goes_on_with(each, header, words) for each in (part, *shorter, ""))
    return next((each for each in added if fits_header(header + each, tokens)), "")


def tokens_of_document(
    lines: RunningLines,
    words: Mapping[str, str],
    tokens: Mapping[str, str],
    makeup: Makeup,
    *,
    is_sheet: bool,
) -> dict[str, str]:
    """The tokens that depend on header, footer and make-up of one document.

    A sheet on one side has no header: its name is right below.
    """
    continues = words["continues"] if makeup.runs_on else ""
    header = lines.longest_header
    if is_sheet and not names_parts(lines, makeup):
        header = lines.header + words["continued"] if makeup.runs_on else ""
    size = {"--text-size": f"{makeup.size:g}pt"} if makeup.size else {}
    margins = margin_lines(header, lines.footer, words["page"], tokens, continues)
    first = {"--first-header-lines": margins["--header-lines"] if lines.header else "0"}
    return {**margins, **first, **page_numbering(words["page"]), **size}


def names_parts(lines: RunningLines, makeup: Makeup) -> bool:
    """Whether the pages of a sheet name the part that they go on with.

    Columns of known height repeat its heading instead.
    """
    return not makeup.left and (makeup.runs_on or not lines.header)


def _joined(line: str, part: str) -> str:
    """A part added to a line: two sentences follow at once, all else after a dot."""
    if not line:
        return part
    return f"{line} {part}" if line.endswith(".") and part.endswith(".") else f"{line} · {part}"


def _parts(monograph: Monograph, kind: Kind, settings: Settings) -> dict[str, str]:
    """What ``--header`` and ``--footer`` may name; empty if the document has no such part."""
    front, brand, words = monograph.front, settings.brand, kind.language.words
    footer = words["footer_clinician"] if kind.sheet else words["footer"]
    reviewed = f"{words['reviewed']} {kind.language.day(front.reviewed)}." if front.reviewed else ""
    return {
        "name": monograph.name,
        "kind": kind.title,
        "house": brand.name,
        "phone": brand.phone.replace(" ", "\u00a0"),
        "url": brand.url,
        "disclaimer": in_language(settings.disclaimer, front.lang) or footer,
        "uncontrolled": words["uncontrolled"],
        "version": f"{words['version']}\u00a0{front.version}." if front.version else "",
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
