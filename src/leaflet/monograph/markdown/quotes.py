"""Block quotes lose their ``>``; a ``>`` that compares stays.

``>25 kg: 100 mg`` must not lose its sign, and no quotation may gain a "more than". Where both
readings are possible, the text is refused.
"""

import re
from collections.abc import Iterable

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.markdown.line_markers import box_label
from leaflet.monograph.markdown.list_items import BULLETS

_QUOTED = re.compile(rf"( *(?:(?:[*+\-{BULLETS}]|\d{{1,3}}[.)]) +)?)((?:> *(?=>)|> ?)+(.*))")
"""What is before the signs of a quotation, spaces or the marker of an item; they, and the text."""

_COMPARES = re.compile(r">\s*(?!\d{1,2}[.)]\s)(?:[=≥]|[^\W\d_]{0,2}\d|[.,]\d)")
_RULE = re.compile(r" {0,3}-{2,}\s*$")
_MARKED = re.compile(r"[*_#`\[]{1,3}[^\W\d]|\[[!\[]|!\[|[-*+•] |\d{1,3}[.)] |[{$<|]")
_AMOUNT = re.compile(
    r"(?i)(?:twice|half|double|triple|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"upper|normal|baseline|grade|stage|class|age|weight)\b"
)
"""Words with which a comparison may go on: ``> twice the upper limit``, ``> Grade 2``."""

_ALERT = re.compile(r"\[!([A-Za-z]+)\][-+]?[^\S\n]*")


def unquote(lines: list[str], first: int, file: str) -> tuple[list[str], list[Diagnostic]]:
    """The same number of lines, without the signs of quotations.

    Consecutive lines that all begin with ``>`` are a quotation if the first begins with words or
    markup, and they are comparisons if each of them begins with a number. ``first`` is the number
    of the first line in ``file``. Also returns an error for each block that may be either: so is
    ``> 25 kg`` in a text that has quotations, but not ``>25 kg``.
    """
    result: list[str] = []
    ambiguous: list[int] = []
    spaced: list[int] = []
    quotes = last = False
    for written in _groups(lines):
        line = first + len(result)
        found = [*filter(None, map(_quoted, written))]
        if not found:
            # A rule below a quotation makes no heading of it.
            after = quotes and last and _RULE.match(written[0])
            result += ["", *written[1:]] if after else written
        elif not any(each[3].strip() for each in found):
            result += [""] * len(written)
        elif all(_COMPARES.match(each[2]) for each in found):
            result += written
            spaced += [line] if any(each[2].startswith("> ") for each in found) else []
        else:
            quotes = True
            ambiguous += [line] if _is_ambiguous(found) else []
            if result and result[-1].strip():
                result[-1] += "  "  # what is right above it is another line
            inner = _labelled([each[3].rstrip() for each in found])
            result += [each[1] + text for each, text in zip(found, inner, strict=True)]
        last = bool(found)
    errors = sorted([*ambiguous, *(spaced if quotes else ())])
    return result, [_ambiguous(file, line) for line in errors]


def _groups(lines: Iterable[str]) -> Iterable[list[str]]:
    """Lines in a row that are all quoted, or all not; one in an item begins with the item."""
    groups: list[list[str]] = []
    last = False
    for line in lines:
        found = _quoted(line)
        if groups and last == bool(found) and not (found and found[1].strip()):
            groups[-1].append(line)
        else:
            groups.append([line])
        last = bool(found)
    return groups


def _quoted(line: str) -> re.Match[str] | None:
    """The parts of a line in a quotation; an item that begins with a comparison is in none."""
    found = _QUOTED.match(line) if ">" in line else None
    if not found or not found[1].strip():
        return found
    compares = _COMPARES.match(found[2]) or _AMOUNT.match(found[3])
    return None if compares or not found[3].strip() else found


def _is_ambiguous(found: list[re.Match[str]]) -> bool:
    """Whether the first line with text may be a comparison: it has a number, or an amount.

    So may a line that has a sign more than the one above it: ``> >25 kg``.
    """
    depth = 1
    for each in found:
        signs = each[2].removesuffix(each[3]).count(">")
        if signs > depth and _COMPARES.match(">" + each[3]):
            return True
        depth = signs
    start = next(each for each in found if each[3].strip())
    if _MARKED.match(start[3]):
        return False
    return bool(_COMPARES.match(start[2]) or _AMOUNT.match(start[3]))


def _ambiguous(file: str, line: int) -> Diagnostic:
    return Diagnostic.error(
        "quotation",
        "this > may begin a quotation, or mean more than",
        file=file,
        line=line,
        hint="write more than, or begin the quotation with **Note:**",
    )


def _labelled(lines: list[str]) -> list[str]:
    """The lines with ``[!WARNING]``, with which others begin a box, as the label of that box.

    The box ends with the quotation, or where the next one begins.
    """
    end, labelled = len(lines), []
    for number, line in reversed([*enumerate(lines)]):
        alert = _ALERT.search(line)
        label = f"{box_label(f'{alert[1].capitalize()}:', end - number - 1)} " if alert else ""
        labelled.append(_ALERT.sub(label, line))
        end = number if alert else end
    return labelled[::-1]
