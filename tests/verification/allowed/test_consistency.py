"""Objects that contradict each other, though each is as it should be."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Name, String

from verification.fault_injection import codes_of_file, printed
from verification.forge import changed

Change = Callable[[pikepdf.Pdf], None]


def _link_of_two_pages(pdf: pikepdf.Pdf) -> None:
    first, second = (page.obj for page in pdf.pages)
    second.Annots = Array([first.Annots[0]])


def _link_that_says_something_else(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[-1].Contents = String("https://example.org/other")


def _link_to_two_positions(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[-1].Dest = String("part-1-1")


def _pages_of_two_sizes(pdf: pikepdf.Pdf) -> None:
    for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
        pdf.pages[1].obj[box] = Array([0, 0, 595.275591, 300])


def _one_content_for_two(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.pages[0].obj.Contents


def _bookmarks_in_a_circle(pdf: pikepdf.Pdf) -> None:
    first = pdf.Root.Outlines.First
    first.First.Next = first.First


def _bookmark_of_two(pdf: pikepdf.Pdf) -> None:
    first = pdf.Root.Outlines.First
    first.First.First = first.Last


def _tags_in_a_circle(pdf: pikepdf.Pdf) -> None:
    tag = pdf.Root.StructTreeRoot.K[0]
    tag.K.append(tag)


def _tag_twice(pdf: pikepdf.Pdf) -> None:
    tag = pdf.Root.StructTreeRoot.K[0]
    while isinstance(tag.K[0], pikepdf.Dictionary):
        tag = tag.K[0]
    tag.P.K.append(tag)


def _deep_tags(pdf: pikepdf.Pdf) -> None:
    tag = pdf.Root.StructTreeRoot.K[0]
    for _ in range(200):
        inner = pdf.make_indirect(
            pikepdf.Dictionary(Type=Name.StructElem, S=Name.Div, P=tag, K=Array([]))
        )
        tag.K.append(inner)
        tag = inner


def _brackets(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(b"<" * 1_000_000)


def _text_of_no_tag(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1].append(pdf.Root.StructTreeRoot.K[0])


def _picture_that_is_a_paragraph(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].S = Name.Figure


def _title_in_one_position(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Subject"] = "Take 50 mg"


def _more_metadata(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(packet.replace(b"</rdf:RDF>", b"<dose>5</dose></rdf:RDF>"))


LIES: dict[str, Change] = {
    "a link of two pages": _link_of_two_pages,
    "a link that says something else": _link_that_says_something_else,
    "a link to two positions": _link_to_two_positions,
    "pages of two sizes": _pages_of_two_sizes,
    "one content for two pages": _one_content_for_two,
    "bookmarks in a circle": _bookmarks_in_a_circle,
    "a bookmark of two": _bookmark_of_two,
    "tags in a circle": _tags_in_a_circle,
    "a tag twice": _tag_twice,
    "tags 200 deep": _deep_tags,
    "text of no tag": _text_of_no_tag,
    "a picture that is a paragraph": _picture_that_is_a_paragraph,
    "a title in one position": _title_in_one_position,
    "more metadata": _more_metadata,
    "metadata of a megabyte of brackets": _brackets,
}


@pytest.mark.parametrize("name", LIES)
def test_objects_that_contradict_each_other_are_refused(name: str) -> None:
    assert "foreign-content" in codes_of_file(changed(printed().data, LIES[name]))
