"""What leaflet's own PDFs contain, as tables; anything else in a PDF is refused."""

from leaflet.verification.allowed.consistency import contradictions
from leaflet.verification.allowed.content import content_faults
from leaflet.verification.allowed.fonts import font_glyphs
from leaflet.verification.allowed.objects import KEYS
from leaflet.verification.allowed.shapes import Walk
from leaflet.verification.pdf.objects import ForeignForm
from leaflet.verification.pdf.strict import read_strictly


def known_objects(data: bytes) -> Walk:
    """The objects of a PDF. Raises ForeignForm if it has any that leaflet never writes.

    What passes is safe to read for libraries that forgive more, and is read the same by all.
    """
    walk = Walk(read_strictly(data), KEYS)
    for fault in walk.faults():
        raise ForeignForm(fault)
    for fault in contradictions(walk):
        raise ForeignForm(fault)
    return walk


def foreign_content(walk: Walk, *, decorated: bool) -> tuple[str, ...]:
    """What the pages and fonts of a PDF hold that leaflet never writes, page by page.

    ``decorated`` says that the style has pictures or gradients behind its text.
    """
    faults: list[str] = []
    fonts = font_glyphs(walk, faults)
    return (*faults, *content_faults(walk, fonts, decorated=decorated))
