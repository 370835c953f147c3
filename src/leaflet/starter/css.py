"""``styles/house.css`` for a new project: every token that a house may change, with its default."""

from collections.abc import Iterator
from itertools import groupby

from leaflet.config.settings import Settings
from leaflet.edition.edition import Choice, design
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme, shipped

HEAD = """\
/* The style of the house. Each line holds a token with its default in the patient leaflet: take it
   out of its comment to change it. It holds for every kind; for one kind alone, name a style under
   [patient] styles in leaflet.toml. Whatever you write, every word is proved to be there and to be
   read. */

:root {
"""


def house_style() -> str:
    """The text of a new ``styles/house.css``: it changes nothing yet."""
    _, sheet = design(Choice("patient", (), "a4"), Theme((shipped(),)), Settings())
    return f"{HEAD}{''.join(_groups(sheet))}}}\n"


def _groups(sheet: Stylesheet) -> Iterator[str]:
    for group, tokens in groupby(sheet.changeable, key=lambda token: token.group):
        yield f"  /* {group} */\n"
        yield from (f"  /* {t.name}: {sheet.tokens[t.name]}; */  /* {t.note} */\n" for t in tokens)
        yield "\n"
