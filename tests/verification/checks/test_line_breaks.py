"""Line ends: words and numbers are whole, or divided where that is allowed."""

from verification.fault_injection import MONOGRAPH, Fault, codes, findings

LONG_WORD = MONOGRAPH.replace("any change", "hydrochlorothiazide").replace("headache", "Headache")


def messages(css: str, monograph: str = MONOGRAPH) -> list[str]:
    found = findings(Fault(css=css), monograph=monograph)
    return [finding.message for finding in found if finding.code == "torn-word"]


def test_a_wide_page_breaks_no_word() -> None:
    assert messages("") == []


def test_a_word_that_ends_a_line_in_its_middle_is_reported() -> None:
    [message, *_] = messages("ul li { width: 2.6em }")
    assert "a line ends within" in message


def test_a_number_separated_from_its_unit_is_reported() -> None:
    assert any('"100 mg"' in message for message in messages(".labelled { width: 2.2em }"))


def test_a_long_word_may_be_divided_with_a_hyphen() -> None:
    narrow = "td { width: 5em } th { width: 12em } table { width: 20em }"
    assert codes(Fault(css=narrow), monograph=LONG_WORD) == set()


def test_no_other_hyphen_is_accepted() -> None:
    narrow = "p { width: 9em; hyphens: auto; hyphenate-limit-chars: 4 2 2 }"
    assert "words-lost" in codes(Fault(css=narrow))
