"""The cascade and its tokens."""

import pytest

from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.theme.cascade import Layer, cascade, length

BASE = ":root { --ink: black; /* of the text */ --size: 10pt }\np { color: var(--ink) }\n"


def layers(*sheets: str) -> list[Layer]:
    return [Layer(f"layer{number}", css, f"{number}.css") for number, css in enumerate(sheets)]


def faults(*sheets: str) -> list[str]:
    with pytest.raises(SettingsError) as error:
        cascade(layers(*sheets))
    return [str(fault) for fault in error.value.diagnostics]


def test_later_layers_win() -> None:
    sheet = cascade(layers(BASE, ":root { --ink: blue }"))
    assert sheet.tokens == {"--ink": "blue", "--size": "10pt"}
    assert sheet.css.index("@layer layer0") < sheet.css.index("@layer layer1")


def test_the_key_follows_the_words() -> None:
    one = cascade(layers(BASE))
    same = cascade(layers(BASE))
    other = cascade(layers(BASE + "/* more */"))
    assert one.key == same.key != other.key


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("\n:root { --inc: blue }", 2),
        ("p { color: var(--inkk) }", 1),
        ("/* --nothing: */\n\n@page { color: var( --inc ) }", 3),
    ],
)
def test_a_misspelt_token_is_reported_with_its_line(css: str, line: int) -> None:
    with pytest.raises(SettingsError) as error:
        cascade(layers(BASE, css))
    [fault] = error.value.diagnostics
    assert (fault.file, fault.line) == ("1.css", line)
    assert fault.hint == 'did you mean "--ink"?'


def test_a_style_may_have_tokens_of_its_own() -> None:
    sheet = cascade(layers(BASE, ":root { --brand: red } h1 { color: var(--brand) }"))
    assert sheet.tokens["--brand"] == "red"


def test_lengths_come_in_points() -> None:
    tokens = {"--a": "25.4mm", "--b": "var( --a )", "--c": "12pt", "--d": "1in"}
    assert length("--c", tokens) == 12
    assert length("--a", tokens) == length("--b", tokens) == pytest.approx(72)
    assert length("--d", tokens) == pytest.approx(72)
    for odd in ("calc(1pt + 2pt)", "2em", "var(--odd)", "var(--none)"):
        with pytest.raises(SettingsError, match="is not a length"):
            length("--odd", {**tokens, "--odd": odd})


def test_a_token_says_which_file_set_it() -> None:
    sheet = cascade(layers(BASE, "\n:root { --ink: blue }"))
    assert (sheet.set_by["--ink"].file, sheet.set_by["--ink"].line) == ("1.css", 2)
    assert sheet.set_by["--size"].file == "0.css"


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("p { color: red", "1.css:1: error[broken-style] this is never closed"),
        ("p { color: red }\n/* never closed", "1.css:2: error[broken-style] this is never closed"),
        ("p { color: red } }\n", "1.css:1: error[broken-style] Unmatched }"),
    ],
)
def test_a_sheet_that_would_tear_the_layers_apart_is_refused(css: str, message: str) -> None:
    [fault] = faults(BASE, css, "p { color: blue }")
    assert fault.startswith(message)


def test_a_message_of_the_engine_gets_the_file_and_line_it_is_about() -> None:
    sheet = cascade(layers(BASE, "p { colr: red }\nh1:sometimes { color: red }\n", "p {}"))
    lines = sheet.css.split("\n")

    def text(message: str, line: int = 0) -> Diagnostic:
        return sheet.locate(Diagnostic.warning("style-ignored", message, line=line))

    for words, file, line in (
        ("color: var", "0.css", 2),
        ("colr", "1.css", 1),
        ("p {}", "2.css", 1),
    ):
        found = text("Ignored", next(n for n, text in enumerate(lines, 1) if words in text))
        assert (found.file, found.line) == (file, line)
    found = text("Invalid or unsupported selector, 'h1:sometimes '")
    assert (found.file, found.line) == ("1.css", 2)
    assert text("no place at all").file == ""
