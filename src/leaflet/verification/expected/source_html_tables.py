"""The tables of HTML in a file, read for the proof."""

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from tinyhtml5 import parse


def html_rows(lines: Sequence[str]) -> tuple[int, list[Sequence[str]]]:
    """The number of lines of a table of HTML, and its rows."""
    end = next((n for n, line in enumerate(lines, 1) if "</table" in line.lower()), 1)
    tree = parse("\n".join(lines[:end]), namespace_html_elements=False)
    rows = [
        [" ".join("".join(_texts(cell)).split()).replace("|", "\\|") for cell in row]
        for row in tree.iter("tr")
    ]
    if not rows:
        return 1, []
    first = next(tree.iter("tr"))
    is_head = all(cell.tag == "th" for cell in first)
    head, body = (rows[0], rows[1:]) if is_head else ([""] * len(rows[0]), rows)
    captions = [["".join(each.itertext())] for each in tree.iter("caption")]
    return end, [*captions, *([[""]] if captions else []), *with_head(head, body)]


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield " " if child.tag in ("br", "p", "div") else ""
        yield from _texts(child)
        yield child.tail or ""


def with_head(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """The rows below a head and its dashes; a table without a head has one of empty cells."""
    width = len(head)
    return [head, ["---"] * width, *rows]
