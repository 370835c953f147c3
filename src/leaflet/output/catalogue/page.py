"""The medicines of a store → one page of HTML that needs nothing but the files beside it.

Style and script are part of the page, and its Content-Security-Policy names them by their hashes.
So whatever a monograph calls its medicine, nothing else on the page is ever run or loaded.
"""

from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from hashlib import sha256
from itertools import groupby

import jinja2
from markupsafe import Markup

from leaflet import __version__
from leaflet.cache.templates import KeptTemplates
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.settings import Settings
from leaflet.distributions import version
from leaflet.errors import SettingsError
from leaflet.kinds.model import Kind
from leaflet.output.catalogue.brand import colours_of, logo_of
from leaflet.output.catalogue.collation import letters_of
from leaflet.output.catalogue.entries import (
    ListedMedicine,
    MedicineEntry,
    last_change,
    list_medicines,
    make_entry,
)
from leaflet.output.store import Store
from leaflet.theme.search_path import Theme

_SHORT = {"patient": "Leaflet", "clinician": "Summary"}
"""What documents of leaflet's own kinds are called, of which each medicine has one."""

_KEPT = KeptTemplates("catalogue", version("jinja2"))
"""The code of its template."""

BUFFER = 2000
"""How many pieces of the page are written at once."""


def fill(
    store: Store, settings: Settings, orphans: Container[str], parts: Sequence[str]
) -> Iterator[bytes]:
    """The page, in pieces. ``parts`` are the names of its template, style sheet and script.

    Raises SettingsError if they cannot be used.
    """
    theme = Theme.of(settings.project)
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme.template_folders()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=_KEPT,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page, style, script = parts
    try:
        stream = templates.get_template(page).stream(
            **_values(store, settings, list_medicines(store, orphans), theme),
            style=_verbatim(templates, style) + colours_of(settings),
            script=_verbatim(templates, script),
            hash=_hash,
        )
        stream.enable_buffering(BUFFER)
        for piece in stream:
            # A file name that is not UTF-8 holds lone surrogates, which HTML cannot express.
            yield piece.encode("utf-8", "replace")
        _KEPT.save()
    except jinja2.TemplateSyntaxError as error:
        raise SettingsError.of(
            "bad-template", error.message or "", file=error.filename or page, line=error.lineno
        ) from None
    except jinja2.TemplateError as error:
        raise SettingsError.of("bad-template", error.message or "", file=page) from None


def _values(
    store: Store, settings: Settings, listed: Sequence[ListedMedicine], theme: Theme
) -> dict[str, object]:
    """What the template is filled with; documents for patients come before those for clinicians."""
    kinds = sorted(theme.kinds().items(), key=lambda each: (each[1].sheet is not None, each[0]))
    titles = {name: _title(kind, settings) for name, kind in kinds}
    return {
        "version": __version__,
        "brand": settings.brand,
        "logo": logo_of(settings),
        "for_editors": settings.for_editors,
        "changed": last_change(listed),
        "medicines": len(listed),
        "failed": sum(each.failed for each in listed),
        "letters": letters_of(each.letter for each in listed),
        "sections": _sections(store, listed, titles),
    }


def _title(kind: Kind, settings: Settings) -> str:
    """What a kind's documents are called in English, the language of the page."""
    own = settings.overrides.get(kind.name, KindOverrides()).title
    return own.get("en") or own.get("") or _SHORT.get(kind.name, kind.title)


def _sections(
    store: Store, listed: Sequence[ListedMedicine], titles: dict[str, str]
) -> Iterator[tuple[str, Iterator[MedicineEntry]]]:
    for letter, group in groupby(listed, lambda each: each.letter):
        yield letter, (make_entry(store, each, titles) for each in group)


def _verbatim(templates: jinja2.Environment, part: str) -> Markup:
    """The text of a style sheet or script, in which nothing is filled in."""
    loader = templates.loader
    source = loader.get_source(templates, part)[0] if loader else ""
    return Markup(source)  # noqa: S704 - of the theme, as the template is


def _hash(text: str) -> str:
    """The hash by which a Content-Security-Policy names a style sheet or script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
