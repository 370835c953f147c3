"""Tables of an author's in print."""

import pypdfium2

import leaflet
from helpers import MONOGRAPH


def test_columns_take_their_width_from_their_content() -> None:
    """A short first column leaves the space to the second, in one column of a wide page."""
    table = "| Age | How it is taken by people of this age |\n| --- | --- |\n"
    table += "| 1 | 5 mg twice daily, with a glass of water and after food |\n"
    text = MONOGRAPH.format(title="Testamide").replace("### Side", f"{table}\n### Side")
    document = leaflet.render(text, styles=["clear-print"])
    with pypdfium2.PdfDocument(document.pdf) as pdf:
        pages = [page.get_textpage() for page in pdf]
        found = [(p, p.search("How it is taken by").get_next()) for p in pages]
        [(page, (index, _))] = [(p, hit) for p, hit in found if hit]
        left = page.get_charbox(index)[0]
        age = page.get_charbox(page.search("Age").get_next()[0])[0]
    assert left - age < 80
