"""The structure that the strict reader gives is the one that qpdf, another reader, finds."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from leaflet.verification.pdf.structure import read_pdf
from verification.fault_injection import printed


def content_of(node: Any, page: int, tags: tuple[str, ...], pages: dict[Any, int]) -> Iterator[Any]:
    """Page, number and tags of the content below a node of the structure tree."""
    if not isinstance(node, pikepdf.Dictionary):
        yield page, int(node), tags
    elif node.get("/Type") != "/OBJR":
        page = pages[node.Pg.objgen] if "/Pg" in node else page
        tags = (*tags, str(node.S)[1:]) if "/S" in node else tags
        for kid in node.K:
            yield from content_of(kid, page, tags, pages)


def titles(item: Any) -> Iterator[str]:
    while item is not None:
        yield str(item.Title)
        yield from titles(item.get("/First"))
        item = item.get("/Next")


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_tags_bookmarks_and_links_are_those_that_qpdf_finds(kind: str) -> None:
    data = printed(kind).data
    found = read_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        content = [*content_of(pdf.Root.StructTreeRoot, 0, (), pages)]
        links = [a.A.URI for page in pdf.pages for a in page.obj.get("/Annots", []) if "/A" in a]
        assert [(each.page, each.mcid, each.tags) for each in found.marked_content] == content
        assert (found.title, found.lang) == (str(pdf.docinfo["/Title"]), str(pdf.Root.Lang))
        assert [*found.outline] == [*titles(pdf.Root.Outlines.First)]
        assert [*found.links] == [*map(str, links)]
    assert content
    assert found.links or kind == "clinician"
