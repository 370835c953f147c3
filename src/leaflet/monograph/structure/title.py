"""A title as it is shown: what an export left dangling is taken off, nothing else is changed."""

import re


def tidy(title: str) -> str:
    """The medicine's name for display: runs of spaces, a stray `` .`` and a loose hyphen go.

    >>> tidy("Metformin + Voglibose .")
    'Metformin + Voglibose'
    """
    name = " ".join(title.split())
    name = re.sub(r"\s+\.(?=\s|$)", "", name)
    return re.sub(r"\s*-(?=\s*\+|\s*$)", "", name).strip() or title
