"""Characters by their names: ``&micro;`` and ``&#181;`` are read as the µ that they mean."""

import re
from html import unescape
from html.entities import html5

_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]\w*);", re.I)


def decode(text: str) -> str:
    """A text with its entities decoded; a name that HTML does not know is text."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    name = entity.group()
    return unescape(name) if name.startswith("&#") or name[1:] in html5 else name
