"""Block quotes lose their ``>``; a ``>`` that compares stays.

``>25 kg: 100 mg`` must not lose its sign, and no quotation may gain a "more than". Where both
readings are possible, the text is refused.
"""

import re
from itertools import groupby

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.markdown.line_markers import box_label

_QUOTED = re.compile(r"( *)(?:> ?)+(.*)")
_COMPARES = re.compile(r" *>\s*(?!\d{1,2}[.)]\s)(?:[=≥]|[^\W\d_]{0,2}\d|[.,]\d)")
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
    of the first line in ``file``. Also returns an error for each block that may be either.
    """
    result: list[str] = []
    found: list[Diagnostic] = []
    for quoted, group in groupby(lines, key=lambda line: bool(_QUOTED.match(line))):
        written = list(group)
        inner = [_QUOTED.sub(r"\1\2", line).rstrip() for line in written]
        indented = written[0].startswith("    ") and not _ALERT.match(inner[0].lstrip())
        if not quoted or indented or _compares(written):
            result += written
            continue
        if _is_ambiguous(written, inner):
            found.append(_ambiguous(file, first + len(result)))
        result += _labelled(inner)
    return result, found


def _compares(written: list[str]) -> bool:
    return all(map(_COMPARES.match, written)) or not any(line.strip(" >") for line in written)


def _is_ambiguous(written: list[str], inner: list[str]) -> bool:
    """Whether the first line with text may be a comparison: it has a number, or an amount."""
    start, text = next(pair for pair in zip(written, inner, strict=True) if pair[1])
    text = text.lstrip()
    if _MARKED.match(text):
        return False
    return bool(_COMPARES.match(start) or _AMOUNT.match(text))


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
