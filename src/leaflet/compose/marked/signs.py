"""The HTML of marks. All that leaflet adds to a page has the attribute ``data-mark``.

Small signs before and after each mark are read aloud.
"""

from markupsafe import Markup

from leaflet.compose.html.blocks import HtmlContext
from leaflet.i18n.messages import Language

_SIGN = Markup(
    '<svg class="sign" data-mark viewBox="0 0 4 8"><title>{}</title>'
    '<path d="{}" fill="none" stroke="#000" stroke-width="0.8"/></svg>'
)
_CLOSING = "M2 1 L2 7"


def _sign(word: str, path: str) -> Markup:
    return _SIGN.format(word, path)


OPENING = _sign("inserted", "M0 8 L2 4 L4 8")
CLOSING = _sign("end of insertion", _CLOSING)


class Signs:
    """Writes marks in a page of one language."""

    def __init__(self, language: Language) -> None:
        self._html = HtmlContext(language, addresses=False)

    def deleted(self, text: str) -> Markup:
        """Words that are struck through."""
        words = Markup("<del>{}</del>").format(self._html.front_text(text))
        signs = _sign("deleted", "M0 0 L2 4 L4 0"), _sign("end of deletion", _CLOSING)
        return Markup("<span data-mark>{}{}{}</span>").format(signs[0], words, signs[1])

    def note(self, text: str) -> Markup:
        """Words of leaflet's own about a mark, in brackets."""
        words = self._html.front_text(f"({text})")
        return Markup("<small data-mark data-own>{}</small>").format(words)

    def legend(self, versions: str) -> Markup:
        """What a page begins with: which versions it shows, and how."""
        shown = Markup("{}<ins>inserted</ins>{} · {}").format(
            OPENING, CLOSING, self.deleted("deleted")
        )
        return Markup('<p class="legend" data-mark data-own>{} · {}</p>').format(versions, shown)
