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

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leaflet import clock
from leaflet.compose.arrange import arrange, left_out
from leaflet.compose.page import fill
from leaflet.compose.points import choose_points
from leaflet.compose.room import room
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.kind import Kind
from leaflet.monograph.model import Monograph
from leaflet.settings import Settings
from leaflet.stylesheet import Stylesheet
from leaflet.theme import Theme
from leaflet.words import WORDS

__all__ = ["Composition", "compose"]


@dataclass(frozen=True, slots=True)
class Composition:
    """A document ready to be laid out.

    ``name`` is the medicine's, ``title`` the document's. ``header`` and ``footer`` are the words
    that run along every page. ``overrides`` are the tokens of the style sheet that follow from
    them. ``base`` is the folder of the monograph's pictures.
    """

    html: str
    kind: str
    name: str
    title: str
    lang: str
    header: str
    footer: str
    overrides: Mapping[str, str]
    base: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def compose(  # noqa: PLR0913 - one value of each stage before it
    monograph: Monograph,
    kind: Kind,
    theme: Theme,
    stylesheet: Stylesheet,
    settings: Settings,
    *,
    base: Path | None = None,
) -> Composition:
    """The document that tells a monograph to the readers of a kind.

    ``base`` is the folder of the monograph's pictures. Raises ``SettingsError`` where a page
    template cannot be used.
    """
    front = monograph.front
    overdue = bool(front.review_due and front.review_due < clock.today())
    title = f"{monograph.name}: {kind.title}"
    header = f"{monograph.name} · {kind.title}"
    footer = settings.disclaimer.get(front.lang, settings.disclaimer.get("en", WORDS["footer"]))
    html = fill(
        theme,
        f"{kind.name}/page.html",
        monograph=monograph,
        front=front,
        kind=kind,
        title=title,
        chapters=arrange(monograph, kind),
        points=choose_points(monograph),
        left_out=left_out(monograph, kind),
        overdue=overdue,
        header=header,
        footer=footer,
    )
    return Composition(
        html=html,
        kind=kind.name,
        name=monograph.name,
        title=title,
        lang=front.lang,
        header=header,
        footer=footer,
        overrides=room(header, footer, stylesheet),
        base=base,
        diagnostics=(_overdue(monograph),) if overdue else (),
    )


def _overdue(monograph: Monograph) -> Diagnostic:
    lines = monograph.source.text.split("\n")
    return Diagnostic(
        Severity.WARNING,
        "review-overdue",
        f"the review was due on {monograph.front.review_due}",
        file=monograph.source.name,
        line=next((n for n, line in enumerate(lines, 1) if line.startswith("review_due")), 0),
        hint="have it reviewed, then set review_due to the next date",
    )
