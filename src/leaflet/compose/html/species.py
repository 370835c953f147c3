"""Names of species and genera, which authors set in italics without stressing them."""

import re

_GENUS = re.compile(
    r"[A-Z][a-z]+(?:bacillus|bacter(?:ium)?|coccus|ella|monas|plasma)(?: [A-Z]?[a-z]+)?"
)
_STRESSED = "All|Also|Always|Any|Avoid|Do|Give|In|Keep|Never|No|Not|Only|Stop|Take|The|Use|With"
_SPECIES = re.compile(
    rf"(?!(?:{_STRESSED}|Without|Your)\b)[A-Z](?:[a-z]+|\.) "
    "[a-z]{2,}(?:a|ae|i|ile|is|ium|ox|um|us)"
)


def is_species(text: str) -> bool:
    """Whether a text is a name such as *Escherichia coli*, *E. coli* or *Salmonella*."""
    words = text.strip()
    return bool(_GENUS.fullmatch(words) or _SPECIES.fullmatch(words))
