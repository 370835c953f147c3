"""Hard-wrapped text: whether a line continues the sentence above it or begins something new.

Some editors break lines at 80 columns, and some authors write the next thought on the next line.
Markdown takes both for one paragraph, but only the first is one.
"""

import re

_BOLD = r"\*\*(?:[^*]|\*(?!\*))+"
_ITALIC = r"([*_])[^*_]+(?:(?<=:)\1|\1\s*:)"
_BEGINS = re.compile(
    rf"{_BOLD}(?:(?<=[:?])\*\*|\*\*\s*(?::|$))|\*\*Q\b|{_ITALIC}"
    r"|(?:[QA]|Ans(?:wer)?|Q\d+)\s*[:.]\s|\*[QA]:|\(?(?:[a-z]|[ivx]{2,4})[.)]\s"
)
_WHOLE_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")
_WRAPPED_AT = 60
"""Characters; a shorter line was ended by its author, not by an editor."""


def goes_on(last: str, text: str) -> bool:
    """Whether ``text`` continues the sentence of the line ``last`` above it."""
    if _BEGINS.match(text) or _WHOLE_BOLD.match(last) or last.endswith(":"):
        return False
    if text[:1].islower():
        return True
    ends = last.rstrip("*_")[-1:] in (*".;!?:", "")
    return not text.endswith(":") and len(last) >= _WRAPPED_AT and not ends
