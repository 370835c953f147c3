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

    Its items are orders, and one of them is urgent. Other lists than numbered ones may be of
    effects, unless their lead-in says "if".
    """
    match block, below:
        case (Paragraph(text, _, topics), Bullets()) if plain(text).rstrip().endswith(":"):
            says_if = any(topic.name == _LIMITS for topic in topics)
            found = are_urgent(below, last_resort=says_if) if below.ordered or says_if else False
            return below if found else None
        case (Entry(_, ()), Bullets() as steps) | (Entry(_, (Bullets() as steps,)), _):
            return steps if steps.ordered and are_urgent(steps) else None
    return None


def are_urgent(steps: Bullets, *, last_resort: bool = False) -> bool:
    """Whether a list is of orders, one of them urgent and none with a case of its own.

    Only numbered steps may end with one, the ``last_resort``: "If no better, call 112".
    """
    stated = [frozenset(topic.name for topic in text.topics) for text in step_texts(steps.items)]
    first = stated[:-1] if last_resort and steps.ordered else stated
    return (
        len(stated) == len(steps.items)
        and any(EMERGENCY in names for names in stated)
        and not any(SAYS_WHEN in names for names in first)
    )


def step_texts(items: Sequence[ListItem | Entry]) -> Iterator[Paragraph]:
    """The texts of the items that have one paragraph and nothing else."""
    for item in items:
        match item:
            case ListItem((Paragraph() as text,)):
                yield text
