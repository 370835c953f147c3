"""A monograph and a kind go in, the HTML of one document comes out.

Marks in the HTML say whose words are whose, for the proof that nothing was lost or invented:

- an element with ``data-own`` holds our words: headings of parts, labels, "Not stated …";
- one with ``data-front`` holds words of the front matter (title, boxed warning, sources …);
- one with ``data-repeat`` holds words that stand elsewhere in the document as well;
- one with ``data-spare`` is printed only where there is room for it;
- one with ``data-to`` is a line of the contents, and ends in the number of the page it leads to;
- all other words are the monograph's body, each of them once. A colon after a label, a dot
  between names and the number of a list item are not counted as words.

The mark of the nearest marked ancestor holds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leaflet import clock
from leaflet.compose.measure.margins import demand_room, room
from leaflet.compose.measure.stack_tables import stack
from leaflet.compose.measure.table_room import Place
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.outline.key_points import choose_points
from leaflet.compose.overrides import dispensable, localise_kind, objections
from leaflet.compose.running_lines import running_lines
from leaflet.compose.sheet.galleys import NOTHING, Copy, Galley, set_galleys
from leaflet.compose.sheet.makeup import PLAIN, Makeup, columns, without
from leaflet.compose.sheet.omissions import Omission, accounted, omissions
from leaflet.compose.templates import fill
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.kinds.model import Kind
from leaflet.lint.rules.look_alikes import tall_names
from leaflet.monograph.model import Monograph
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme

__all__ = ["PLAIN", "Composition", "Copy", "Galley", "Makeup", "Omission", "compose"]


@dataclass(frozen=True, slots=True)
class Composition:
    """A document ready to be laid out.

    ``name`` is the medicine's, ``title`` the document's, ``lang`` its language, ``words`` what
    leaflet says in it, ``right_to_left`` the way that it runs. ``header`` and ``footer`` are the
    words that run along every page.
    ``overrides`` are the tokens of the style sheet that follow from them and from the ``makeup``.
    ``left_out`` is what the monograph holds and the document does not; ``copy`` what a sheet is to
    be fitted from. ``base`` is the folder of the monograph's pictures.
    """

    html: str
    kind: str
    name: str
    title: str
    lang: str
    words: Mapping[str, str]
    right_to_left: bool
    header: str
    footer: str
    overrides: Mapping[str, str]
    makeup: Makeup = PLAIN
    left_out: tuple[Omission, ...] = ()
    copy: Copy = NOTHING
    base: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def compose(  # noqa: PLR0913 - one value of each stage before it
    monograph: Monograph,
    kind: Kind,
    theme: Theme,
    stylesheet: Stylesheet,
    settings: Settings,
    *,
    makeup: Makeup = PLAIN,
    base: Path | None = None,
) -> Composition:
    """The document that tells a monograph to the readers of a kind.

    ``base`` is the folder of the monograph's pictures. Raises ``SettingsError`` where a page
    template cannot be used, ``MonographRefused`` where leaflet lacks words of the language or
    the page has no room.
    """
    kind = localise_kind(monograph, kind, theme)
    running = running_lines(monograph, kind, stylesheet, settings)
    overrides = _overrides(running, kind.language.words, stylesheet, makeup)
    place = Place.of(demand_room({**stylesheet.tokens, **overrides}, monograph.source.name))
    monograph = stack(monograph, place)
    whole = arrange(monograph, kind)
    gone = dispensable(whole, kind.left_out)
    chapters = without(whole, gone)
    copy = set_galleys(monograph, chapters, kind.sheet, place) if kind.sheet else NOTHING
    left_out = omissions(monograph, kind, whole, (*gone, *makeup.moved))
    overdue = tuple(_overdue(monograph))
    told = _told(monograph, kind, chapters, copy, makeup)
    told |= {"left_out": accounted(left_out, kind.language.words), "overdue": bool(overdue)}
    page = f"{kind.name}/page.html"
    return Composition(
        html=fill(theme, kind.language, page, brand=settings.brand, **told, **running),
        kind=kind.name,
        name=monograph.name,
        lang=monograph.front.lang,
        words=kind.language.words,
        right_to_left=kind.language.right_to_left,
        overrides=overrides,
        makeup=makeup,
        left_out=left_out,
        copy=copy,
        base=base,
        diagnostics=(*overdue, *objections(monograph, kind, gone)),
        **running,
    )


def _told(
    monograph: Monograph, kind: Kind, chapters: Sequence[Chapter], copy: Copy, makeup: Makeup
) -> dict[str, object]:
    """What a page template may speak of."""
    return {
        "monograph": monograph,
        "front": monograph.front,
        "kind": kind,
        "chapters": without(chapters, makeup.moved),
        "alike": tall_names(monograph.name) if kind.alike else (),
        "points": () if kind.sheet else choose_points(monograph),
        "makeup": makeup,
        "columns": columns(copy, makeup),
    }


def _overrides(
    running: Mapping[str, str], words: Mapping[str, str], stylesheet: Stylesheet, makeup: Makeup
) -> Mapping[str, str]:
    """The tokens of the style sheet that follow from the words of the margins, and their number."""
    header = running["header"] + words["continued"] * makeup.runs_on
    turning = words["continues"] * makeup.runs_on
    parts = re.split(r"\{pages?\}", words["page"])
    numbered = {
        f"--page-{place}": '"{}"'.format(re.sub(r'(["\\])', r"\\\1", part))
        for place, part in zip(("before", "between", "after"), parts, strict=True)
    }
    lines = room(header, running["footer"], words["page"], stylesheet, turning)
    size = {"--text-size": f"{makeup.size:g}pt"} if makeup.size else {}
    return {**lines, **numbered, **size}


def _overdue(monograph: Monograph) -> Iterator[Diagnostic]:
    due = monograph.front.review_due
    if due and due < clock.today():
        lines = monograph.source.text.split("\n")
        yield Diagnostic.warning(
            "review-overdue",
            f"the review was due on {due}",
            file=monograph.source.name,
            line=next((n for n, line in enumerate(lines, 1) if line.startswith("review_due")), 0),
            hint="have it reviewed, then set review_due to the next date",
        )
