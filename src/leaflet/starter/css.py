"""``styles/house.css`` for a new project: every token that may be changed, with its default."""

from collections.abc import Iterator
from itertools import groupby

from leaflet.config.settings import Settings
from leaflet.edition.edition import EditionKey, design
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme, shipped

HEAD = """\
/* Your house style. Each line is a token with its default in the patient leaflet: uncomment it to
   change it. It applies to every kind; for one kind alone, name a style under [patient] styles in
   leaflet.toml. Whatever you change, leaflet proves that every word is printed and readable. */

:root {
"""


def starter_style() -> str:
    """The text of a new ``styles/house.css``: it changes nothing yet."""
    _, sheet = design(EditionKey("patient", (), "a4"), Theme((shipped(),)), Settings())
    return f"{HEAD}{''.join(_groups(sheet))}}}\n"


def _groups(sheet: Stylesheet) -> Iterator[str]:
    for group, tokens in groupby(sheet.changeable, key=lambda token: token.group):
        yield f"  /* {group} */\n"
        yield from (f"  /* {t.name}: {sheet.tokens[t.name]}; */  /* {t.note} */\n" for t in tokens)
        yield "\n"
