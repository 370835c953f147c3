"""Every kind of object that a PDF of leaflet's has, with its keys and values.

Found by printing all styles, papers, standards, languages and kinds of pictures, and by reading the
code of WeasyPrint 70, which writes them. What is not listed is refused: ``/Rotate``, ``/UserUnit``,
``/CropBox``, ``/AA``, ``/OCProperties``, ``/AcroForm``, ``/ActualText``, other annotations …
(ISO 32000-1; the names of the kinds are those of its tables.)
"""

from leaflet.verification.allowed.shapes import (
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

_STREAM: Kind = {"Filter?": name("FlateDecode"), "Length": count}

_NUMBERS = each(number)

_BOX = row(is_(0), is_(0), number, number)

_DESTINATION = row(to("Page"), name("XYZ"), number, number, is_(0))

_COLOUR_SPACE = either(name("DeviceRGB", "DeviceGray"), row(name("ICCBased"), to("ColourProfile")))

_SRGB = is_("IEC 61966-2-1 Default RGB Colour Space - sRGB")

_BOOKMARK = {
    "First?": to("Bookmark"),
    "Last?": to("Bookmark"),
    "Count": count,
}

_PICTURE: Kind = {
    "Type": name("XObject"),
    "Subtype": name("Image"),
    "Width": count,
    "Height": count,
    "BitsPerComponent": is_(8),
    "Interpolate": is_(True, False),
    "DecodeParms?": within("DecodeParms"),
    "Length": count,
}

_FONT_NAME = matching(r"[A-Z]{6}\+[A-Za-z0-9-]+,?")

_STRUCTURE_TYPES = name(
    *("Document", "Part", "Art", "Sect", "Div", "NonStruct", "BlockQuote", "P", "Span", "Link"),
    *("H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Caption", "Figure"),
    *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
)

KINDS: dict[str, Kind] = {
    "Trailer": {
        **_STREAM,
        "Type": name("XRef"),
        "Index": _NUMBERS,
        "W": _NUMBERS,
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
    "Metadata": {**_STREAM, "Type": name("Metadata"), "Subtype": name("XML")},
    "OutputIntent": {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFA1"),
        "OutputConditionIdentifier": _SRGB,
        "Info": _SRGB,
        "DestOutputProfile": to("ColourProfile"),
    },
    "ColourProfile": {**_STREAM, "N": is_(3)},
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
    "Content": _STREAM,
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
    # Resources
    "Resources": {
        "ExtGState": within("ExtGStates"),
        "XObject": within("XObjects"),
        "Pattern": within("Patterns"),
        "Shading": within("Shadings"),
        "ColorSpace": to("ColourSpaces"),
        "Font": to("Fonts"),
    },
    "ExtGStates": {
        r"a[\d.]+(e-\d+)?+": within("FillOpacity"),
        r"A[\d.]+(e-\d+)?+": within("StrokeOpacity"),
        r"s\d++": either(within("SoftMaskState"), within("BlendState")),
    },
    "FillOpacity": {"ca": number},
    "StrokeOpacity": {"CA": number},
    "SoftMaskState": {
        "Type": name("ExtGState"),
        "SMask": within("SoftMask"),
        "ca": is_(1),
        "AIS": is_(False),
    },
    "SoftMask": {"Type": name("Mask"), "S": name("Luminosity", "Alpha"), "G": to("Form")},
    "BlendState": {"Type": name("ExtGState"), "BM": matching("[A-Z][A-Za-z]+")},
    "XObjects": {r"x\d++": to("Form"), r"i[0-9a-f]{32}[01]+": to("Image")},
    "Patterns": {r"p\d++": to("Pattern")},
    "Shadings": {r"s\d++": to("Shading")},
    "ColourSpaces": {
        "lab-d50": row(name("Lab"), within("Lab")),
        "lab-d65": row(name("Lab"), within("Lab")),
        "srgb?": row(name("ICCBased"), to("ColourProfile")),
    },
    "Lab": {"WhitePoint": row(number, number, number), "Range": _NUMBERS},
    "Form": {
        **_STREAM,
        "Type": name("XObject"),
        "Subtype": name("Form"),
        "BBox": row(number, number, number, number),
        "Resources": to("Resources"),
        "Group": within("Group"),
    },
    "Group": {
        "Type": name("Group"),
        "S": name("Transparency"),
        "I": is_(True),
        "CS": _COLOUR_SPACE,
    },
    "Image": {
        **_PICTURE,
        "Filter": name("FlateDecode", "DCTDecode"),
        "ColorSpace": name("DeviceRGB", "DeviceGray", "DeviceCMYK"),
        "Decode?": is_([1, 0, 1, 0, 1, 0, 1, 0]),
        "SMask?": to("Mask"),
    },
    "Mask": {**_PICTURE, "Filter": name("FlateDecode"), "ColorSpace": name("DeviceGray")},
    "DecodeParms": {"Predictor": is_(15), "Columns": count, "Colors?": is_(3)},
    "Pattern": {
        **_STREAM,
        "Type": name("Pattern"),
        "PatternType": is_(1),
        "BBox": row(number, number, number, number),
        "XStep": number,
        "YStep": number,
        "TilingType": is_(1),
        "PaintType": is_(1),
        "Matrix": row(*[number] * 6),
        "Resources": to("Resources"),
    },
    "Shading": {
        "ShadingType": is_(2, 3),
        "ColorSpace": _COLOUR_SPACE,
        "Domain": _NUMBERS,
        "Coords": _NUMBERS,
        "Function": either(within("Stitching"), within("Interpolation")),
        "Extend?": row(is_(True), is_(True)),
    },
    "Stitching": {
        "FunctionType": is_(3),
        "Domain": _NUMBERS,
        "Encode": _NUMBERS,
        "Bounds": _NUMBERS,
        "Functions": each(within("Interpolation")),
    },
    "Interpolation": {
        "FunctionType": is_(2),
        "Domain": _NUMBERS,
        "C0": _NUMBERS,
        "C1": _NUMBERS,
        "N": number,
    },
    # Fonts
    "Fonts": {"[A-Z]{6}+": to("Font")},
    "Font": {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": _FONT_NAME,
        "ToUnicode": to("ToUnicode"),
        "Encoding": name("Identity-H"),
        "DescendantFonts": row(to("CIDFont")),
    },
    "ToUnicode": _STREAM,
    "CIDFont": {
        "Type": name("Font"),
        "Subtype": name("CIDFontType2"),
        "BaseFont": _FONT_NAME,
        "CIDSystemInfo": within("CIDSystemInfo"),
        "CIDToGIDMap": name("Identity"),
        "W": each(count, each(number)),
        "FontDescriptor": to("FontDescriptor"),
    },
    "CIDSystemInfo": {
        "Registry": is_("Adobe"),
        "Ordering": is_("Identity"),
        "Supplement": is_(0),
    },
    "FontDescriptor": {
        "Type": name("FontDescriptor"),
        "FontName": _FONT_NAME,
        "FontFamily": text,
        "Flags": is_(4, 68),
        "FontBBox": _NUMBERS,
        "ItalicAngle": is_(0),
        "Ascent": number,
        "Descent": number,
        "CapHeight": number,
        "StemV": number,
        "StemH": number,
        "FontFile2": to("FontFile"),
    },
    "FontFile": {**_STREAM, "Length1": count},
}
"""The keys of each kind; ``?`` ends one that may be missing, ``+`` a pattern of made-up keys."""
