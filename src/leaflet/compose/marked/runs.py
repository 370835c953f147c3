"""The words of a statement with its label → those of the label, and those of the text."""

import re
from collections.abc import Iterable
from unicodedata import category

from leaflet.diff.model import Edit, Run, Statement

_ADDRESS = re.compile(r"<[^<>\s]+>")
"""The address of a link, which is compared, but not printed in its text."""


def is_seen(character: str) -> bool:
    """Whether a character is neither space nor one that only controls how others are set."""
    if character.isspace() or character in "\ufe0e\ufe0f":
        return False
    return category(character) != "Cf"


def seen(text: str) -> str:
    """The characters of a text that are seen."""
    return "".join(filter(is_seen, text))


def split_runs(statement: Statement, runs: Iterable[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of the label, and those of the text. The colon between them belongs to neither."""
    parts: tuple[list[Run], list[Run]] = ([], [])
    left = len(seen(statement.label)) + 1 if statement.label else 0
    for run in runs:
        text = run.text if run.edit is Edit.DELETED else _ADDRESS.sub("", run.text)
        if run.edit is Edit.DELETED:
            parts[not left].append(run)
            continue
        end = _end_of(text, left)
        left -= len(seen(text[:end]))
        head = text[:end].rstrip()
        for part, words in ((parts[0], head if left else head[:-1]), (parts[1], text[end:])):
            if words.strip():
                part.append(Run(run.edit, words))
    return parts


def _end_of(text: str, count: int) -> int:
    """Where the first ``count`` seen characters end."""
    for at, character in enumerate(text):
        if not count:
            return at
        count -= is_seen(character)
    return len(text)
