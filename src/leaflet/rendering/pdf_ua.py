"""Completes WeasyPrint's tags for PDF/UA-1 before the PDF is written.

Text of margin boxes is tagged but not part of the structure tree: it becomes a pagination artifact.
So does a picture without alternative text: leaflet draws such only as decoration beside words.
Header cells get their scope, and annotations the Print flag. (ISO 14289-1: 7.1, 7.5, 7.18;
ISO 32000-1: 14.8.2.2.)
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflet.rendering.to_unicode import fix_to_unicode

Element = dict[str, Any]
"""A PDF dictionary; keys have no slash, references are bytes such as ``b"12 0 R"``."""


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Complete the tags of ``pdf`` in place; WeasyPrint calls it before it writes the file."""
    root = _resolve(pdf, pdf.catalog["StructTreeRoot"])
    elements = _described(pdf, root)
    _remove_orphans(pdf, root, {id(element) for element in elements})
    _join_strings(pdf)
    fix_to_unicode(pdf)
    _scope_headers(pdf, elements)
    for annotation in _of_type(pdf, "/Annot"):
        annotation["F"] = 4  # Print


def _resolve(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _of_type(pdf: pydyf.PDF, kind: str) -> Iterator[Element]:
    return (o for o in pdf.objects if isinstance(o, dict) and o.get("Type") == kind)


def _kids(pdf: pydyf.PDF, element: Element) -> list[Element]:
    """The child elements of one; its other children are content and annotations."""
    found = [_resolve(pdf, kid) for kid in element.get("K", ()) if isinstance(kid, bytes)]
    return [kid for kid in found if kid.get("Type") == "/StructElem"]


def _described(pdf: pydyf.PDF, root: Element) -> list[Element]:
    """All elements below one, without pictures that say nothing, which leave the structure tree."""
    found, left = [], [root]
    while left:
        element = left.pop()
        found.append(element)
        element["K"][:] = [kid for kid in element["K"] if not _is_decoration(pdf, kid)]
        left += reversed(_kids(pdf, element))
    return found[1:]


def _is_decoration(pdf: pydyf.PDF, kid: object) -> bool:
    if not isinstance(kid, bytes):
        return False
    element = _resolve(pdf, kid)
    return element.get("S") == "/Figure" and "Alt" not in element


def _remove_orphans(pdf: pydyf.PDF, root: Element, reached: set[int]) -> None:
    """Turn content of elements outside the structure tree into artifacts; clear the elements."""
    rows = _resolve(pdf, root["ParentTree"])["Nums"]
    parents = dict(zip(rows[::2], rows[1::2], strict=True))
    for page in _of_type(pdf, "/Page"):
        row = parents[page["StructParents"]]
        orphans = {n for n, parent in enumerate(row) if id(_resolve(pdf, parent)) not in reached}
        _make_artifacts(_resolve(pdf, page["Contents"]).stream, orphans)
        for number in orphans:
            row[number] = "null"
    for element in _of_type(pdf, "/StructElem"):
        if id(element) not in reached:
            element.clear()


def _make_artifacts(content: list[Any], marked: set[int]) -> None:
    """Rewrite ``/Span <</MCID n>> BDC`` as ``/Artifact <</Type /Pagination>> BDC``.

    A picture, ``/Figure``, becomes one of the type ``/Layout``.
    """
    for index, item in enumerate(content):
        if isinstance(item, dict) and item.get("MCID") in marked:
            kind = "/Layout" if content[index - 1] == "/Figure" else "/Pagination"
            content[index - 1] = "/Artifact"
            content[index] = pydyf.Dictionary({"Type": kind})


def _join_strings(pdf: pydyf.PDF) -> None:
    """Join glyphs that are not moved into one string, which all who read the file do in less time.

    WeasyPrint 70 writes most glyphs alone, with a 0 between them. Strings without a glyph, which it
    writes after raised marks, are removed, because pdfium ignores the offset that follows one.
    """
    for page in _of_type(pdf, "/Page"):
        content = _resolve(pdf, page["Contents"]).stream
        for index, item in enumerate(content):
            if type(item) is bytes and item.endswith(b"TJ"):
                joined = item.replace(b">0<", b"").replace(b">0]", b">]")
                content[index] = joined.replace(b"<>", b" ")


def _scope_headers(pdf: pydyf.PDF, elements: list[Element]) -> None:
    """Set for each header cell whether it is the header of its column or of its row."""
    for row in (e for e in elements if e["S"] == "/TR"):
        in_head = _resolve(pdf, row["P"])["S"] == "/THead"
        for index, cell in enumerate(_kids(pdf, row)):
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = "/Row" if index == 0 and not in_head else "/Column"
