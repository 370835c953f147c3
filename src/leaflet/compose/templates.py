"""The page templates of a theme, and the filters with which they print a monograph's text."""

from collections.abc import Mapping
from functools import lru_cache, partial

import jinja2
from markupsafe import Markup

from leaflet.cache.templates import KeptTemplates
from leaflet.compose.html.blocks import HtmlContext
from leaflet.compose.html.daily_dosing import is_taken_daily
from leaflet.compose.html.icon_array import frequency
from leaflet.compose.html.treatment_cycle import find_cycles
from leaflet.compose.outline.urgency import by_urgency
from leaflet.distributions import version
from leaflet.errors import SettingsError
from leaflet.i18n.messages import Language
from leaflet.monograph.frequency import read_band
from leaflet.monograph.model import Text
from leaflet.monograph.text import plain
from leaflet.theme.search_path import Theme, shipped


def fill(
    theme: Theme, language: Language, template: str, *, addresses: bool = True, **values: object
) -> str:
    """The HTML of a page template filled with values, leaflet's own words in their language.

    ``addresses`` says whether those of links are printed.

    Raises ``SettingsError`` if the template is missing, cannot be parsed, or uses a value that
    does not exist.
    """
    try:
        return _environment(theme, language, addresses).get_template(template).render(values)
    except jinja2.TemplateNotFound as error:
        raise SettingsError.of("no-template", f"there is no template {error.name}") from None
    except jinja2.TemplateSyntaxError as error:
        message, file = error.message or "", error.filename or template
        raise SettingsError.of("bad-template", message, file=file, line=error.lineno) from None
    except jinja2.UndefinedError as error:
        raise SettingsError.of("bad-template", error.message or "", file=template) from None


_KEPT = KeptTemplates("templates", version("jinja2"))
"""The code of templates, for all languages and themes."""


@lru_cache(maxsize=16)
def _environment(theme: Theme, language: Language, addresses: bool) -> jinja2.Environment:
    """The templates of a theme; ``builtin/…`` names a shipped one that the project replaces."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.FileSystemLoader(theme.template_folders()),
                jinja2.PrefixLoader({"builtin": jinja2.FileSystemLoader(shipped() / "templates")}),
            ]
        ),
        undefined=jinja2.StrictUndefined,
        bytecode_cache=_KEPT,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = HtmlContext(language, addresses=addresses)
    environment.filters.update(
        text=html.inline,
        plain=plain,
        bind=html.front_text,
        own=html.own_text,
        linked=partial(html.own_text, in_link=True),
        label=html.label,
        blocks=html.blocks,
        item=html.item,
        effects=HtmlContext(language, partial(_frequency, language), addresses).blocks,
        by_urgency=by_urgency,
        cycles=find_cycles,
        day=language.day,
        code=partial(_code, words=language.words),
        size=_size_class,
    )
    environment.globals.update(words=language.words, language=language)
    environment.tests["regular"] = is_taken_daily
    return environment


def _code(address: str, words: Mapping[str, str]) -> Markup:
    """The QR code of a web address."""
    from leaflet.compose.html.qr import draw_code  # noqa: PLC0415 - few documents have one

    return draw_code(address, words)


def _frequency(language: Language, label: Text) -> Markup:
    """The icon array for a label that gives a frequency; empty for other labels."""
    band = read_band(plain(label))
    return frequency(band, language) if band else Markup()


def _size_class(name: str) -> str:
    """The CSS class for the length of a name."""
    return "short" if len(name) <= 40 else "long" if len(name) <= 120 else "very-long"
