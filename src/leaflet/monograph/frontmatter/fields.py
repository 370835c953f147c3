"""Front matter values → FrontMatter, each checked for its type, with the line it stands in."""

import re
import reprlib
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import FrontMatter, Source

Checked = tuple[Any, str]
"""A value of the right type, or None and what was expected."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_OTHER_TOOLS = frozenset(
    {
        *("layout", "permalink", "redirect_from", "slug", "image", "toc", "excerpt"),
        *("nav_exclude", "nav_order", "search_exclude", "weight"),
        *("parent", "grand_parent", "has_children", "categories", "category", "tags"),
        *("author", "date", "description", "draft", "published"),
    }
)
"""Keys of site generators that monographs carry; accepted without a word."""


def check_front(
    source: Source, values: dict[str, Any]
) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Check the front matter of a monograph.

    Returns the typed front matter (None if it cannot be used) and all findings: errors for
    values of the wrong type and a missing title, warnings for keys that look misspelt.
    """
    found: list[Diagnostic] = []
    fields: dict[str, Any] = {}
    for key, value in values.items():
        line = source.key_line(str(key))
        if key not in CHECKS:
            found += _unknown(str(key), source.name, line)
        elif value is not None:
            as_written = CHECKS[key] is _as_written and not isinstance(value, (list, dict))
            checked, expected = CHECKS[key](source.keys[key].written if as_written else value)
            if expected:
                found.append(_wrong(str(key), value, expected, source.name, line))
            else:
                fields[str(key)] = checked
    if not fields.get("title"):
        if not any(d.message.startswith("title ") for d in found):
            found.append(
                Diagnostic.error(
                    "no-title",
                    "the front matter has no title",
                    file=source.name,
                    line=1,
                    hint="begin the file with ---, title: Name of the medicine, ---",
                )
            )
        return None, tuple(found)
    return FrontMatter(**fields), tuple(found)


def _text(value: Any) -> Checked:
    if isinstance(value, str):
        return " ".join(value.split()), ""
    return None, "text; put it in quotes"


def _as_written(value: Any) -> Checked:
    """Text as the author spelled it: YAML takes version 1.10 for 1.1, 010 for 8 and on for true."""
    return _text(value)


def _texts(value: Any) -> Checked:
    items = value if isinstance(value, list) else [value]
    if all(isinstance(item, str) for item in items):
        return tuple(" ".join(item.split()) for item in items), ""
    return None, "text or a list of texts; put them in quotes"


def _day(value: Any) -> Checked:
    if isinstance(value, date):
        return date(value.year, value.month, value.day), ""
    try:
        return date.fromisoformat(str(value)), ""
    except ValueError:
        return None, "a date like 2026-03-31"


def _language(value: Any) -> Checked:
    if isinstance(value, str) and _LANGUAGE.fullmatch(value):
        return value, ""
    return None, "a language tag like en, en-GB or de"


def _web_address(value: Any) -> Checked:
    if isinstance(value, str) and re.fullmatch(r"https?://\S+", value):
        return value, ""
    return None, "a web address that begins with https://"


CHECKS: dict[str, Callable[[Any], Checked]] = {
    "title": _text,
    "generic_name": _text,
    "brand_names": _texts,
    "drug_class": _text,
    "forms": _texts,
    "boxed_warning": _text,
    "lang": _language,
    "version": _as_written,
    "reviewed": _day,
    "review_due": _day,
    "reviewer": _text,
    "organisation": _text,
    "contact": _text,
    "url": _web_address,
    "sources": _texts,
}
"""The documented keys of a monograph's front matter, each with the check of its type."""


def _unknown(key: str, file: str, line: int) -> list[Diagnostic]:
    close = get_close_matches(key.lower().replace("-", "_"), CHECKS, n=1, cutoff=0.75)
    if key in _OTHER_TOOLS or not close:
        return []
    return [
        Diagnostic.warning(
            "unknown-key",
            f"{' '.join(key.split())} is not a key that leaflet knows",
            file=file,
            line=line,
            hint=f"did you mean {close[0]}?",
        )
    ]


def _wrong(key: str, value: Any, expected: str, file: str, line: int) -> Diagnostic:
    return Diagnostic.error(
        "front-matter",
        f"{key} is {reprlib.repr(value)}",
        file=file,
        line=line,
        hint=f"{key} must be {expected}",
    )
