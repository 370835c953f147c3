"""Plain tags, which most objects of a file are, are judged as the table judges them."""

import pytest

from leaflet.verification.allowed.objects import KEYS
from leaflet.verification.allowed.shapes import Walk
from leaflet.verification.pdf.objects import ForeignForm, Name, Value, parse
from leaflet.verification.pdf.strict import StrictPdf, read_strictly
from verification.allowed.test_objects import STRANGE
from verification.fault_injection import printed
from verification.forge import changed


@pytest.mark.parametrize("name", ["nothing", *STRANGE])
def test_plain_tags_are_judged_as_the_table_judges_them(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = changed(printed().data, STRANGE.get(name, lambda _: None))

    def judged() -> tuple[tuple[str, ...], dict[int, str]]:
        walk = Walk(read_strictly(data), KEYS)
        return tuple(walk.faults()), walk.kinds

    try:
        quickly = judged()
    except ForeignForm:
        return
    monkeypatch.setattr(Walk, "_allows", lambda *_: False)
    assert judged() == quickly


PLAIN = b"<</Type /StructElem/S /P/K [%b]/Pg 3 0 R/P 1 0 R>>"


@pytest.mark.parametrize(
    ("element", "allowed"),
    [
        (PLAIN % b"7", True),
        (PLAIN % b"7 8", True),
        (PLAIN % b"2 0 R 7", True),
        (PLAIN % b"2 0 R 3 0 R", False),  # a page
        (PLAIN % b"9 0 R", False),  # nothing
        ((PLAIN % b"7").replace(b"/S /P", b"/S /X"), False),
        ((PLAIN % b"7").replace(b"/Pg 3", b"/Pg 1"), False),
        ((PLAIN % b"7").replace(b"/P 1", b"/P 3"), False),
        ((PLAIN % b"7").replace(b"/Type /StructElem", b"/Type /OBJR"), False),
        ((PLAIN % b"7").replace(b"/S /P", b"/S (P)"), False),
        ((PLAIN % b"7").replace(b"[7]", b"[-7]"), False),
        ((PLAIN % b"7").replace(b"[7]", b"7"), False),
        ((PLAIN % b"7").replace(b"[7]", b"[7]/T (x)"), False),
    ],
)
def test_a_quick_look_at_a_tag_allows_what_the_table_allows(element: bytes, allowed: bool) -> None:
    other = parse(PLAIN % b"1")
    objects: dict[int, Value] = {1: other, 2: other, 3: {"Type": Name("Page")}, 4: parse(element)}
    pdf = StrictPdf(objects, {}, {})
    content = objects[4]
    assert isinstance(content, dict)
    quick, slow = Walk(pdf, KEYS), Walk(pdf, KEYS)
    assert quick._allows(content) == allowed
    assert (not any(slow.mismatches("StructElem", content))) == allowed
    if allowed:
        assert (quick.kinds, quick.waiting) == (slow.kinds, slow.waiting)
