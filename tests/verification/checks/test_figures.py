"""Pictures are checked like words: drawn, on their page, and described."""

import re
from dataclasses import replace

from verification.fault_injection import MONOGRAPH, Fault, codes, findings

LOGO = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURE = f'<img class="logo" style="width:2cm;height:2cm" src="{LOGO}" alt="A corner">'


def codes_for(css: str = "", printed: str | None = None) -> set[str]:
    def add(html: str) -> str:
        return html.replace('<p class="kind"', f'{PICTURE}<p class="kind"')

    fault = Fault(composed=add, css=css)
    if printed is not None:
        fault = replace(fault, printed=lambda html: html.replace(PICTURE, printed))
    return codes(fault)


def test_a_picture_that_is_drawn_is_fine() -> None:
    assert not {code for code in codes_for() if code.startswith("picture")}


def test_one_that_is_hidden_or_missing_or_says_something_else_is_reported() -> None:
    assert "picture-lost" in codes_for(".logo { display: none }")
    assert "picture-lost" in codes_for(printed="")
    assert "picture-lost" in codes_for(printed=PICTURE.replace("A corner", "A bend"))


def test_no_word_is_printed_on_a_picture() -> None:
    assert "overprinted" not in codes_for()
    assert "overprinted" in codes_for(".logo { margin-bottom: -1cm; float: none; display: block }")


def test_one_that_extends_over_the_edge_is_reported() -> None:
    assert "picture-off-page" in codes_for(".logo { margin-left: -5cm; float: none }")


def test_a_picture_of_the_monograph_that_is_in_no_part_is_reported() -> None:
    text = MONOGRAPH.replace("Drowsiness", "Drowsiness ![](a.png)")
    dropped = Fault(composed=lambda html: re.sub("<img[^>]*>", "", html))
    found = [each.message for each in findings(dropped, "patient", text)]
    assert "1 of the monograph's pictures are not in the patient" in found
