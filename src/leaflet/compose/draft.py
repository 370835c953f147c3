"""Decides everything about a document that its page template needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaflet import clock
from leaflet.compose.measure.margins import check_margins, margin_lines
from leaflet.compose.measure.stack_tables import stack_tables
from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.chapter import Chapter, removable_parts, without_parts
from leaflet.compose.overrides import ignored_overrides, localise_kind
from leaflet.compose.running_lines import RunningLines, running_lines
from leaflet.compose.sheet.fragments import SheetContent, cut_into_fragments
from leaflet.compose.sheet.makeup import Makeup
from leaflet.compose.sheet.omissions import Omission, omissions
from leaflet.compose.translate import front_matter_line
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme


@dataclass(frozen=True, slots=True)
class Design:
    """What all documents of an edition are composed with."""

    kind: Kind
    theme: Theme
    stylesheet: Stylesheet
    settings: Settings


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before its HTML is written.

    Tables of the ``monograph`` that do not fit are stacked, and ``kind`` is in its language.
    ``chapters`` have the parts that the project did not remove; ``left_out`` is what the monograph
    has and the document has not. ``overrides`` are the tokens that this document sets.
    """

    monograph: Monograph
    kind: Kind
    design: Design
    makeup: Makeup
    lines: RunningLines
    overrides: Mapping[str, str]
    chapters: tuple[Chapter, ...]
    content: SheetContent
    left_out: tuple[Omission, ...]
    overdue: tuple[Diagnostic, ...]
    ignored: tuple[Diagnostic, ...]


def make_draft(monograph: Monograph, design: Design, makeup: Makeup) -> Draft:
    """The draft of a document. Raises as :func:`leaflet.compose.compose` does."""
    kind = localise_kind(monograph, design.kind, design.theme)
    lines = running_lines(monograph, kind, design.stylesheet, design.settings)
    overrides = _overrides(lines, kind.language.words, design.stylesheet.tokens, makeup)
    tokens = {**design.stylesheet.tokens, **overrides}
    check_margins(tokens, monograph.source.name)
    space = TableSpace.of(tokens)
    monograph = stack_tables(monograph, space)
    everything = arrange(monograph, kind)
    removed = removable_parts(everything, kind.left_out)
    chapters = without_parts(everything, removed)
    content = SheetContent()
    if kind.sheet:
        content = cut_into_fragments(monograph, chapters, kind.sheet, space)
    return Draft(
        monograph=monograph,
        kind=kind,
        design=design,
        makeup=makeup,
        lines=lines,
        overrides=overrides,
        chapters=chapters,
        content=content,
        left_out=omissions(monograph, kind, everything, (*removed, *makeup.moved)),
        overdue=tuple(_overdue(monograph)),
        ignored=tuple(ignored_overrides(monograph, kind, removed)),
    )


def _overrides(
    lines: RunningLines, words: Mapping[str, str], tokens: Mapping[str, str], makeup: Makeup
) -> dict[str, str]:
    """The tokens that depend on header, footer and make-up of one document."""
    header, continues = lines.header, ""
    if makeup.runs_on:
        header, continues = header + words["continued"], words["continues"]
    parts = re.split(r"\{pages?\}", words["page"])
    numbering = {
        f"--page-{position}": '"{}"'.format(re.sub(r'(["\\])', r"\\\1", part))
        for position, part in zip(("before", "between", "after"), parts, strict=True)
    }
    size = {"--text-size": f"{makeup.size:g}pt"} if makeup.size else {}
    margins = margin_lines(header, lines.footer, words["page"], tokens, continues)
    return {**margins, **numbering, **size}


def _overdue(monograph: Monograph) -> Iterator[Diagnostic]:
    """A finding if the review of the monograph is overdue."""
    due = monograph.front.review_due
    if due and due < clock.today():
        yield Diagnostic.warning(
            "review-overdue",
            f"the review was due on {due}",
            file=monograph.source.name,
            line=front_matter_line(monograph, "review_due"),
            hint="have it reviewed, then set review_due to the next date",
        )
