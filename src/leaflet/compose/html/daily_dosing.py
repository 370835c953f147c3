"""Decides whether a leaflet has a table for the times of day at which the medicine is taken.

The times are a clinical decision, so the table stays empty until a pharmacist or doctor fills it
in. It is printed for a medicine that is taken (not used or given) if its dosage section says how
often per day, and mentions no single doses, weeks, cycles or doses as needed.
"""

import re

from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.outline.groups import Body
from leaflet.monograph.sentences import sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

_TIMES = r"(?:once|twice|one|two|three|four|[1-4])(?:\s+(?:or|to)\s+\w+)?(?:\s+times?)?"
_DAILY = re.compile(
    rf"\b{_TIMES}\s+(?:a|per|each|every)?\s*(?:day|daily)\b|\bevery\s+(?:4|6|8|12|24)\s+hours"
    r"|\b(?:OD|BID|TID|QID|BD|TDS)\b|\b(?:each|every)\s+(?:day|morning|evening|night)\b",
)
_NOT_DAILY = re.compile(
    r"single[\s-]dose|one[\s-]time|\bweekly\b|\b(?:a|per|each|every)\s+(?:\w+\s+)?(?:week|month)"
    r"|\bcycles?\b|(?<!adjusted )(?<!adjust )(?<!increased )(?<!increase )\b(?:as|when)\s+needed"
    r"|\b(?:as|when)\s+required|every\s+other\s+day|inject|infusion|intraven|vaccin|\bfor\s+pain\b",
    re.IGNORECASE,
)


def is_taken_daily(chapter: Chapter) -> bool:
    """Whether the text says that the medicine of a chapter is taken every day."""
    dosages = (
        passage.body
        for part in chapter.parts
        for passage in part.passages
        if passage.key == SectionKey.DOSAGE and not passage.qualifier
    )
    return chapter.verb == "take" and any(map(_is_daily, dosages))


def _is_daily(body: Body) -> bool:
    text = " ".join(f"{plain(each.label)} {plain(each.text)}" for each in sentences(body))
    return bool(_DAILY.search(text)) and not _NOT_DAILY.search(text)
