"""Fonts that a style sheet asks for in another way than by ``--font``, and what to write instead.

The layout engine would set the text in the usual font and say nothing: it finds no font but those
of leaflet and of the project.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

import tinycss2
from tinycss2.ast import Declaration, Node

from leaflet.diagnostics import Diagnostic
from leaflet.theme.css_rules import rules

_OWN_FONT = 'put its files into the project and name them in leaflet.toml: [fonts] "{name}" = …'

_WHOLE_PAGE = frozenset(("*", "html", "body", ":root", "html, body"))
_KEYWORDS = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))
_SIZES = frozenset(("dimension", "percentage", "function"))


@lru_cache(maxsize=64)
def foreign_fonts(css: str, file: str, fonts: Sequence[str]) -> tuple[Diagnostic, ...]:
    """An error for each ``@font-face``, and for each family that is none of ``fonts``."""
    return tuple(_rules(rules(css), file, fonts))


def _rules(nodes: Sequence[Node], file: str, fonts: Sequence[str]) -> Iterator[Diagnostic]:
    for rule in nodes:
        if rule.type not in ("at-rule", "qualified-rule") or rule.content is None:
            continue
        if getattr(rule, "lower_at_keyword", "") == "font-face":
            yield Diagnostic.error(
                "unknown-font",
                "@font-face does nothing here: fonts are files of the project",
                file,
                rule.source_line,
                hint=f"{_OWN_FONT.format(name=_name_of(rule))}; then set --font",
            )
            continue
        selector = tinycss2.serialize(rule.prelude).strip().lower()
        content = tinycss2.parse_blocks_contents(rule.content, True, True)
        for declared in content:
            if declared.type == "declaration":
                yield from _declaration(declared, selector, file, fonts)
        yield from _rules([each for each in content if each.type != "declaration"], file, fonts)


def _declaration(
    declared: Declaration, selector: str, file: str, fonts: Sequence[str]
) -> Iterator[Diagnostic]:
    names, line = [*_families(declared)], declared.source_line
    if unknown := [name for name in names if name not in fonts]:
        yield unknown_font(unknown[0], fonts, file, line)
    elif names and selector in _WHOLE_PAGE:
        message = f"{declared.name} on {selector} does not reach header and footer"
        listed = ", ".join(f'"{name}"' for name in names)
        hint = f"write :root {{ --font: {listed} }}"
        yield Diagnostic.error("unknown-font", message, file, line, hint=hint)


def unknown_font(name: str, fonts: Sequence[str], file: str, line: int) -> Diagnostic:
    """The error for a family that there is not, with the nearest one or the way to have it."""
    near = get_close_matches(name, fonts, 1, cutoff=0.75)
    hint = f'did you mean "{near[0]}"?' if near else _OWN_FONT.format(name=name)
    return Diagnostic.error("unknown-font", f'there is no font "{name}"', file, line, hint=hint)


def _families(declared: Declaration) -> Iterator[str]:
    """The families that a declaration names; those of ``font`` follow its size."""
    value = [node for node in declared.value if node.type != "whitespace"]
    if declared.lower_name == "font":
        sizes = (n for n, node in enumerate(value) if node.type in _SIZES)
        value = value[next(sizes, len(value)) + 1 :]
        value = value[2:] if value[:1] == ["/"] else value
    elif declared.lower_name != "font-family":
        return
    words: list[str] = []
    for node in (*value, None):
        if node and node.type == "string":
            yield node.value
        elif node and node.type == "ident":
            words.append(node.value)
        elif words:
            name, words = " ".join(words), []
            if name.lower() not in _KEYWORDS:
                yield name


def _name_of(rule: Node) -> str:
    declared = tinycss2.parse_blocks_contents(rule.content, True, True)
    names = (name for each in declared if each.type == "declaration" for name in _families(each))
    return next(names, "its name")
