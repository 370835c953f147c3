"""Tables of an author's in print."""

from collections.abc import Iterator

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


ROWS = "\n".join(f"| Week {number} | {number} mg daily |" for number in range(1, 9))
NOTED = f"| When | Dose |\n| --- | --- |\n{ROWS}\n| Later | 90 mg\\* |\n\n\\* Never in pregnancy."


def positions(text: str, *words: str) -> Iterator[tuple[int, bool]]:
    """The page of each of the words, and whether they are on its right half."""
    document = leaflet.render(text)
    with pypdfium2.PdfDocument(document.pdf) as pdf:
        for wanted in words:
            for number, page in enumerate(pdf):
                text_page = page.get_textpage()
                if hit := text_page.search(wanted).get_next():
                    left = text_page.get_charbox(hit[0])[0]
                    yield number, left > page.get_width() / 2 - 20


def test_a_note_is_in_the_column_in_which_its_table_ends() -> None:
    filler = "It works by blocking the errors of tests. "
    found = set()
    for lines in (*range(1, 9), 24, 32):
        section = f"### How it Works\n{filler * 3 * lines}\n\n{NOTED}\n\n"
        text = MONOGRAPH.format(title="Testamide").replace("### Side", f"{section}### Side")
        last, note = positions(text, "Later", "Never in pregnancy")
        assert last == note, lines
        found.add(note)
    assert len(found) > 1
