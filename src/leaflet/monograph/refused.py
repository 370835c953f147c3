"""A text that is no longer accepted as a monograph, read as far as it can be compared with one."""

from collections.abc import Mapping
from typing import Any

from leaflet.config.limits import Limits
from leaflet.config.markup import REFUSED, MarkupChoice
from leaflet.config.section_names import SectionNames
from leaflet.errors import MonographRefused
from leaflet.monograph import interpret, parts_of, read
from leaflet.monograph.frontmatter.fields import check_front
from leaflet.monograph.model import FrontMatter, Group, Monograph, Source
from leaflet.monograph.structure.title import tidy


def parse_refused(
    data: bytes,
    name: str,
    limits: Limits,
    names: SectionNames,
    markup: MarkupChoice = REFUSED,
) -> Monograph:
    """A monograph, even if ``parse`` refuses it: of several drugs, all sections as of one.

    ``diagnostics`` has what it is refused for. It must not be printed. Raises MonographRefused if
    it cannot be read at all: it is not UTF-8, exceeds the limits, or has broken front matter.
    """
    source, values = read(data, name, limits, markup)
    try:
        return interpret(source, values, limits, names)
    except MonographRefused as refused:
        return _read_anyway(source, values, limits, names, refused)


def _read_anyway(
    source: Source,
    values: Mapping[str, Any],
    limits: Limits,
    names: SectionNames,
    refused: MonographRefused,
) -> Monograph:
    front, _ = check_front(source, dict(values))
    if front is None:
        title, lang = str(values.get("title") or source.name), str(values.get("lang") or "en")
        front = FrontMatter(title, lang=lang, version=str(values.get("version") or ""))
    preamble, sections = parts_of(source, front.title, limits, names)
    return Monograph(
        source=source,
        front=front,
        name=tidy(front.title),
        preamble=preamble,
        groups=(Group((), sections),),
        disclaimers=(),
        section_names=names,
        diagnostics=refused.diagnostics,
    )
