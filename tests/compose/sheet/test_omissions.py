"""What is left out has a name, a place and all of its words."""

from compose.writing import CLINICIAN, PATIENT, told, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.omissions import accounted, omissions
from leaflet.i18n.messages import WORDS

MONOGRAPH = write(faqs="**Q: May I drive?** A: No.\n\n**Disclaimer:** For information only.")
CHAPTERS = arrange(MONOGRAPH, CLINICIAN)


def test_what_a_kind_never_prints_has_a_name_and_a_place() -> None:
    found = omissions(MONOGRAPH, CLINICIAN, CHAPTERS)
    assert accounted(found, WORDS) == ("Questions and answers (under “FAQs”)", "Disclaimer")
    assert [told(omission.body) for omission in found] == [
        "FAQs | May I drive? No.",
        "Disclaimer: For information only.",
    ]


def test_what_has_moved_out_comes_first() -> None:
    found = omissions(MONOGRAPH, CLINICIAN, CHAPTERS, ("mechanism",))
    assert (found[0].key, found[0].name, found[0].place) == (
        "mechanism",
        "Mechanism",
        "How it Works",
    )
    assert "It blocks errors." in told(found[0].body)
    assert accounted(found, WORDS)[0] == "Mechanism (under “How it Works”)"


def test_a_leaflet_leaves_nothing_out() -> None:
    assert omissions(MONOGRAPH, PATIENT, arrange(MONOGRAPH, PATIENT)) == ()
