"""Pages that draw what leaflet never draws, though each of their objects is as it should be."""

import re
from collections.abc import Callable

import pikepdf
import pytest

from leaflet.verification.allowed import content, foreign_content, known_objects
from leaflet.verification.pdf.objects import ForeignForm
from verification.fault_injection import LONG, codes_of_file, printed
from verification.forge import above, artifact, below, changed, position, redrawn

Change = Callable[[pikepdf.Pdf], None]

DOSE = ">25\u00a0kg"
LEFT, TOP, WIDTH, HEIGHT = position(printed().data, DOSE)
RIGHT, MIDDLE = LEFT + WIDTH, TOP + HEIGHT / 2
COVER = f"{LEFT:.3f} {TOP:.3f} {WIDTH:.3f} {HEIGHT:.3f} re"
LINE = f"{LEFT:.3f} {MIDDLE:.3f} m\n{RIGHT:.3f} {MIDDLE:.3f} l"
WHITE = "/a1.0 gs\n1.000000 1.000000 1.000000 rg\n"
BLACK = "/a1.0 gs\n0.086275 0.098039 0.113725 rg\n"
PEN = "/A1.0 gs\n0.000000 0.000000 0.000000 RG\n1.000000 w\n"
GLYPHS = re.compile(rb"(?<=<)(?:[0-9a-f]{4})+(?=>)")
SHOWN = re.compile(rb"\[<[^\]]*\] TJ\n")


def _text(old: bytes, new: bytes) -> Change:
    """Replace operators of the first page by others."""
    return lambda pdf: redrawn(pdf, lambda content: content.replace(old, new))


def _in_text(operators: bytes) -> Change:
    return _text(b"\nBT\n1 0 0 -1", b"\nBT\n" + operators + b"1 0 0 -1")


def _apart(content: bytes) -> bytes:
    """Each glyph in a string of its own, not moved."""
    return GLYPHS.sub(lambda found: b">0<".join(re.findall(rb"....", found[0])), content)


def _shown(change: Callable[[bytes], bytes]) -> Change:
    """Change the glyphs of every text of the first page, each of which is in its own string."""
    return lambda pdf: redrawn(
        pdf, lambda content: SHOWN.sub(lambda found: change(_apart(found[0])), content)
    )


def _mcid_twice(content: bytes) -> bytes:
    return content.replace(b"<</MCID 6>>", b"<</MCID 5>>")


def _moved_between_glyphs(by: bytes) -> Change:
    return _shown(lambda shown: shown.replace(b">0<", b">" + by + b"<"))


def _span(content: str) -> bytes:
    return f"/Artifact\n<</Type /Pagination>>\nBDC\n{content}\nEMC\n".encode()


def _pictogram(content: str) -> bytes:
    return f"/Artifact\n<</Type /Layout>>\nBDC\nq\n{content}\nQ\nEMC\n".encode()


FOREIGN: dict[str, Change] = {
    "invisible text": _in_text(b"3 Tr\n"),
    "text as a clipping path": _in_text(b"7 Tr\n"),
    "outlined text": _in_text(b"1 Tr\n"),
    "text of no width": _in_text(b"0 Tz\n"),
    "text half as wide": _in_text(b"50 Tz\n"),
    "text far apart": _in_text(b"9 Tc\n"),
    "words far apart": _in_text(b"90 Tw\n"),
    "raised text": lambda pdf: redrawn(pdf, lambda c: c.replace(b" TJ\nET", b" TJ\n9 Ts\nET")),
    "a digit raised like an exponent": lambda pdf: redrawn(
        pdf, lambda c: _apart(c).replace(b"0<0003>", b"0] TJ\n4 Ts\n[<0006>0] TJ\n0 Ts\n[<0003>")
    ),
    "mirrored text": _text(b"BT\n1 0 0 -1", b"BT\n-1 0 0 -1"),
    "text upside down": _text(b"BT\n1 0 0 -1", b"BT\n1 0 0 1"),
    "tiny text": _text(b"BT\n1 0 0 -1", b"BT\n0.01 0 0 -0.01"),
    "slanted text": _text(b"BT\n1 0 0 -1", b"BT\n1 0 2 -1"),
    "a string shown": _in_text(b"(x) Tj\n"),
    "the next line": _in_text(b"T*\n"),
    "text in a pattern": _in_text(b"/Pattern cs\n/p0 scn\n"),
    "text in grey": _in_text(b"1 g\n"),
    "text in no ink": _in_text(b"0 0 0 0 k\n"),
    "another page matrix": _text(b"1 0 0 -1 0 841.889764 cm\n", b"1 0 0 1 0 0 cm\n"),
    "a page shrunk": _text(b"0.75 0 0 0.75 0 0 cm\n", b"0.05 0 0 0.05 0 0 cm\n"),
    "a page moved away": _text(b"0.75 0 0 0.75 0 0 cm\n", b"0.75 0 0 0.75 900 0 cm\n"),
    "a picture over it": above(artifact("1 0 0 1 0 0 cm\n/i" + "0" * 32 + "0 Do")),
    "a form over it": above(artifact("/x0 Do")),
    "a shading over it": above(artifact("/s0 sh")),
    "a blend mode": above(artifact(f"/s0 gs\n{WHITE}{COVER}\nf")),
    "a pattern over it": above(artifact(f"/Pattern cs\n/p0 scn\n{COVER}\nf")),
    "a filled area in a pictogram": above(_pictogram(f"{WHITE}{COVER}\nf")),
    "text in a pictogram": above(_pictogram("BT\nET")),
    "a faint pictogram": above(_pictogram(f"/A0.1 gs\n{LINE}\nS")),
    "an inline picture": above(b"BI\n/W 1 /H 1 /BPC 8 /CS /G\nID \xff EI\n"),
    "an area outside of any artifact": above(f"q\n{WHITE}{COVER}\nf\nQ\n".encode()),
    "optional content": above(b"/OC /L BDC\nEMC\n"),
    "a marked point": above(b"/P MP\n"),
    "text with other words": _text(b"/Span\n<</MCID 6>>", b"/Span\n<</MCID 6/ActualText(9)>>"),
    "a comment": above(b"% 50 mg\n"),
    "compatibility": above(b"BX\nEX\n"),
    "a state restored too often": above(b"Q\nq\n"),
    "a state never restored": above(b"q\n"),
    "a colour for all that follows": below(b"/Artifact\nBMC\n1 1 1 rg\nEMC\n"),
    "a matrix for all that follows": below(b"0.1 0 0 0.1 0 0 cm\n"),
    "a path left for the next clipping path": below(
        artifact("0 0 m\n0 2000 l\n2000 2000 l\n2000 0 l") + b"0 0 9 9 re\nW\nn\n"
    ),
    "a dashed clipping path": below(b"0 0 m\n9 9 l\nW\nn\n"),
    "text of a tag in two positions": lambda pdf: redrawn(pdf, _mcid_twice),
    "glyphs over each other": _moved_between_glyphs(b"600"),
    "digits over each other": _moved_between_glyphs(b"250"),
    "glyphs moved back bit by bit": _moved_between_glyphs(b"250 250 250"),
    "glyphs moved back in one number of many": _moved_between_glyphs(b"2999"),
    "glyphs moved back across strings without a glyph": _moved_between_glyphs(
        b"140<>140<>140<>140"
    ),
    "glyphs moved back far across a string without a glyph": _moved_between_glyphs(b"2500<>"),
    "glyphs moved back by themselves": _moved_between_glyphs(b"] TJ\n[490] TJ\n[490] TJ\n["),
    "digits moved apart": _moved_between_glyphs(b"-900"),
    "words between glyphs": _moved_between_glyphs(b"50 mg"),
    "an endless move": _moved_between_glyphs(b"inf"),
    "a move that is no number": _moved_between_glyphs(b"nan"),
    "text no font has": _shown(lambda shown: shown.replace(b"<00", b"<7f")),
}

COVERED = {
    "a white area over it": above(artifact(f"{WHITE}{COVER}\nf")),
    "a white area over its decimal point": above(
        artifact(f"{WHITE}{LEFT + 10:.3f} {TOP:.3f} 3.000000 {HEIGHT:.3f} re\nf")
    ),
    "a white triangle over it": above(
        artifact(
            f"{WHITE}{LEFT:.3f} {TOP:.3f} m\n{RIGHT:.3f} {TOP:.3f} l\n"
            f"{LEFT:.3f} {TOP + HEIGHT:.3f} l\nh\nf"
        )
    ),
    "a white blot of curves": above(
        artifact(
            f"{WHITE}{LEFT:.3f} {MIDDLE:.3f} m\n{LEFT:.3f} {TOP:.3f} {RIGHT:.3f} {TOP:.3f} "
            f"{RIGHT:.3f} {MIDDLE:.3f} c\n{RIGHT:.3f} {TOP + HEIGHT:.3f} {LEFT:.3f} "
            f"{TOP + HEIGHT:.3f} {LEFT:.3f} {MIDDLE:.3f} c\nf"
        )
    ),
    "a white ring as wide as the page, with no hole": above(
        artifact(f"{WHITE}0 0 700 1100 re\n1 1 690 1090 re\nf")
    ),
    "a hair line through it": above(artifact(f"{PEN}{LINE}\nS")),
    "a pictogram of a line through it": above(_pictogram(f"{PEN}{LINE}\nS")),
    "a pictogram moved over it": above(
        _pictogram(f"1 0 0 1 0 {MIDDLE:.3f} cm\n{PEN}{LEFT:.3f} 0 m\n{RIGHT:.3f} 0 l\nS")
    ),
    "a line through it, under it": below(artifact(f"{PEN}{LINE}\nS")),
    "a thick line beside it": above(
        artifact(f"{PEN}20.000000 w\n{LEFT:.3f} {TOP - 5:.3f} m\n{RIGHT:.3f} {TOP - 5:.3f} l\nS")
    ),
    "a line with a stop": above(artifact(f"{PEN}[4 2] 0 d\n{LINE}\nS")),
    "a black area under half of it": below(
        artifact(f"{BLACK}{LEFT:.3f} {TOP:.3f} {WIDTH / 2:.3f} {HEIGHT:.3f} re\nf")
    ),
    "a black area under it, clipped to half": below(
        artifact(
            f"{LEFT:.3f} {TOP:.3f} {WIDTH / 2:.3f} {HEIGHT:.3f} re\nW\nn\n{BLACK}0 0 700 1100 re\nf"
        )
    ),
}

ELSEWHERE = {
    "a page without text": (
        lambda pdf: redrawn(pdf, lambda content: SHOWN.sub(b"", content)),
        "words-lost",
    ),
    "a black area under all": (below(artifact(f"{BLACK}0 0 793 1122 re\nf")), "faint"),
    "a black area with hidden corners": (
        below(artifact(f"{BLACK}0 0 793 1122 re\n0 0 793 1122 re\nf")),
        "faint",
    ),
    "white text": (_text(b"BT\n", b"1 1 1 rg\nBT\n"), "faint"),
    "text cut off": (below(b"0 0 150 1122 re\nW\nn\n"), "clipped"),
    "text off the page": (_text(b"BT\n1 0 0 -1 4", b"BT\n1 0 0 -1 94"), "off-page"),
    "text left of the page": (_text(b"BT\n1 0 0 -1 4", b"BT\n1 0 0 -1 -4"), "off-page"),
    "a line of text that nobody wrote": (
        above(_span("BT\n1 0 0 -1 300 1100 Tm\n/WJKLAQ 12 Tf\n[<00060005>] TJ\nET")),
        "stray-words",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_leaflet_never_draws_is_refused(name: str) -> None:
    assert "foreign-content" in codes_of_file(changed(printed().data, FOREIGN[name]))


@pytest.mark.parametrize("name", COVERED)
def test_nothing_is_drawn_over_a_dose_or_through_it(name: str) -> None:
    assert codes_of_file(changed(printed().data, COVERED[name])) - {"faint", "unseen"} == {
        "covered"
    }


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_leaflet_draws_elsewhere_is_found_where_it_does_harm(name: str) -> None:
    change, code = ELSEWHERE[name]
    assert code in codes_of_file(changed(printed().data, change))


@pytest.mark.parametrize("name", [*FOREIGN, *COVERED, *ELSEWHERE])
def test_a_quick_look_finds_what_a_look_at_each_text_finds(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = FOREIGN.get(name) or COVERED.get(name) or ELSEWHERE[name][0]
    try:
        walk = known_objects(changed(printed().data, change))
    except ForeignForm:
        return
    quickly = foreign_content(walk, decorated=False)
    monkeypatch.setattr(content, "is_plain", lambda *_: False)
    assert foreign_content(walk, decorated=False) == quickly


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_correct_print_needs_a_quick_look_only(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "_text", lambda *_: "not plain")
    walk = known_objects(printed(kind, LONG).data)
    assert foreign_content(walk, decorated=False) == ()


@pytest.mark.parametrize("page", [0, 1, 2])
def test_every_page_is_looked_at(page: int) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        redrawn(pdf, lambda content: content.replace(b"BT\n", b"BT\n3 Tr\n"), page)

    sound = printed(monograph=LONG)
    assert "foreign-content" in codes_of_file(changed(sound.data, change), monograph=LONG)


def test_a_line_beside_a_dose_is_no_harm() -> None:
    line = f"{PEN}{LEFT:.3f} {TOP - 2:.3f} m\n{RIGHT:.3f} {TOP - 2:.3f} l\nS"
    assert codes_of_file(changed(printed().data, above(artifact(line)))) == set()
