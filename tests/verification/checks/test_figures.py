"""Pictures are proved like words: drawn, on their page, and described."""

from dataclasses import replace

from verification.fault_injection import Fault, codes

LOGO = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURE = f'<img class="logo" style="width:2cm;height:2cm" src="{LOGO}" alt="A corner">'


def told(css: str = "", printed: str | None = None) -> set[str]:
    def add(html: str) -> str:
        return html.replace('<p class="kind"', f'{PICTURE}<p class="kind"')

    fault = Fault(composed=add, css=css)
    if printed is not None:
        fault = replace(fault, printed=lambda html: html.replace(PICTURE, printed))
    return codes(fault)


def test_a_picture_that_is_drawn_is_fine() -> None:
    assert not {code for code in told() if code.startswith("picture")}


def test_one_that_is_hidden_or_missing_or_says_something_else_is_told() -> None:
    assert "picture-lost" in told(".logo { display: none }")
    assert "picture-lost" in told(printed="")
    assert "picture-lost" in told(printed=PICTURE.replace("A corner", "A bend"))


def test_no_word_stands_on_a_picture() -> None:
    assert "overprinted" not in told()
    assert "overprinted" in told(".logo { margin-bottom: -1cm; float: none; display: block }")


def test_one_that_reaches_over_the_edge_is_told() -> None:
    assert "picture-off-page" in told(".logo { margin-left: -5cm; float: none }")
