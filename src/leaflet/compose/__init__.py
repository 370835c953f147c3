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

from dataclasses import replace
from functools import partial

from leaflet.compose.composition import Composition, Design, first_side_of, is_overdue, prepare
from leaflet.compose.html.pictograms import pictograms
from leaflet.compose.outline.chapter import without_parts
from leaflet.compose.outline.key_points import choose_points
from leaflet.compose.running_lines import goes_on_with
from leaflet.compose.sheet.content import Column, SheetContent
from leaflet.compose.sheet.fragments import Fragment
from leaflet.compose.sheet.headings import sheet_title
from leaflet.compose.sheet.makeup import PLAIN, Makeup, has_own_size, rest_of
from leaflet.compose.sheet.omissions import omission_names
from leaflet.compose.sides.headings import merge_within
from leaflet.compose.templates import fill
from leaflet.job import PictureFolder
from leaflet.lint.rules.look_alikes import tall_names
from leaflet.monograph.model import Monograph
from leaflet.theme.tokens import LINK_ADDRESSES, LOGO_POSITION

__all__ = [
    "PLAIN",
    "Column",
    "Composition",
    "Design",
    "Fragment",
    "Makeup",
    "SheetContent",
    "compose",
    "first_side_of",
    "has_own_size",
    "prepare",
    "rest_of",
]


def compose(
    monograph: Monograph,
    design: Design,
    makeup: Makeup = PLAIN,
    base: PictureFolder | None = None,
    draft: Composition | None = None,
) -> Composition:
    """The document of a design for a monograph.

    ``base`` is where the monograph's pictures are, ``draft`` what was prepared of the document in
    any make-up, of which what all make-ups have is kept. Raises ``SettingsError`` if a token or a
    page template cannot be used, ``MonographRefused`` if leaflet lacks words of the language or
    header and footer leave no space for the text.
    """
    prepared = prepare(monograph, design, makeup, base, draft)
    return replace(prepared, html=_html(prepared, design))


def _html(composition: Composition, design: Design) -> str:
    """The page template of the kind, filled with the values that templates may use."""
    monograph, kind, makeup = composition.monograph, composition.kind, composition.makeup
    alike = tall_names(monograph.name) if kind.alike else ()
    chapters = without_parts(composition.chapters, makeup.moved)
    return fill(
        design.theme,
        kind.language,
        f"{kind.name}/page.html",
        addresses=design.stylesheet.tokens[LINK_ADDRESSES] != "none",
        monograph=monograph,
        front=monograph.front,
        kind=kind,
        brand=design.settings.brand,
        title=composition.title,
        header=composition.header,
        footer=composition.footer,
        disclaimer=composition.disclaimer,
        chapters=chapters if kind.sheet else tuple(map(merge_within, chapters)),
        alike=alike,
        title_name=sheet_title(monograph, alike) if kind.sheet else monograph.name,
        points=choose_points(composition.points),
        side=composition.side,
        fits_times=composition.fits_times,
        fits_cycle=composition.fits_cycle,
        has_columns=design.stylesheet.tokens["--columns"] == "2",
        pictograms=pictograms(design.stylesheet.tokens),
        logo_position=design.stylesheet.tokens[LOGO_POSITION],
        is_long=composition.is_long,
        names_parts=composition.names_parts,
        later_sides=composition.goes_on,
        goes_on=partial(goes_on_with, header=composition.header, words=composition.words),
        makeup=makeup,
        content=composition.content,
        stacked=composition.stacked or makeup.stacked,
        placed=makeup.arrange(composition.content),
        left_out=omission_names(composition.left_out, kind.language.words),
        overdue=is_overdue(monograph),
    )
