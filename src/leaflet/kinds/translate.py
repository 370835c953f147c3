"""A kind of document in another language, and the texts that a translation of it needs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from leaflet.i18n.messages import WORDS, Language
from leaflet.i18n.po_files import ENTRIES, Entry, chain
from leaflet.kinds.model import Kind, Part


def missing_translations(language: Language, kind: Kind) -> tuple[str, ...]:
    """What leaflet says in English and this language does not: words, then headings of a kind."""
    english = chain(language.tag)[-1] == "en"
    words = (WORDS[key] for key in WORDS if key not in language.words)
    said = () if english else (h for h in said_by(kind) if (kind.name, h) not in language.headings)
    return tuple(dict.fromkeys((*words, *said)))


def said_by(kind: Kind) -> Iterator[str]:
    """The words of a kind: its title, and all headings of its parts, each once, as they come."""
    parts = (text for part in kind.parts for text in _said_by(part))
    yield from dict.fromkeys(filter(None, (kind.title, *kind.headings.values(), *parts)))


def _said_by(part: Part) -> Iterator[str]:
    yield from (part.heading, *part.spoken.values(), *(rank.heading for rank in part.ranks))
    for slot in part.slots:
        yield from _said_by(slot)


def speak(kind: Kind, language: Language) -> Kind:
    """A kind in a language: all its headings translated. None of them may be untold."""
    if not language.headings:
        return replace(kind, language=language)
    own = {
        english: said for (name, english), said in language.headings.items() if name == kind.name
    }
    return replace(
        kind,
        language=language,
        title=own.get(kind.title, kind.title),
        headings=_each(kind.headings, own),
        parts=tuple(_part(part, own) for part in kind.parts),
    )


def _part(part: Part, own: Mapping[str, str]) -> Part:
    return replace(
        part,
        heading=own.get(part.heading, part.heading),
        spoken=_each(part.spoken, own),
        ranks=tuple(replace(r, heading=own.get(r.heading, r.heading)) for r in part.ranks),
        slots=tuple(_part(slot, own) for slot in part.slots),
    )


def _each(headings: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    return {key: own.get(said, said) for key, said in headings.items()}


def entries(kinds: Iterable[Kind]) -> Iterator[Entry]:
    """All that a catalogue has to hold: the fixed words, and the headings of the kinds."""
    yield from ENTRIES
    yield from ((kind.name, heading) for kind in kinds for heading in said_by(kind))
