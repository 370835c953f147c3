"""Markup of other tools that a project has chosen to leave out: ``strip`` in leaflet.toml.

The words around it and between its marks stay. What has a number with its unit stays too, and is
refused: nobody meant to leave out a dose.
"""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from leaflet.diagnostics import Diagnostic

_AMOUNT = re.compile(r"\d\s*(?:[^\W\d_]|%)")


class Kind(NamedTuple):
    """What is left out of one kind, its name in a message, and what replaces it."""

    pattern: re.Pattern[str]
    name: str
    instead: str = ""


_COMMANDS = "newpage|pagebreak|clearpage|noindent|bigskip|medskip|smallskip|hfill|vfill|centering"
_WITH_VALUE = "vspace|hspace|begin|end|label|pagestyle|thispagestyle|setlength"
_LAYOUT = (
    "a|abbr|article|aside|big|center|details|div|figcaption|figure|font|footer|header|kbd|main|mark"
    "|nav|p|section|small|span|summary|u"
)

KINDS: Mapping[str, Kind] = {
    "attributes": Kind(
        re.compile(r"(?<![)\]:])(?<!: )(?:\{:[^{}\n]*\}|\{[.#][A-Za-z][^{}\n]*\})"),
        "a list of attributes",
    ),
    "box": Kind(
        re.compile(
            r"^ *:{3,} *(?!(?:abstract|attention|bug|caution|danger|error|example|failure|hint"
            r"|important|info|note|question|quote|seealso|success|summary|tip|warning)\b)"
            r"[A-Za-z][\w-]* *(?:\{[^{}\n]*\})?$",
            re.M | re.I,
        ),
        "a box",
        "::: {#box}",
    ),
    "embed": Kind(re.compile(r"!\[\[[^\[\]]*\]\]"), "an embedded note"),
    "footnote": Kind(re.compile(r"\[\^([^\]\s]+)\](?!:)"), "a mark of a footnote"),
    "html": Kind(re.compile(rf"</?(?:{_LAYOUT})(?:\s[^<>]*)?/?>", re.I), "an HTML element"),
    "latex": Kind(
        re.compile(rf"\\(?:(?:{_COMMANDS})(?![A-Za-z])|(?:{_WITH_VALUE})\*?\{{[^{{}}]*\}})"),
        "a command of LaTeX",
    ),
    "liquid": Kind(re.compile(r"\{%(?:(?!%\}).)*%\}", re.S), "a Liquid tag"),
    "shortcode": Kind(re.compile(r"\{\{[<%](?:(?!\}\}).)*\}\}", re.S), "a Hugo shortcode"),
}


def strip_markup(
    body: str, first: int, file: str, kinds: Collection[str], blank: str = ""
) -> tuple[str, tuple[Diagnostic, ...]]:
    """A text without the markup of some kinds, and a warning for each kind that was in it.

    ``first`` is the number of its first line in ``file``. The number of lines stays the same, and
    with a space as ``blank`` so do the columns.
    """
    findings: list[Diagnostic] = []
    for pattern, name, instead in (KINDS[kind] for kind in KINDS if kind in kinds):
        kept, at = "", 0
        found = [each for each in pattern.finditer(body) if _may_go(each, body)]
        for each in found:
            gone = "\n".join(blank * len(line) for line in each[0].split("\n"))
            kept += body[at : each.start()] + (gone if blank else instead + gone)
            at = each.end()
        if found:
            line = first + body.count("\n", 0, found[0].start())
            more = f", and {len(found) - 1} more" if found[1:] else ""
            shown = " ".join(found[0][0].split())[:40]
            message = f"{shown}{more}: {name} is left out, as leaflet.toml says"
            findings.append(Diagnostic.warning("markup-stripped", message, file, line))
        body = kept + body[at:]
    return body, tuple(findings)


def _may_go(found: re.Match[str], body: str) -> bool:
    """Whether it has no amount, and is no mark whose note is in the text."""
    noted = found.groups() and f"[^{found[1]}]:" in body
    return not noted and not _AMOUNT.search(found[0])
