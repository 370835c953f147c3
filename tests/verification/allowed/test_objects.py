"""Objects and keys that leaflet never writes, put into a printed PDF."""

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from verification.fault_injection import codes_of_file, printed
from verification.forge import changed

Change = Callable[[pikepdf.Pdf], None]

ACTION = Dictionary(S=Name.Launch, F=String("calc.exe"))
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
BOX = Array([0, 0, 300, 300])


def _page(key: str, value: object) -> Change:
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, value)


def _root(key: str, value: object) -> Change:
    return lambda pdf: pdf.Root.__setitem__(key, value)


def _annotation(**entries: Any) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        added = Dictionary(Type=Name.Annot, Rect=Array([50, 50, 300, 700]), **entries)
        page.Annots.append(pdf.make_indirect(added))

    return change


def _link(key: str, value: object) -> Change:
    return lambda pdf: pdf.pages[0].obj.Annots[-1].__setitem__(key, value)


def _bookmark(key: str, value: object) -> Change:
    return lambda pdf: pdf.Root.Outlines.First.__setitem__(key, value)


def _tag(key: str, value: object) -> Change:
    return lambda pdf: pdf.Root.StructTreeRoot.K[0].__setitem__(key, value)


def _appearance(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"1 1 1 rg 0 0 500 800 re f")
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=BOX))
    pdf.pages[0].obj.Annots[0].AP = Dictionary(N=form)


def _layer(pdf: pikepdf.Pdf) -> None:
    """Optional content that is off by default, around all of the page."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L=group)


def _xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))


def _field(pdf: pikepdf.Pdf) -> None:
    _annotation(Subtype=Name.Widget, FT=Name.Tx, T=String("dose"))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))


def _embedded(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["dose.txt"] = b"50 mg"


def _associated(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = Array([pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("x")))])


def _resource(kind: str, key: str, value: Callable[[pikepdf.Pdf], object]) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        resources[kind][key] = value(pdf)

    return change


def _postscript(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    return pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)


def _typed_font(pdf: pikepdf.Pdf) -> object:
    glyphs = Dictionary(a=pdf.make_stream(b"0 0 d0 0 0 1 1 re f"))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=glyphs, FontBBox=BOX)
    return pdf.make_indirect(font)


def _other_contents(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = Array([page.Contents, pdf.make_stream(b"1 1 1 rg 0 0 600 900 re f")])


def _another_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _an_empty_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595.275591, 841.889764))


def _a_page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def _pages_exchanged(pdf: pikepdf.Pdf) -> None:
    pdf.pages.reverse()


def _emptied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"")


STRANGE: dict[str, Change] = {
    "a page turned": _page("/Rotate", 180),
    "a page ten times as large": _page("/UserUnit", 10),
    "a page cropped": _page("/CropBox", BOX),
    "a page with art": _page("/ArtBox", BOX),
    "a page trimmed": _page("/TrimBox", BOX),
    "a page that bleeds": _page("/BleedBox", BOX),
    "a smaller page": _page("/MediaBox", BOX),
    "a page moved": _page("/MediaBox", Array([0, 300, 595.275591, 1141.889764])),
    "an action of a page": _page("/AA", Dictionary(O=SCRIPT)),
    "a transition": _page("/Trans", Dictionary(S=Name.Blinds)),
    "a duration": _page("/Dur", 1),
    "a transparency group of a page": _page("/Group", Dictionary(S=Name.Transparency)),
    "private data": _page("/PieceInfo", Dictionary()),
    "a thread": _page("/B", Array()),
    "a thumbnail": lambda pdf: pdf.pages[0].obj.__setitem__("/Thumb", pdf.make_stream(b"")),
    "an action on opening": _root("/OpenAction", ACTION),
    "a place to open at": _root("/OpenAction", Array([1, Name.Fit])),
    "an action of the document": _root("/AA", Dictionary(WC=SCRIPT)),
    "a script by name": _root("/Names", Dictionary(JavaScript=Dictionary(Names=Array()))),
    "other page labels": _root("/PageLabels", Dictionary(Nums=Array([0, Dictionary(St=7)]))),
    "a full screen": _root("/PageMode", Name.FullScreen),
    "a base of addresses": _root("/URI", Dictionary(Base=String("https://example.com"))),
    "an extension": _root("/Extensions", Dictionary()),
    "requirements": _root("/Requirements", Array()),
    "a signature": _root("/Perms", Dictionary()),
    "a collection": _root("/Collection", Dictionary()),
    "a form with XFA": _xfa,
    "an embedded file": _embedded,
    "an associated file": _associated,
    "a layer that is off": _layer,
    "a bookmark that starts a program": _bookmark("/A", ACTION),
    "a bookmark in white": _bookmark("/C", Array([1, 1, 1])),
    "a link that starts a program": _link("/A", ACTION),
    "a link that runs a script": _link("/A", SCRIPT),
    "a link to a file": _link("/A", Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
    "a link to elsewhere": _link(
        "/A", Dictionary(Type=Name.Action, S=Name.URI, URI=String("https://example.com/other"))
    ),
    "a link with a second action": _link(
        "/A",
        Dictionary(Type=Name.Action, S=Name.URI, URI=String("https://example.org"), Next=ACTION),
    ),
    "a link into another file": _link("/A", Dictionary(S=Name.GoToR, F=String("x.pdf"))),
    "a link with a frame": _link("/Border", Array([0, 0, 9])),
    "a link that is not printed": _link("/F", 2),
    "a link with a face": _appearance,
    "text over the page": _annotation(Subtype=Name.FreeText, Contents=String("50 mg")),
    "a note": _annotation(Subtype=Name.Text, Contents=String("50 mg")),
    "a window": _annotation(Subtype=Name.Popup),
    "a movie": _annotation(Subtype=Name.Movie),
    "a printer's mark": _annotation(Subtype=Name.PrinterMark),
    "a field": _field,
    "a redaction": _annotation(Subtype=Name.Redact, IC=Array([1, 1, 1])),
    "a stamp": _annotation(Subtype=Name.Stamp, Name=Name.Void),
    "a strike-through": _annotation(Subtype=Name.StrikeOut),
    "a square": _annotation(Subtype=Name.Square, IC=Array([1, 1, 1])),
    "a film": _annotation(Subtype=Name.Screen),
    "a watermark": _annotation(Subtype=Name.Watermark),
    "other words for a screen reader": _tag("/ActualText", String("50 mg")),
    "an alternative text for all": _tag("/Alt", String("50 mg")),
    "an expansion": _tag("/E", String("50 mg")),
    "another language": _tag("/Lang", String("de")),
    "tags of one's own": _root("/StructTreeRoot", Dictionary(Type=Name.StructTreeRoot)),
    "a role": lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
        "/RoleMap", Dictionary(P=Name.Artifact)
    ),
    "a PostScript program": _resource("/XObject", "/x7", _postscript),
    "a font drawn by operators": _resource("/Font", "/ABCDEF", _typed_font),
    "an opacity that lies": _resource("/ExtGState", "/a1.0", lambda _: Dictionary(ca=0.01)),
    "a state with a font": _resource("/ExtGState", "/s9", lambda _: Dictionary(Font=Array())),
    "a second content": _other_contents,
    "a page twice": _another_page,
    "an empty page": _an_empty_page,
    "a page less": _a_page_less,
    "the pages exchanged": _pages_exchanged,
    "a page without content": _emptied,
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_leaflet_never_writes_is_refused(name: str) -> None:
    found = codes_of_file(changed(printed().data, STRANGE[name]))
    assert found
    if name != "the pages exchanged":
        assert "foreign-content" in found


def test_a_file_that_was_only_written_again_is_proved() -> None:
    assert codes_of_file(changed(printed().data, lambda _: None)) == set()
