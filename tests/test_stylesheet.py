"""The cascade and its tokens."""

from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.stylesheet import cascade, length, read_tokens

BASE = ":root { --ink: black; /* of the text */ --size: 10pt }\np { color: var(--ink) }\n"


def layers(folder: Path, *sheets: str) -> list[tuple[str, Path]]:
    files = [folder / f"{number}.css" for number in range(len(sheets))]
    for file, css in zip(files, sheets, strict=True):
        file.write_text(css, "utf-8")
    return [(f"layer{number}", file) for number, file in enumerate(files)]


def test_later_layers_win(tmp_path: Path) -> None:
    sheet = cascade(layers(tmp_path, BASE, ":root { --ink: blue }"))
    assert sheet.tokens == {"--ink": "blue", "--size": "10pt"}
    assert sheet.css.index("@layer layer0") < sheet.css.index("@layer layer1")


def test_the_key_follows_the_words(tmp_path: Path) -> None:
    one = cascade(layers(tmp_path, BASE))
    same = cascade(layers(tmp_path, BASE))
    other = cascade(layers(tmp_path, BASE + "/* more */"))
    assert one.key == same.key != other.key


def test_tokens_come_with_their_comments() -> None:
    ink, size = read_tokens(BASE)
    assert (ink.name, ink.value, ink.note, ink.line) == ("--ink", "black", "of the text", 1)
    assert size.note == ""


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("\n:root { --inc: blue }", 2),
        ("p { color: var(--inkk) }", 1),
        ("/* --nothing: */\n\n@page { color: var( --inc ) }", 3),
    ],
)
def test_a_misspelt_token_is_told_with_its_place(tmp_path: Path, css: str, line: int) -> None:
    with pytest.raises(SettingsError) as error:
        cascade(layers(tmp_path, BASE, css))
    [fault] = error.value.diagnostics
    assert (fault.file, fault.line) == (str(tmp_path / "1.css"), line)
    assert fault.hint == 'did you mean "--ink"?'


def test_a_style_may_have_tokens_of_its_own(tmp_path: Path) -> None:
    sheet = cascade(layers(tmp_path, BASE, ":root { --brand: red } h1 { color: var(--brand) }"))
    assert sheet.tokens["--brand"] == "red"


def test_lengths_come_in_points() -> None:
    tokens = {"--a": "25.4mm", "--b": "var(--a)", "--c": "var(--c)"}
    assert length("12pt", tokens) == 12
    assert length("1in", tokens) == length("var( --b )", tokens) == pytest.approx(72)
    for odd in ("calc(1pt + 2pt)", "2em", "var(--c)", "var(--none)"):
        with pytest.raises(SettingsError, match="is not a length"):
            length(odd, tokens)
