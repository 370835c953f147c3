"""A monograph and a kind go in, the HTML of one document comes out.

Marks in the HTML say whose words are whose, for the proof that nothing was lost or invented:

- an element with ``data-own`` holds our words: headings of parts, labels, "Not stated …";
- one with ``data-front`` holds words of the front matter (title, boxed warning, sources …);
- one with ``data-repeat`` holds words that stand elsewhere in the document as well;
- all other words are the monograph's body, each of them once. A colon after a label, a dot
  between names and the number of a list item are not counted as words.

The mark of the nearest marked ancestor holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import jinja2

from leaflet.compose.arrange import arrange, left_out
from leaflet.compose.briefly import run_on
from leaflet.compose.columns import columns
from leaflet.compose.doses import runs
from leaflet.compose.markup import blocks, inline, label, words
from leaflet.compose.room import room
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.kind import Kind
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain
from leaflet.settings import Settings
from leaflet.stylesheet import Stylesheet
from leaflet.theme import Theme, shipped
from leaflet.words import MONTHS, WORDS

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
    title = f"{monograph.name}: {kind.title}"
    header = f"{monograph.name} · {kind.title}"
    footer = settings.disclaimer.get(front.lang, settings.disclaimer.get("en", WORDS["footer"]))
    html = _template(theme, kind).render(
        monograph=monograph,
        front=front,
        kind=kind,
        title=title,
        chapters=arrange(monograph, kind),
        left_out=left_out(monograph, kind),
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
    )


def _template(theme: Theme, kind: Kind) -> jinja2.Template:
    name = f"{kind.name}/page.html"
    try:
        return _environment(theme).get_template(name)
    except jinja2.TemplateNotFound as error:
        raise SettingsError.of("no-template", f"there is no template {error.name}") from None
    except jinja2.TemplateSyntaxError as error:
        file = error.filename or name
        raise SettingsError.of(
            "bad-template", error.message or "", file=file, line=error.lineno
        ) from None


@lru_cache(maxsize=4)
def _environment(theme: Theme) -> jinja2.Environment:
    """The templates of a theme; ``builtin/…`` names a shipped one that another replaces."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.FileSystemLoader(theme.template_folders()),
                jinja2.PrefixLoader({"builtin": jinja2.FileSystemLoader(shipped() / "templates")}),
            ]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        text=inline,
        plain=plain,
        bind=words,
        label=label,
        blocks=blocks,
        doses=runs,
        run_on=run_on,
        columns=columns,
        day=_day,
        size=_size,
    )
    environment.globals["words"] = WORDS
    return environment


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _size(name: str) -> str:
    """How long a name is, in words a style sheet can speak of."""
    return "short" if len(name) <= 40 else "long" if len(name) <= 120 else "very-long"
