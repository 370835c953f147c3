"""Puts a kind into the language of a monograph, or refuses the monograph.

A page in two languages misleads the readers of both, and leaflet's own words are the headings that
say what a text is about. So a document is refused if any of them is missing in its language.
"""

from leaflet.diagnostics import Diagnostic
from leaflet.errors import MonographRefused
from leaflet.kinds.model import Kind
from leaflet.kinds.overrides import apply_headings, blank_headings
from leaflet.kinds.translate import missing_translations, translate_kind
from leaflet.monograph.model import Monograph
from leaflet.theme.search_path import Theme

_MOST_NAMED = 5


def localise_kind(monograph: Monograph, kind: Kind, theme: Theme) -> Kind:
    """The kind in the language of the monograph: the project's headings, and phrases of topics.

    Raises ``MonographRefused`` if leaflet does not know that language, or lacks some words of it.
    """
    tag = monograph.front.lang
    language = theme.language(tag)
    if language is None:
        message = f'leaflet does not know the language "{tag}"'
        hint = f"known: {', '.join(theme.languages())}; docs/languages.md explains how to add one"
        raise _refused(monograph, "unknown-language", message, hint)
    kind = blank_headings(kind, tag)
    if missing := missing_translations(language, kind):
        named = ", ".join(f'"{text}"' for text in missing[:_MOST_NAMED])
        more = len(missing) - _MOST_NAMED
        message = f'not translated into "{language.tag}": {named}'
        message += f" and {more} more" if more > 0 else ""
        hint = f"add them to locale/{language.tag.partition('-')[0]}.po, or give a heading of "
        hint += "leaflet.toml by language; see docs/languages.md"
        raise _refused(monograph, "untranslated", message, hint)
    return apply_headings(translate_kind(kind, language), tag).with_phrases(theme.topics(tag))


def _refused(monograph: Monograph, code: str, message: str, hint: str) -> MonographRefused:
    """An error at the line of the monograph that sets the language."""
    file, line = monograph.source.name, monograph.source.key_line("lang")
    return MonographRefused([Diagnostic.error(code, message, file, line, hint=hint)])
