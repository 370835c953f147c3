"""What WeasyPrint's tagging leaves undone for PDF/UA-1, mended before the PDF is written.

The words of margin boxes are tagged as text that belongs nowhere; they become pagination artifacts.
Header cells learn what they head, and annotations are printed. (PDF/UA-1, ISO 14289-1: 7.1, 7.5,
7.18; ISO 32000-1: 14.8.2.2.)
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflet.rendering.letters import name_letters

Element = dict[str, Any]
"""A dictionary of the PDF, by key without its slash; references are bytes such as ``b"12 0 R"``."""


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Mend the tags of ``pdf``, in place; called by the engine before it writes."""
    root = _resolve(pdf, pdf.catalog["StructTreeRoot"])
    reached = {id(element) for element in _descend(pdf, root)}
    _drop_strays(pdf, root, reached)
    _drop_empty_strings(pdf)
    name_letters(pdf)
    _scope_headers(pdf, root)
    for annotation in _of_type(pdf, "/Annot"):
        annotation["F"] = 4


def _resolve(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _of_type(pdf: pydyf.PDF, kind: str) -> Iterator[Element]:
    return (o for o in pdf.objects if isinstance(o, dict) and o.get("Type") == kind)


def _kids(pdf: pydyf.PDF, element: Element) -> list[Element]:
    """The elements right below one; what else hangs there is content or an annotation."""
    found = [_resolve(pdf, kid) for kid in element.get("K", ()) if isinstance(kid, bytes)]
    return [kid for kid in found if kid.get("Type") == "/StructElem"]


def _descend(pdf: pydyf.PDF, element: Element) -> Iterator[Element]:
    for kid in _kids(pdf, element):
        yield kid
        yield from _descend(pdf, kid)


def _drop_strays(pdf: pydyf.PDF, root: Element, reached: set[int]) -> None:
    """Turn content whose element hangs in no tree into artifacts, and clear those elements."""
    rows = _resolve(pdf, root["ParentTree"])["Nums"]
    parents = dict(zip(rows[::2], rows[1::2], strict=True))
    for page in _of_type(pdf, "/Page"):
        row = parents[page["StructParents"]]
        strays = {n for n, parent in enumerate(row) if id(_resolve(pdf, parent)) not in reached}
        _make_artifacts(_resolve(pdf, page["Contents"]).stream, strays)
        for number in strays:
            row[number] = "null"
    for element in _of_type(pdf, "/StructElem"):
        if id(element) not in reached:
            element.clear()


def _make_artifacts(content: list[Any], marked: set[int]) -> None:
    """Rewrite ``/Span <</MCID n>> BDC`` as ``/Artifact <</Type /Pagination>> BDC``."""
    for place, item in enumerate(content):
        if isinstance(item, dict) and item.get("MCID") in marked:
            content[place - 1] = "/Artifact"
            content[place] = pydyf.Dictionary({"Type": "/Pagination"})


def _drop_empty_strings(pdf: pydyf.PDF) -> None:
    """Take strings without a glyph out of the text: pdfium forgets the move that follows one.

    WeasyPrint 70 leaves them after marks that it raises, as Devanagari has them.
    """
    for page in _of_type(pdf, "/Page"):
        content = _resolve(pdf, page["Contents"]).stream
        for place, item in enumerate(content):
            if isinstance(item, bytes) and item.endswith(b"TJ") and b"<>" in item:
                content[place] = item.replace(b"<>", b" ")


def _scope_headers(pdf: pydyf.PDF, root: Element) -> None:
    """Say of each header cell whether it heads its column or its row."""
    for row in (e for e in _descend(pdf, root) if e["S"] == "/TR"):
        head = _resolve(pdf, row["P"])["S"] == "/THead"
        for place, cell in enumerate(_kids(pdf, row)):
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = "/Row" if place == 0 and not head else "/Column"
