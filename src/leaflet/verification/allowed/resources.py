"""What pages may draw with: pictures, colours, patterns and fonts, with their keys and values.

See the table of objects, of which it is a part.
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

STREAM: Kind = {"Filter?": name("FlateDecode"), "Length": count}

NUMBERS = each(number)

_COLOUR_SPACE = either(name("DeviceRGB", "DeviceGray"), row(name("ICCBased"), to("ColourProfile")))

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

RESOURCES: dict[str, Kind] = {
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
    "Lab": {"WhitePoint": row(number, number, number), "Range": NUMBERS},
    "Form": {
        **STREAM,
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
        **STREAM,
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
        "Domain": NUMBERS,
        "Coords": NUMBERS,
        "Function": either(within("Stitching"), within("Interpolation")),
        "Extend?": row(is_(True), is_(True)),
    },
    "Stitching": {
        "FunctionType": is_(3),
        "Domain": NUMBERS,
        "Encode": NUMBERS,
        "Bounds": NUMBERS,
        "Functions": each(within("Interpolation")),
    },
    "Interpolation": {
        "FunctionType": is_(2),
        "Domain": NUMBERS,
        "C0": NUMBERS,
        "C1": NUMBERS,
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
    "ToUnicode": STREAM,
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
        "Flags": is_(4, 5, 68, 69),
        "FontBBox": NUMBERS,
        "ItalicAngle": is_(0),
        "Ascent": number,
        "Descent": number,
        "CapHeight": number,
        "StemV": number,
        "StemH": number,
        "FontFile2": to("FontFile"),
    },
    "FontFile": {**STREAM, "Length1": count},
}
"""Their kinds, as in the table of objects."""
