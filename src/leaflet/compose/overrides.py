"""Reports what of a project's changes to a kind does not apply to one document."""

from collections.abc import Collection, Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.i18n.language_tags import in_language
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.section_key import SectionKey


def ignored_overrides(
    monograph: Monograph, kind: Kind, removed: Collection[str]
) -> Iterator[Diagnostic]:
    """Findings for the changes that do not apply to this document.

    Those are headings that are missing in its language, and parts that the project leaves out but
    that are not among the ``removed`` ones, because they may hold a section of the author's own.
    """
    lang, file = monograph.front.lang, monograph.source.name
    for key, texts in kind.project_headings.items():
        if not in_language(texts, lang):
            name = f"{kind.name}.headings.{key}" if key else f"{kind.name}.title"
            message = f'leaflet.toml has no {name} in the language "{lang}"; leaflet\'s own is used'
            hint = f'give it by language: {{ {lang} = "…" }}'
            yield Diagnostic.warning("heading-untranslated", message, file, hint=hint)
    keys = {section.key for group in monograph.groups for section in group.sections}
    if SectionKey.OTHER in keys:
        for key in kind.left_out:
            if key not in removed:
                message = f'"{key}" is printed: it may hold a section of the author\'s own'
                yield Diagnostic.note("part-kept", message, file)
