"""Whether a medicine is one that people take every day: then a page has room for their times.

Which times those are is a clinical decision, so the table stays empty until a pharmacist or doctor
fills it in. It is offered for a medicine that is taken (not used or given), whose dosage section
says how often a day, and speaks nowhere of single doses, weeks, cycles or doses as needed.
"""

import re

from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.sentences import sentences
from leaflet.monograph.text import plain

_TIMES = r"(?:once|twice|one|two|three|four|[1-4])(?:\s+(?:or|to)\s+\w+)?(?:\s+times?)?"
_EVERY_DAY = re.compile(
    rf"\b{_TIMES}\s+(?:a|per|each|every)?\s*(?:day|daily)\b|\bevery\s+(?:4|6|8|12|24)\s+hours"
    r"|\b(?:OD|BID|TID|QID|BD|TDS)\b|\b(?:each|every)\s+(?:day|morning|evening|night)\b",
)
_NOT_EVERY_DAY = re.compile(
    r"single[\s-]dose|one[\s-]time|\bweekly\b|\b(?:a|per|each|every)\s+(?:\w+\s+)?(?:week|month)"
    r"|\bcycles?\b|(?<!adjusted )(?<!adjust )(?<!increased )(?<!increase )\b(?:as|when)\s+needed"
    r"|\b(?:as|when)\s+required|every\s+other\s+day|inject|infusion|intraven|vaccin|\bfor\s+pain\b",
    re.IGNORECASE,
)


def is_regular(chapter: Chapter) -> bool:
    """Whether the medicine of a chapter is taken every day, as far as the text tells."""
    bodies = [
        passage.body
        for part in chapter.parts
        for passage in part.passages
        if passage.key == "dosage" and not passage.qualifier
    ]
    return chapter.verb == "take" and any(_is_daily(body) for body in bodies)


def _is_daily(body: Body) -> bool:
    said = " ".join(
        f"{plain(sentence.label)} {plain(sentence.text)}" for sentence in sentences(body)
    )
    return bool(_EVERY_DAY.search(said)) and not _NOT_EVERY_DAY.search(said)
