"""Front matter values → FrontMatter, checked for their types, with every problem at its line."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from typing import Any

from leaflet.config.validate import Problem, read_table
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import FrontMatter, Source

_LISTS = ("brand_names", "forms", "sources", "changes")
_DATES = ("reviewed", "review_due")
_KEYS = tuple(each.name for each in fields(FrontMatter))

_READ_ELSEWHERE = frozenset(
    {
        *("layout", "permalink", "redirect_from", "slug", "image", "toc", "excerpt"),
        *("nav_exclude", "nav_order", "search_exclude", "weight"),
        *("parent", "grand_parent", "has_children", "categories", "category", "tags"),
        *("author", "date", "description", "draft", "published", "publish", "id", "keywords"),
        *("cssclass", "cssclasses", "sidebar_position", "sidebar_label", "hide_title"),
        "waive",
    }
)
"""Keys of site generators, which monographs may have, and that of the proof-reader."""

_SECTION = "write it into the body, under the heading {}"
_SAFETY = {
    r"contra_?indic": _SECTION.format("Contraindications"),
    r"over_?dos": _SECTION.format("Overdose"),
    r"interact": _SECTION.format("Interactions"),
    r"pregnan|lactation|breast_?feed": _SECTION.format("Pregnancy and breast-feeding"),
    r"box|warn|danger|hazard|alert": "did you mean boxed_warning?",
    r"caution|allerg|renal|hepatic|monitoring": _SECTION.format("Precautions"),
    r"dos(e|age)_form": "did you mean forms?",
    r"(^|_)(dos(e|es|age|ages|ing)|posology)(_|$)": _SECTION.format("Dosage"),
    r"adverse|side_?effect": _SECTION.format("Side effects"),
}
"""Words in keys whose text must not be lost, and where it belongs."""


_MEANT = {
    "drug_class": r"((drug|atc|pharmac\w+|therapeutic|medicine|medication|chemical)_)*(class|group)"
    r"(es|s|ification)?|atc(_codes?)?|klasse|wirkstoffklasse|classe|clase",
    "brand_names": r"(brand|trade|proprietary|product|market\w*)s?(_names?)?|handelsnamen?",
    "generic_name": r"generics?|inn|dci|(active_)?(ingredient|substance|principle)s?|wirkstoff",
    "forms": r"(pharmaceutical_)?(form|formulation|presentation|strength)s?(_available)?",
    "title": r"name|drug(_name)?|medicine|medication|monograph",
    "lang": r"language|locale",
    "organisation": r"publisher|institution|hospital|company|pharmacy|clinic|owner",
    "reviewer": r"(reviewed|approved|checked|verified)_by|approver",
    "reviewed": r"(last_)?(review(ed)?|approved|checked)(_(on|date))?|date_reviewed",
    "review_due": r"next_review(_date)?|review_by|valid_until|expir(y|es|ation)(_date)?",
    "sources": r"references?|bibliography|citations?|literature",
    "version": r"revision|edition",
    "contact": r"phone|telephone|tel|e?_?mail",
    "url": r"web(site|page)?|homepage|link",
    "changes": r"change_?logs?|history|whats_new",
}
"""What other notes call the keys."""


def check_front(
    source: Source, values: Mapping[Any, Any]
) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Check the front matter of a monograph.

    Returns the typed front matter (None if it cannot be used) and all findings: errors for
    values of the wrong type, a missing title and keys that seem to hold a warning or a dose,
    warnings for other keys that are not read.
    """
    table = {
        key: _plain(key, value, source)
        for key, value in values.items()
        if key in _KEYS and value is not None
    }
    if table.get("title") == "":
        del table["title"]
    front = read_table(table, FrontMatter)
    unknown = {str(key): value for key, value in values.items() if key not in _KEYS}
    found = [*_unknown(source, unknown)]
    if isinstance(front, FrontMatter):
        return front, tuple(found)
    first = {problem.path[:1]: problem for problem in reversed(front)}
    found += [_error(source, problem) for problem in first.values()]
    return None, tuple(sorted(found, key=lambda each: each.line))


def _plain(key: str, value: Any, source: Source) -> Any:
    """A value as TOML would hold it: texts on one line, one text of a list as a list.

    A version is taken as it is spelled: YAML reads 1.10 as 1.1, 010 as 8 and on as true.
    """
    if key == "version" and key in source.keys and not isinstance(value, (list, dict)):
        value = source.keys[key].written
    if isinstance(value, str):
        value = " ".join(value.split())
    if key in _DATES and isinstance(value, date):
        return date(value.year, value.month, value.day)
    if key in _DATES:
        with suppress(ValueError):
            return date.fromisoformat(str(value))
    if key in _LISTS and isinstance(value, list):
        return [_plain("", item, source) for item in value]
    return [value] if key in _LISTS and isinstance(value, str) else value


def _unknown(source: Source, unknown: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Keys that are not read, although they have a text: their readers would miss it."""
    for key, value in unknown.items():
        if key in _READ_ELSEWHERE or value in (None, "", [], {}):
            continue
        plain = re.sub(r"[^a-z]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).lower())
        name, line = " ".join(key.split()), source.key_line(key)
        meant = [key for key, names in _MEANT.items() if re.fullmatch(names, plain)]
        close = meant or get_close_matches(plain, _KEYS, n=1, cutoff=0.75)
        hint = next((hint for words, hint in _SAFETY.items() if re.search(words, plain)), "")
        if hint or close == ["boxed_warning"]:
            message = f"{name} is not a key that leaflet knows, and a reader needs its text"
            hint = hint or "did you mean boxed_warning?"
            yield Diagnostic.error("safety-key", message, source.name, line, hint=hint)
        elif close:
            message = f"{name} is not a key that leaflet knows"
            hint = f"did you mean {close[0]}?"
            yield Diagnostic.warning("unknown-key", message, source.name, line, hint=hint)
        elif isinstance(value, str | list | dict):
            message = f"{name} is not a key that leaflet knows; its text is not printed"
            yield Diagnostic.warning("unknown-key", message, source.name, line)


def _error(source: Source, problem: Problem) -> Diagnostic:
    if problem.path:
        line = source.key_line(str(problem.path[0]))
        return Diagnostic.error("front-matter", problem.message, source.name, line)
    hint = "begin the file with ---, title: Name of the medicine, ---"
    return Diagnostic.error("no-title", "the front matter has no title", source.name, 1, hint=hint)
