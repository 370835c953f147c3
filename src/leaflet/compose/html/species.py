"""Names of species and genera, which authors set in italics without stressing them.

Only forms that are nothing else count: a shortened genus, or one with an ending of microbiology.
"Severe asthma" has the form of a species, too, and its author may well have stressed it.
"""

import re

_SPECIES = re.compile(
    r"[A-Z]\. [a-z]{3,}"
    r"|[A-Z][a-z]+(?:bacillus|bacter(?:ium)?|coccus|monas|monella|plasma)(?: [A-Z]?[a-z]+)?"
)


def is_species(text: str) -> bool:
    """Whether a text is a name such as *E. coli*, *Staphylococcus aureus* or *Salmonella*."""
    return bool(_SPECIES.fullmatch(text.strip()))
