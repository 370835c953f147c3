"""Every kind of object that a PDF of leaflet's has, with its keys and values.

Found by printing all styles, papers, standards, languages and kinds of pictures, and by reading the
code of WeasyPrint 70, which writes them. What is not listed is refused: ``/Rotate``, ``/UserUnit``,
``/CropBox``, ``/AA``, ``/OCProperties``, ``/AcroForm``, ``/ActualText``, other annotations …
(ISO 32000-1; the names of the kinds are those of its tables.)
"""

from leaflet.verification.allowed.resources import NUMBERS, RESOURCES, STREAM
from leaflet.verification.allowed.shapes import (
    Keys,
    Kind,
    count,
    each,
    either,
    is_,
    matching,
    name,
    number,
    row,
    text,
    to,
    within,
)

_BOX = row(is_(0), is_(0), number, number)

_DESTINATION = row(to("Page"), name("XYZ"), number, number, is_(0))

_SRGB = is_("IEC 61966-2-1 Default RGB Colour Space - sRGB")

_BOOKMARK = {
    "First?": to("Bookmark"),
    "Last?": to("Bookmark"),
    "Count": count,
}

_STRUCTURE_TYPES = name(
    *("Document", "Part", "Art", "Sect", "Div", "NonStruct", "BlockQuote", "P", "Span", "Link"),
    *("H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Caption", "Figure"),
    *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
)

KINDS: dict[str, Kind] = {
    "Trailer": {
        **STREAM,
        "Type": name("XRef"),
        "Index": NUMBERS,
        "W": NUMBERS,
        "Size": count,
        "Root": to("Catalog"),
        "Info": to("Info"),
        "ID?": row(text, text),
    },
    "Catalog": {
        "Type": name("Catalog"),
        "Pages": to("Pages"),
        "Outlines?": to("Outlines"),
        "Lang": text,
        "Names?": within("Names"),
        "StructTreeRoot": to("StructTreeRoot"),
        "ViewerPreferences": within("ViewerPreferences"),
        "MarkInfo": within("MarkInfo"),
        "Metadata": to("Metadata"),
        "OutputIntents?": row(within("OutputIntent")),
    },
    "Info": {
        "Producer": matching(r"WeasyPrint \d+(\.\d+)*"),
        "Title": text,
        "Author?": text,
        "Subject?": text,
        "Keywords?": text,
        "Creator?": text,
    },
    "Names": {"Dests": within("Dests")},
    "Dests": {"Names": each(text, _DESTINATION)},
    "ViewerPreferences": {"DisplayDocTitle": is_(True)},
    "MarkInfo": {"Marked": is_(True)},
    "Metadata": {**STREAM, "Type": name("Metadata"), "Subtype": name("XML")},
    "OutputIntent": {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFA1"),
        "OutputConditionIdentifier": _SRGB,
        "Info": _SRGB,
        "DestOutputProfile": to("ColourProfile"),
    },
    "ColourProfile": {**STREAM, "N": is_(3)},
    # Pages
    "Pages": {"Type": name("Pages"), "Kids": each(to("Page")), "Count": count},
    "Page": {
        "Type": name("Page"),
        "Parent": to("Pages"),
        "MediaBox": _BOX,
        "TrimBox": _BOX,
        "BleedBox": _BOX,
        "Contents": to("Content"),
        "Resources": to("Resources"),
        "Tabs": name("S"),
        "StructParents": count,
        "Annots?": each(to("Annot")),
    },
    "Content": STREAM,
    "Annot": {
        "Type": name("Annot"),
        "Subtype": name("Link"),
        "Rect": row(number, number, number, number),
        "BS": within("BorderStyle"),
        "Contents": text,
        "Dest?": text,
        "A?": within("Action"),
        "StructParent": count,
        "F": is_(4),
    },
    "BorderStyle": {"W": is_(0)},
    "Action": {
        "Type": name("Action"),
        "S": name("URI"),
        "URI": matching(r"(?i:https?|mailto|tel):[^\x00-\x20\x7f]+"),
    },
    "Outlines": _BOOKMARK,
    "Bookmark": {
        **_BOOKMARK,
        "Title": text,
        "Dest": _DESTINATION,
        "Parent": either(to("Outlines"), to("Bookmark")),
        "Prev?": to("Bookmark"),
        "Next?": to("Bookmark"),
    },
    # Tags
    "StructTreeRoot": {
        "Type": name("StructTreeRoot"),
        "ParentTree": to("ParentTree"),
        "K": row(to("StructElem")),
    },
    "ParentTree": {
        "Nums": each(count, either(to("StructElem"), each(either(is_(None), to("StructElem")))))
    },
    "StructElem": {
        "Type": name("StructElem"),
        "S": _STRUCTURE_TYPES,
        "K": each(either(count, to("StructElem", "OBJR"))),
        "P": to("StructElem", "StructTreeRoot"),
        "Pg?": to("Page"),
        "A?": either(within("Layout"), within("TableAttributes")),
        "Alt?": text,
        "ID?": matching(r"\d+-\d+-\d+"),
    },
    "Layout": {"O": name("Layout"), "BBox": row(number, number, number, number)},
    "TableAttributes": {
        "O": name("Table"),
        "Scope?": name("Row", "Column"),
        "Headers?": each(matching(r"\d+-\d+-\d+")),
        "RowSpan?": count,
        "ColSpan?": count,
    },
    "OBJR": {"Type": name("OBJR"), "Obj": to("Annot"), "Pg": to("Page")},
    **RESOURCES,
}
"""The keys of each kind; ``?`` ends one that may be missing, ``+`` a pattern of made-up keys."""

KEYS = {name: Keys.of(kind) for name, kind in KINDS.items()}
"""The same, sorted out for walks."""
