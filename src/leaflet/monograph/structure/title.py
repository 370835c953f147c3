"""The title for display, without the loose characters that some exports leave in it."""

import re


def tidy(title: str) -> str:
    """The title without repeated spaces, a stray `` .`` or a loose hyphen.

    >>> tidy("Metformin + Voglibose .")
    'Metformin + Voglibose'
    """
    name = " ".join(title.split())
    name = re.sub(r"\s+\.(?=\s|$)", "", name)
    return re.sub(r"\s*-(?=\s*\+|\s*$)", "", name).strip() or title
