"""What a project does to one document: the headings it gives, the parts it leaves out."""

from collections.abc import Iterator, Sequence

from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.translate import spoken
from leaflet.diagnostics import Diagnostic
from leaflet.i18n.language_tags import in_language
from leaflet.kinds.model import Kind
from leaflet.kinds.overrides import apply_headings, blank_headings
from leaflet.monograph.model import Monograph
from leaflet.theme.search_path import Theme


def localise_kind(monograph: Monograph, kind: Kind, theme: Theme) -> Kind:
    """The kind in the language of the monograph, under the headings that the project has in it.

    Raises ``MonographRefused`` where words of that language are missing.
    """
    lang = monograph.front.lang
    return apply_headings(spoken(monograph, blank_headings(kind, lang), theme), lang)


def dispensable(chapters: Sequence[Chapter], keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the parts that the document has; but one with a section of the author's own stays.

    Nobody knows what it warns of.
    """
    held = [part for chapter in chapters for part in chapter.parts if part.passages]
    kept = {part.key for part in held if any(not passage.key for passage in part.passages)}
    present = {part.key for part in held} - kept
    return tuple(key for key in keys if key in present)


def objections(monograph: Monograph, kind: Kind, gone: Sequence[str]) -> Iterator[Diagnostic]:
    """What the document does otherwise than the project wants it, and why."""
    lang, file = monograph.front.lang, monograph.source.name
    for key, said in kind.project_headings.items():
        if not in_language(said, lang):
            what = f"{kind.name}.headings.{key}" if key else f"{kind.name}.title"
            told = (
                f'leaflet.toml has no {what} in the language "{lang}"; that of leaflet stands there'
            )
            hint = f'give it by language: {{ {lang} = "…" }}'
            yield Diagnostic.warning("heading-untranslated", told, file, hint=hint)
    held = {section.key for group in monograph.groups for section in group.sections}
    for key in kind.left_out:
        if key not in gone and "" in held:
            told = f'"{key}" is printed: it may hold a section of the author\'s own'
            yield Diagnostic.note("part-kept", told, file)
