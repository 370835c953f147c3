"""The title of a monograph: that of its front matter, its first heading or its file."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from leaflet.config.section_names import SectionNames
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.comments import without_comments
from leaflet.monograph.markdown.nodes import Heading
from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import read_tree
from leaflet.monograph.model import Source
from leaflet.monograph.structure.drug_titles import drug_titles
from leaflet.monograph.structure.heading_marks import unmarked
from leaflet.monograph.structure.headings import Headings
from leaflet.monograph.text import cut, plain

_FIRST = re.compile(r"\s*(?: {0,3}#(?!#).*|.*\S.*\n {0,3}=+(?=\s*(?:\n|$)))")
"""A heading of the first level, with which a text begins."""

_LEVEL_ONE = re.compile(r"^ {0,3}#(?!#)|^ {0,3}=+\s*$", re.MULTILINE)

_FENCES = ("---", "+++")
_FILES = {".md", ".markdown", ".mdx", ".txt", ".qmd"}


def tidy(title: str) -> str:
    """The title without repeated spaces, a stray `` .`` or a loose hyphen.

    >>> tidy("Metformin + Voglibose .")
    'Metformin + Voglibose'
    """
    name = " ".join(title.split())
    name = re.sub(r"\s+\.(?=\s|$)", "", name)
    return re.sub(r"\s*-(?=\s*\+|\s*$)", "", name).strip() or title


def with_title(
    source: Source, values: Mapping[Any, Any], names: SectionNames
) -> tuple[dict[Any, Any], tuple[Diagnostic, ...]]:
    """The values of the front matter with a title, and a warning if it is the name of the file.

    Where they have none, it is the heading of the first level with which the text begins, unless
    that names a section. Front matter that was never closed is text, and has no title.
    """
    body = without_comments(source.body).strip()
    if values.get("title") not in (None, "") or not body or body.startswith(_FENCES):
        return dict(values), ()
    if titles := _names_of_drugs(body, names):
        title = ", ".join(titles)
        message = f"no title is that of the whole text; the names of its medicines are: {title}"
        hint = "begin the file with ---, title: a name for all of them, ---"
        finding = Diagnostic.warning("title-of-file", message, source.name, 1, hint=hint)
        return {**values, "title": title}, (finding,)
    if title := _first_heading(body, names):
        return {**values, "title": title}, ()
    file = PurePath(source.name)
    if file.suffix.lower() not in _FILES:
        return dict(values), ()
    words = " ".join(re.split(r"[\s_-]+", file.stem)).strip()
    title = words[:1].upper() + words[1:]
    message = f"the front matter has no title; the name of the file is taken: {title}"
    hint = "begin the file with ---, title: Name of the medicine, ---"
    finding = Diagnostic.warning("title-of-file", message, source.name, 1, hint=hint)
    return {**values, "title": title}, (finding,)


def _names_of_drugs(body: str, names: SectionNames) -> tuple[str, ...]:
    """The headings of the first level if each names another medicine."""
    if len(_LEVEL_ONE.findall(body)) < 2:
        return ()
    found = drug_titles(read_tree(normalise(body, 1, "")[0]), Headings("", names))
    return tuple(plain(each.text).strip() for each in found if each.level == 1)


def _first_heading(body: str, names: SectionNames) -> str:
    """The words of the heading with which a text begins; none if it names a section."""
    found = _FIRST.match(body)
    nodes = read_tree(normalise(found[0].strip(), 1, "")[0]) if found else ()
    match nodes:
        case (Heading(1, text, _),) if not Headings("", names).recognise(text):
            return plain(cut(text, *unmarked(text, names.beside.links))).strip()
    return ""
