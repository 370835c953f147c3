"""Doses under a heading that names no section, where no other heading says where the dose is.

Such a section follows the one before it, or stands with the warnings.
"""

import re
from collections.abc import Iterator, Sequence

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Source, Subheading, Table
from leaflet.monograph.structure.headings import Headings
from leaflet.monograph.structure.near_names import like
from leaflet.monograph.structure.sections import RawSection
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

_UNITS = (
    *("mg", "mcg", "µg", "μg", "g", "ml", "iu", "ie", "ui", "units?", "einheiten", "unités?"),
    *("unidades", "tablets?", "tabletten?", "tabletas?", "capsules?", "kapseln?", "gélules?"),
    *(
        "cápsulas?",
        "comprim[ée]s?",
        "comprimidos?",
        "drops",
        "tropfen",
        "gouttes",
        "gotas",
        "puffs?",
    ),
    *("मिग्रा", "मि\\.ग्रा", "ग्राम", "मिली", "यूनिट", "गोली", "कैप्सूल"),
    *("ملغ", "مجم", "ملجم", "غ", "مل", "وحد[ةه]", "وحدات", "قرص", "أقراص", "كبسول[ةه]"),
)
_DOSE = re.compile(rf"\d\s?(?:{'|'.join(_UNITS)})(?![\w/])", re.IGNORECASE)


def dose_elsewhere(
    sections: Sequence[RawSection], source: Source, headings: Headings
) -> Iterator[Diagnostic]:
    """Warnings for the author's own sections that state a dose, where none is called dosage."""
    if any(
        section.body and SectionKey.DOSAGE in {section.key, *section.covers} for section in sections
    ):
        return
    for section in sections:
        if not section.heading or section.key or headings.is_clinical(section.heading):
            continue
        if any(map(_DOSE.search, _texts(section.body))):
            near = like(section.heading, SectionKey.DOSAGE, headings)
            names = " or ".join(f'"{name}"' for name in near)
            yield Diagnostic.warning(
                "dosage-unnamed",
                f'"{plain(section.heading)}" states doses, but no heading names the dosage section',
                file=source.name,
                line=section.line,
                hint=f"if it is the dosage section, call it {names}; else the doses are printed "
                "with another section",
            )


def _texts(body: Sequence[Block]) -> Iterator[str]:
    """The texts of blocks that are not yet divided into labels and questions."""
    for block in body:
        match block:
            case Paragraph(text) | Subheading(text):
                yield plain(text)
            case Table(head, rows):
                yield from (plain(cell) for row in (head, *rows) for cell in row)
            case Bullets(items):
                yield from (text for item in items for text in _texts(item.body))
            case Entry(label, inner):
                yield plain(label)
                yield from _texts(inner)
