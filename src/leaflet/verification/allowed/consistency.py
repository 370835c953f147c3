"""What the objects of a PDF say of each other agrees: pages, tags, bookmarks, pictures, metadata.

Each object may be as it should be and still lie: a tag that names another parent than the one that
holds it, a bookmark that follows itself, a page whose boxes differ.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html import unescape
from typing import Any

from leaflet.verification.allowed.shapes import Walk
from leaflet.verification.pdf.objects import Ref
from leaflet.verification.pdf.strict import inflated_size

SRGB = "384b832de3412066743b52a75ee906b6fb9fb8d9e09e936fc2c43223815c6e0a"
"""SHA-256 of the one colour profile: sRGB2014.icc, as WeasyPrint 70 ships it."""

_XMP_CONSTANTS = frozenset(
    {"", "1", "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part"}
    | {"Integer", "internal", "Part of ISO 14289 that the file conforms to"}
)
"""Texts between the tags of the metadata that say nothing of the document."""

_XMP_TAGS = re.compile(
    r"/?(x:xmpmeta|rdf:(RDF|Description|Alt|Seq|Bag|li)|dc:(title|creator|description)"
    r"|pdf:Keywords|xmp:CreatorTool|pdfuaid:part|pdfaExtension:schemas"
    r"|pdfaSchema:(schema|namespaceURI|prefix|property)"
    r"|pdfaProperty:(name|valueType|category|description))(?![\w:])|\?xpacket (begin|end)="
)

_DEEPEST = 100
"""Levels of tags; those of the deepest lists and tables that a monograph may have are fewer."""

_CHANNELS = {"DeviceRGB": 3, "DeviceGray": 1}

Object = Mapping[str, Any]


def contradictions(walk: Walk) -> Iterator[str]:
    """What objects of a PDF say that is not so; each has the shape that it should have."""
    for check in _CHECKS:
        yield from check(walk)


def _of(walk: Walk, *kinds: str) -> Iterator[tuple[int, Any]]:
    return ((n, walk.pdf.objects[n]) for n, kind in walk.kinds.items() if kind in kinds)


def _pages(walk: Walk) -> Iterator[str]:
    """Pages have equal boxes, and are all in the one list of pages, once, each with its content."""
    pages, roots = dict(_of(walk, "Page")), [root for _, root in _of(walk, "Pages")]
    kids = [kid.number for kid in roots[0]["Kids"]]
    if len(roots) > 1 or sorted(kids) != sorted(pages) or roots[0]["Count"] != len(kids):
        yield "the list of pages is not that of the pages there are"
    if len({page["Contents"] for page in pages.values()}) != len(pages):
        yield "two pages have the same content"
    for page in pages.values():
        if not page["MediaBox"] == page["TrimBox"] == page["BleedBox"]:
            yield "a page has boxes of different sizes"
    if len({tuple(page["MediaBox"]) for page in pages.values()}) != 1:
        yield "pages have different sizes"


def _links(walk: Walk) -> Iterator[str]:
    """A link leads to what it says, and is on one page, the one that its tag names."""
    pages: dict[int, list[int]] = {}
    for number, page in _of(walk, "Page"):
        for link in page.get("Annots", ()):
            pages.setdefault(link.number, []).append(number)
    tagged = {tag["Obj"].number: [tag["Pg"].number] for _, tag in _of(walk, "OBJR")}
    if tagged != pages:
        yield "a link is on another page than its tag says"
    for _, link in _of(walk, "Annot"):
        target = link["A"]["URI"] if "A" in link else link.get("Dest")
        if link["Contents"] != target or ("A" in link) == ("Dest" in link):
            yield f"a link says {link['Contents']!r} and leads elsewhere"


def _tags(walk: Walk) -> Iterator[str]:
    """Each tag is held by its parent, once, and the parent tree knows each piece of content."""
    elements = dict(_of(walk, "StructElem", "StructTreeRoot"))
    waiting = [(number, 0) for number, _ in _of(walk, "StructTreeRoot")]
    met, content = {number for number, _ in waiting}, dict[tuple[int, int], int]()
    while waiting:
        number, depth = waiting.pop()
        element = elements[number]
        page = element.get("Pg", Ref(0)).number
        for kid in element["K"]:
            if not isinstance(kid, Ref):
                if content.setdefault((page, kid), number) != number:
                    yield "two tags have the same content"
            elif kid.number in elements:
                if kid.number in met or elements[kid.number]["P"].number != number:
                    yield "a tag is held by another than its parent"
                    return
                if depth > _DEEPEST:
                    yield f"tags are more than {_DEEPEST} levels deep"
                    return
                met.add(kid.number)
                waiting.append((kid.number, depth + 1))
        if ("Alt" in element) != (element.get("S") == "Figure"):
            yield "something other than a picture has an alternative text, or a picture has none"
    if met != elements.keys() or content != parents(walk):
        yield "the two directions of the tags disagree"


def parents(walk: Walk) -> dict[tuple[int, int], int]:
    """The tag of each piece of content, by page and number, according to the parent tree."""
    ((_, tree),) = _of(walk, "ParentTree")
    rows = dict(zip(tree["Nums"][::2], tree["Nums"][1::2], strict=True))
    return {
        (number, position): parent.number
        for number, page in _of(walk, "Page")
        for position, parent in enumerate(_list(rows.get(page["StructParents"])))
        if parent
    }


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _bookmarks(walk: Walk) -> Iterator[str]:
    """The bookmarks are a tree: each is met once, from above, after the one before it."""
    known = dict(_of(walk, "Bookmark"))
    met: set[int] = set()
    waiting = [(n, outlines) for n, outlines in _of(walk, "Outlines")]
    while waiting:
        number, holder = waiting.pop()
        before, here = None, holder.get("First")
        while here is not None and here.number not in met:
            met.add(here.number)
            bookmark = known[here.number]
            if bookmark["Parent"] != Ref(number) or bookmark.get("Prev") != before:
                yield "a bookmark names another parent or predecessor than it has"
            waiting.append((here.number, bookmark))
            before, here = here, bookmark.get("Next")
        if here is not None or holder.get("Last") != before:
            yield "bookmarks follow each other in a loop"
    if met != known.keys():
        yield "a bookmark is outside of the tree of bookmarks"


def _pictures(walk: Walk) -> Iterator[str]:
    """Each picture has as many bytes as its size needs; the one colour profile is sRGB."""
    for number, picture in _of(walk, "Image", "Mask"):
        if picture["Filter"] == "FlateDecode":
            parameters = picture.get("DecodeParms") or {}
            channels = _CHANNELS.get(picture["ColorSpace"], 0)
            size = picture["Height"] * (channels * picture["Width"] + 1)
            size_given = (parameters.get("Columns"), parameters.get("Colors", 1))
            whole = inflated_size(walk.pdf.streams[number], size) == size
            if not whole or size_given != (picture["Width"], channels):
                yield "a picture is not as large as it says"
    for number, _ in _of(walk, "ColourProfile"):
        if sha256(walk.pdf.streams.get(number, b"")).hexdigest() != SRGB:
            yield "a colour profile other than sRGB"


def _opacities(walk: Walk) -> Iterator[str]:
    """A state of the graphics is as opaque as its name says, so that ``a1`` hides nothing."""
    for _, resources in _of(walk, "Resources"):
        for name, state in resources["ExtGState"].items():
            for key in {"ca", "CA"} & state.keys():
                if name[0] in "aA" and float(name[1:]) != state[key]:
                    yield f"/{name} has another opacity than its name says"


def _metadata(walk: Walk) -> Iterator[str]:
    """The two positions for metadata, the information dictionary and XMP, say the same."""
    ((_, info),) = _of(walk, "Info")
    ((number, _),) = _of(walk, "Metadata")
    packet = walk.pdf.streams.get(number, b"").decode("utf-8", "replace")
    tags, texts = re.findall(r"<([^<>]*)>", packet), re.split(r"<[^<>]*>", packet)
    if not all(_XMP_TAGS.match(tag) for tag in tags):
        yield "the metadata has something that leaflet never writes"
    stated = {unescape(text).strip() for text in texts} - _XMP_CONSTANTS
    if stated != {info[key].strip() for key in info if key != "Producer"}:
        yield "the two positions for metadata say different things"


_CHECKS: tuple[Callable[[Walk], Iterator[str]], ...] = (
    *(_pages, _links, _tags, _bookmarks, _pictures, _opacities, _metadata),
)
