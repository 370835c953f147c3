"""The sign ``>`` at a margin: where it quotes it goes, where it compares it stays.

``>25 kg: 100 mg`` must not lose its sign, and "> twice the upper limit" must not either; a
quotation is only what cannot be a comparison.
"""

import re

_QUOTED = re.compile(r" {0,3}(?:> ?)+(.*)")
_BEGINS = re.compile(r"[*_#\[]{1,2}[^\W\d]|\[!|[^\W\d_]")
_ALERT = re.compile(r"\[!([A-Za-z]+)\]\s*")
_FEWEST_WORDS = 5


def unquote(lines: list[str]) -> list[str]:
    """The lines without the signs of their quotations; no line is added or taken away.

    Lines that follow each other and all begin with ``>`` are a quotation if the first begins
    with emphasis, or has the words and the full stop of a sentence, and none begins with a number.
    """
    result = list(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _QUOTED.match(lines[end]):
            end += 1
        inner = [m[1].rstrip() for line in lines[at:end] if (m := _QUOTED.match(line))]
        if inner and _is_quotation(inner):
            result[at:end] = [_ALERT.sub(_label, line) for line in inner]
        at = max(end, at + 1)
    return result


def _is_quotation(inner: list[str]) -> bool:
    written = [line for line in inner if line]
    if not written or not all(
        _BEGINS.match(line) or line.startswith(("- ", "* ")) for line in written
    ):
        return False
    if written[0][0] in "*_#[":
        return True
    sentence = " ".join(written)
    few = len(sentence.split()) < _FEWEST_WORDS
    return sentence[0].isupper() and sentence[-1] in ".!?:" and not few


def _label(alert: re.Match[str]) -> str:
    """``[!WARNING]``, as some sites write a boxed note, is a label."""
    return f"**{alert[1].capitalize()}:** "
