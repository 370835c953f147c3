"""Marked pages of two versions of a monograph, as text with brackets around the marks."""

import re
from html import unescape

from compose.writing import CLINICIAN, PATIENT, THEME, composed, read
from diff.versions import ENGLISH, EXAMPLIN
from leaflet.compose.changes import ChangePage, mark_page
from leaflet.diff.file_changes import FileChanges, FileState, Version
from leaflet.diff.numbering import number
from leaflet.diff.statements import find_statements, numbers_of
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.verification.marked_text import MarkedPages, prove_marks

__all__ = ["CLINICIAN", "EXAMPLIN", "PATIENT", "THEME", "marked", "marked_lines", "proved"]

FILE = FileChanges(
    "Examplin", FileState.CHANGED, Version("old.md", "3", "2026-01-31"), Version("new.md", "4")
)


def versions(old: str, new: str) -> tuple[Monograph, Monograph]:
    return number(read(old)), number(read(new))


def marked(old: str, new: str, kind: Kind = PATIENT) -> ChangePage | None:
    """The marked page of a kind."""
    both = versions(old, new)
    before, after = (composed(each, kind) for each in both)
    return mark_page(both, (before, after), FILE, ENGLISH)


def proved(old: str, new: str, kind: Kind = PATIENT) -> list[str]:
    """What the proof has against it."""
    page, statements = marked(old, new, kind), find_statements(versions(old, new)[0])
    assert page is not None
    texts = tuple(text for each in statements for text in (each.full, each.where))
    before, plain = (composed(each, kind).html for each in (versions(old, new)[0], read(new)))
    pages = MarkedPages(page.html, plain, before, texts, numbers_of(statements))
    return [each.message for each in prove_marks(pages)]


def marked_lines(
    *replacements: tuple[str, str], kind: Kind = PATIENT, old: str = EXAMPLIN
) -> list[str]:
    """The blocks with a bar beside them, deletions in [-…-], insertions in [+…+].

    The proof must have nothing against the page.
    """
    new = old
    for before, after in replacements:
        assert new.count(before) == 1, before
        new = new.replace(before, after)
    page = marked(old, new, kind)
    if page is None:
        return []
    assert proved(old, new, kind) == []
    html = re.sub(r"<svg.*?</svg>", "", page.html, flags=re.S)
    html = re.sub(r"<del>(.*?)</del>", r"[-\1-]", html, flags=re.S)
    html = re.sub(r"<ins>(.*?)</ins>", r"[+\1+]", html, flags=re.S)
    found = re.findall(r'<(\w+)[^>]* class="changed[^>]*>(.*?)</\1>', html, re.S)
    return [_text(inner) for _, inner in found]


def _text(html: str) -> str:
    text = unescape(re.sub("<[^>]*>", "", html))
    return " ".join(text.replace("\u2060", "").replace("\u00ad", "").split())
