"""The medicines of a manifest → one page of HTML that needs nothing but the files beside it.

Style and script stand in the page itself, and its policy names them by their hashes. So whatever
a monograph may call its medicine, nothing else on the page is ever run or loaded.
"""

from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from hashlib import sha256
from itertools import groupby

import jinja2
from markupsafe import Markup

from leaflet import __version__
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.kinds.model import Kind
from leaflet.output.catalogue.entries import Entry, Item, arrange, entry
from leaflet.output.manifest import Manifest
from leaflet.theme.search_path import Theme

BUFFER = 2000
"""How many pieces of the page are written at once."""


def fill(
    manifest: Manifest, settings: Settings, orphans: Container[str], parts: Sequence[str]
) -> Iterator[bytes]:
    """The page, piece by piece. ``parts`` are its template, its style and its script.

    Raises SettingsError where they cannot be used.
    """
    theme = Theme.of(settings.project)
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme.template_folders()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page, style, script = parts
    items = arrange(manifest, orphans)
    titles = {name: _title(kind, settings) for name, kind in theme.kinds().items()}
    try:
        stream = templates.get_template(page).stream(
            version=__version__,
            house=settings.brand.name,
            medicines=len(items),
            failed=sum(item.failed for item in items),
            letters=list(dict.fromkeys(item.letter for item in items)),
            sections=_sections(manifest, items, titles),
            style=_verbatim(templates, style),
            script=_verbatim(templates, script),
            hash=_hash,
        )
        stream.enable_buffering(BUFFER)
        for piece in stream:
            # A file name that is not UTF-8 holds lone surrogates, which HTML cannot say.
            yield piece.encode("utf-8", "replace")
    except jinja2.TemplateSyntaxError as error:
        raise SettingsError.of(
            "bad-template", error.message or "", file=error.filename or page, line=error.lineno
        ) from None
    except jinja2.TemplateError as error:
        raise SettingsError.of("bad-template", error.message or "", file=page) from None


def _title(kind: Kind, settings: Settings) -> str:
    """What documents of a kind call themselves, in English as the page does."""
    own = settings.overrides.get(kind.name, KindOverrides()).title
    return own.get("en") or own.get("") or kind.title


def _sections(
    manifest: Manifest, items: Sequence[Item], titles: dict[str, str]
) -> Iterator[tuple[str, Iterator[Entry]]]:
    for letter, group in groupby(items, lambda item: item.letter):
        yield letter, (entry(manifest, item, titles) for item in group)


def _verbatim(templates: jinja2.Environment, part: str) -> Markup:
    """A style or a script as it stands in its file, in which nothing is filled in."""
    loader = templates.loader
    source = loader.get_source(templates, part)[0] if loader else ""
    return Markup(source)  # noqa: S704 - of the theme, as the template is


def _hash(text: str) -> str:
    """What a policy calls a style or a script by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
