"""Files that are something else than Markdown, by how they begin."""

import re

from leaflet.diagnostics import Diagnostic

_STARTS = (
    (rb"PK\x03\x04", "a Word document, or another file that is packed like one"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (rb"\{\\rtf", "a file in Rich Text Format"),
    (rb"%PDF-", "a PDF"),
    (rb"(?i:\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b)", "a web page"),
    (rb"\xff\xfe|\xfe\xff", "a text in UTF-16"),
)
_OTHERS = [(re.compile(rb"(?:\xef\xbb\xbf)?" + start, re.S), name) for start, name in _STARTS]

_LOOKED_AT = 2000
"""Bytes at the beginning of a file."""


def other_format(data: bytes, file: str) -> tuple[Diagnostic, ...]:
    """The error that a file is no Markdown, if it begins as a file of another format does."""
    for start, name in _OTHERS:
        if start.match(data[:_LOOKED_AT]):
            hint = "convert it, for example with pandoc, and check every dose"
            if "UTF-16" in name:
                hint = "save it as UTF-8"
            message = f"the file is {name}, not Markdown"
            return (Diagnostic.error("not-text", message, file, hint=hint),)
    return ()
