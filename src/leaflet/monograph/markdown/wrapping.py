"""Hard-wrapped text: whether a line continues the sentence above it or begins something new.

Some editors break lines at 80 columns, and some authors write the next thought on the next line.
Markdown takes both for one paragraph, but only the first is one.
"""

import re
from typing import NamedTuple

_BOLD = r"\*\*(?:[^*]|\*(?!\*))+"
_ITALIC = r"([*_])[^*_]+(?:(?<=:)\1|\1\s*:)"
_BEGINS = re.compile(
    rf"{_BOLD}(?:(?<=[:?])\*\*|\*\*\s*(?::|$))|\*\*Q\b|{_ITALIC}"
    r"|(?:[QA]|Ans(?:wer)?|Q\d+)\s*[:.]\s|\*[QA]:|\(?(?:[a-z]|[ivx]{2,4})[.)]\s"
)
_WHOLE_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")
_WRAPPED_AT = 60
"""Characters; a shorter line was ended by its author, not by an editor."""


_ASKS = re.compile(r"[\s*_]*Q(?:uestion)?\s*\d*\s*[:.)]")
_ENDS_QUESTION = re.compile(r"[^.!?؟]*[?؟]")


class Unended(NamedTuple):
    """What the lines of a paragraph have begun and not ended: something bold, a question."""

    bold: bool = False
    question: bool = False

    def after(self, line: str) -> "Unended":
        """What is not ended after one more line."""
        is_bold = self.bold ^ bool(line.count("**") % 2)
        asks = self.question or bool(_ASKS.match(line))
        return Unended(is_bold, asks and not {"?", "؟"} & {*line})


NOTHING = Unended()


def goes_on(last: str, text: str, unended: Unended = NOTHING) -> bool:
    """Whether ``text`` continues the sentence of the line ``last`` above it.

    It does if it ends what is bold, unless that would be a label, or a question.
    """
    inside, end, _ = text.partition("**")
    if unended.bold and end and text.count(end) % 2 and not inside.rstrip().endswith(":"):
        return True
    if _BEGINS.match(text) or _WHOLE_BOLD.match(last) or last.endswith(":"):
        return False
    if text[:1].islower() or (unended.question and _ENDS_QUESTION.match(text)):
        return True
    ends = last.rstrip("*_")[-1:] in (*".;!?:", "")
    return not text.endswith(":") and len(last) >= _WRAPPED_AT and not ends
