"""Composes a monograph and a kind into the HTML of one document.

Attributes in the HTML say whose words are whose, for the proof that nothing was lost or invented:

- ``data-own``: leaflet's words, such as headings of parts, labels, "Not stated …";
- ``data-front``: words of the front matter (title, boxed warning, sources …);
- ``data-repeat``: words that the document also has elsewhere;
- ``data-spare``: printed only if there is room for it;
- ``data-to``: a line of the table of contents, which ends in the page number of its target.

All other words are the monograph's body, each of them once. A colon after a label, a dot between
names and the number of a list item are not counted as words. An element without one of the
attributes has that of its nearest ancestor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leaflet.compose.draft import Design, Draft, make_draft
from leaflet.compose.outline.chapter import without_parts
from leaflet.compose.outline.key_points import choose_points
from leaflet.compose.sheet.fragments import Fragment, SheetContent
from leaflet.compose.sheet.makeup import PLAIN, Makeup
from leaflet.compose.sheet.omissions import Omission, omission_names
from leaflet.compose.templates import fill
from leaflet.diagnostics import Diagnostic
from leaflet.lint.rules.look_alikes import tall_names
from leaflet.monograph.model import Monograph

__all__ = ["PLAIN", "Composition", "Design", "Fragment", "Makeup", "SheetContent", "compose"]


@dataclass(frozen=True, slots=True)
class Composition:
    """A document ready to be laid out."""

    html: str
    title: str
    lang: str
    words: Mapping[str, str]
    """leaflet's own words in the language of the document."""
    right_to_left: bool
    header: str
    footer: str
    overrides: Mapping[str, str]
    """The tokens of the style sheet that depend on header, footer and make-up."""
    makeup: Makeup
    left_out: tuple[Omission, ...]
    content: SheetContent
    """What has to fit onto a sheet."""
    base: Path | None
    """The folder of the monograph's pictures."""
    diagnostics: tuple[Diagnostic, ...]


def compose(
    monograph: Monograph, design: Design, makeup: Makeup = PLAIN, base: Path | None = None
) -> Composition:
    """The document of a design for a monograph.

    ``base`` is the folder of the monograph's pictures. Raises ``SettingsError`` if a token or a
    page template cannot be used, ``MonographRefused`` if leaflet lacks words of the language or
    header and footer leave no space for the text.
    """
    draft = make_draft(monograph, design, makeup)
    language = draft.kind.language
    return Composition(
        html=_html(draft),
        title=draft.lines.title,
        lang=monograph.front.lang,
        words=language.words,
        right_to_left=language.right_to_left,
        header=draft.lines.header,
        footer=draft.lines.footer,
        overrides=draft.overrides,
        makeup=makeup,
        left_out=draft.left_out,
        content=draft.content,
        base=base,
        diagnostics=(*draft.overdue, *draft.ignored),
    )


def _html(draft: Draft) -> str:
    """The page template of the kind, filled with the values that templates may use."""
    monograph, kind, makeup = draft.monograph, draft.kind, draft.makeup
    return fill(
        draft.design.theme,
        kind.language,
        f"{kind.name}/page.html",
        monograph=monograph,
        front=monograph.front,
        kind=kind,
        brand=draft.design.settings.brand,
        title=draft.lines.title,
        header=draft.lines.header,
        footer=draft.lines.footer,
        chapters=without_parts(draft.chapters, makeup.moved),
        alike=tall_names(monograph.name) if kind.alike else (),
        points=() if kind.sheet else choose_points(monograph),
        makeup=makeup,
        columns=makeup.columns(draft.content),
        left_out=omission_names(draft.left_out, kind.language.words),
        overdue=bool(draft.overdue),
    )
