"""The file holds only what leaflet writes, drawn with the glyphs of the pinned fonts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from leaflet.diagnostics import Diagnostic
from leaflet.verification.allowed import foreign_content
from leaflet.verification.evidence import Evidence

_DECORATION = re.compile(r"url\(|gradient\(|opacity|blend-mode|mask", re.I)
"""What of a style sheet draws pictures, gradients or layers behind or around text."""


def check_allowed_content(evidence: Evidence) -> Iterator[Diagnostic]:
    """Every operator and every glyph is one of those that leaflet's pages have."""
    decorated, objects = _is_decorated(evidence.stylesheet.css), evidence.objects
    for fault in foreign_content(objects, decorated=decorated) if objects else ():
        yield evidence.error("foreign-content", fault)


@lru_cache(maxsize=8)
def _is_decorated(css: str) -> bool:
    return bool(_DECORATION.search(css))
