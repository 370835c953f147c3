"""A kind of document in another language, and the texts that a translation of it needs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from leaflet.i18n.language_tags import fallbacks
from leaflet.i18n.messages import WORDS, Language
from leaflet.i18n.po_files import ENTRIES, Entry
from leaflet.kinds.model import Kind, Part


def missing_translations(language: Language, kind: Kind) -> tuple[str, ...]:
    """The English texts that a language does not have: fixed words, then headings of a kind."""
    english = fallbacks(language.tag)[-1] == "en"
    words = (WORDS[key] for key in WORDS if key not in language.words)
    headings = () if english else headings_of(kind)
    untranslated = (text for text in headings if (kind.name, text) not in language.headings)
    return tuple(dict.fromkeys((*words, *untranslated)))


def headings_of(kind: Kind) -> Iterator[str]:
    """The title of a kind and the headings of its parts, each once, in printed order."""
    parts = (text for part in kind.parts for text in _headings_of(part))
    yield from dict.fromkeys(filter(None, (kind.title, *kind.headings.values(), *parts)))


def _headings_of(part: Part) -> Iterator[str]:
    yield from (part.heading, part.heading_use, part.heading_given)
    yield from (rank.heading for rank in part.ranks)
    for slot in part.slots:
        yield from _headings_of(slot)


def translate_kind(kind: Kind, language: Language) -> Kind:
    """A kind in a language, which must have a translation of each of its headings."""
    if not language.headings:
        return replace(kind, language=language)
    own = {
        english: text for (name, english), text in language.headings.items() if name == kind.name
    }
    return replace(
        kind,
        language=language,
        title=own.get(kind.title, kind.title),
        headings={key: own.get(text, text) for key, text in kind.headings.items()},
        parts=tuple(_translate_part(part, own) for part in kind.parts),
    )


def _translate_part(part: Part, own: Mapping[str, str]) -> Part:
    return replace(
        part,
        heading=own.get(part.heading, part.heading),
        heading_use=own.get(part.heading_use, part.heading_use),
        heading_given=own.get(part.heading_given, part.heading_given),
        ranks=tuple(replace(r, heading=own.get(r.heading, r.heading)) for r in part.ranks),
        slots=tuple(_translate_part(slot, own) for slot in part.slots),
    )


def entries(kinds: Iterable[Kind]) -> Iterator[Entry]:
    """All that a PO file has to translate: the fixed words, and the headings of the kinds."""
    yield from ENTRIES
    yield from ((kind.name, heading) for kind in kinds for heading in headings_of(kind))
