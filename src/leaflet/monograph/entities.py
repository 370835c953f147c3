"""Character references of HTML: ``&micro;`` and ``&#181;`` are read as µ."""

import re
from html import unescape
from html.entities import html5

_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]\w*);", re.I)


def decode(text: str) -> str:
    """The text with its character references decoded; names unknown to HTML stay as they are."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    name = entity.group()
    return unescape(name) if name.startswith("&#") or name[1:] in html5 else name
