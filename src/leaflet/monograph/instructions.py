"""Emergency instructions in steps: a list of orders below the words that say when they hold."""

from collections.abc import Iterator, Sequence

from leaflet.monograph.model import Bullets, Entry, ListItem, Paragraph
from leaflet.monograph.text import plain

EMERGENCY, SAYS_WHEN = "emergency", "when-to-get-help"
"""The topics of a sentence that says what to do at once, and in which case to get help."""

GOES_ON = "goes-on"
"""The topic of an order that goes on with the emergency instruction before it: "Call 999."."""

_LIMITS = "limits"
"""The topic of a lead-in that may say in which case its list holds."""


def steps_of(block: object, below: object) -> Bullets | None:
    """The list of what to do in the emergency that a lead-in or a label names; None for others.

    Its items are orders, one of them urgent and none with a case of its own. Other lists than
    numbered ones may be of effects, unless their lead-in says "if".
    """
    match block, below:
        case (Paragraph(text, _, topics), Bullets()) if plain(text).rstrip().endswith(":"):
            any_list = any(topic.name == _LIMITS for topic in topics)
            return below if (below.ordered or any_list) and _are_urgent(below.items) else None
        case (Entry(_, ()), Bullets() as steps) | (Entry(_, (Bullets() as steps,)), _):
            return steps if steps.ordered and _are_urgent(steps.items) else None
    return None


def _are_urgent(items: Sequence[ListItem | Entry]) -> bool:
    stated = [frozenset(topic.name for topic in text.topics) for text in step_texts(items)]
    return (
        len(stated) == len(items)
        and any(EMERGENCY in names for names in stated)
        and not any(SAYS_WHEN in names for names in stated)
    )


def step_texts(items: Sequence[ListItem | Entry]) -> Iterator[Paragraph]:
    """The texts of the items that have one paragraph and nothing else."""
    for item in items:
        match item:
            case ListItem((Paragraph() as text,)):
                yield text
