"""A kind in the language of a monograph, or what is in the way of it.

A page that is half in one language and half in another misleads both its readers, and the words
that leaflet lacks are those that say what a text is about. So a language of which a word is missing
is not printed in.
"""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.errors import MonographRefused
from leaflet.kinds.model import Kind
from leaflet.kinds.translate import missing_translations, translate_kind
from leaflet.monograph.model import Monograph
from leaflet.theme.search_path import Theme

_MOST_FINDINGS = 5


def spoken(monograph: Monograph, kind: Kind, theme: Theme) -> Kind:
    """The kind with all its words in the language of the monograph.

    Raises ``MonographRefused`` where leaflet has no words of that language, or not all of them.
    """
    language = theme.language(monograph.front.lang)
    if language is None:
        known = ", ".join(theme.languages())
        raise MonographRefused(
            _told(
                monograph,
                "unknown-language",
                [f'leaflet has no words of the language "{monograph.front.lang}"'],
                f"known: {known}; docs/languages.md tells how to add one",
            )
        )
    if missing := missing_translations(language, kind):
        said = [f'"{text}" is not translated into "{language.tag}"' for text in missing]
        more = len(said) - _MOST_FINDINGS
        rest = [f"{more} more texts are not"] if more > 0 else []
        hint = f"add them to locale/{language.tag.partition('-')[0]}.po, or give a heading of "
        hint += "leaflet.toml by language; see docs/languages.md"
        raise MonographRefused(
            _told(monograph, "untranslated", [*said[:_MOST_FINDINGS], *rest], hint)
        )
    return translate_kind(kind, language)


def _told(monograph: Monograph, code: str, said: list[str], hint: str) -> Iterator[Diagnostic]:
    """Errors at the line of the monograph that chooses the language."""
    source = monograph.source
    lines = enumerate(source.text.split("\n"), 1)
    at = next((number for number, line in lines if line.startswith("lang:")), 0)
    for message in said:
        yield Diagnostic.error(code, message, file=source.name, line=at, hint=hint)
