"""What an escape, a tag, an entity or a comment hides from a check of the file is still found."""

import pytest

from helpers import MONOGRAPH
from leaflet.errors import MonographRefused
from leaflet.monograph import parse

SOUND = MONOGRAPH.format(title="Testamide")

HIDDEN = {
    "a space by an escaped entity": (r"1&\#8203;000 mg", "invisible"),
    "a space by an entity with a comment": ("1&#<!---->8203;000 mg", "invisible"),
    "a space by an entity of an entity": ("1&amp;#8203;000 mg", "invisible"),
    "a letter by an escaped entity": (r"p&\#1072;racetamol", "look-alike-letter"),
    "a letter in bold": ("p**\u0430**racetamol", "look-alike-letter"),
    "an override": (r"&\#8238;01 mg", "reordering"),
    "a soft hyphen": (r"1&shy\;0 mg &\#173;5", "invisible"),
    "a byte order mark": (r"1&\#xFEFF;0 mg", "invisible"),
    "a tag of a language": (r"5&\#xE0041; mg", "invisible"),
    "a variation selector": ("5&#xFE0F; mg", "invisible"),
    "a variation selector of letters": ("a&#xFE00;b", "invisible"),
    "a variation selector of Mongolian": ("a\u180bb", "invisible"),
    "a letter for a digit in bold": ("1**O** mg", "misleading-number"),
    "a letter for a digit in a tag": ("1<b>O</b> mg", "misleading-number"),
    "a letter for a digit after a comment": ("1<!-- -->O mg", "misleading-number"),
    "a raised digit": ("5<sup>0</sup> mg", "misleading-number"),
    "a lowered digit": ("5<sub>0</sub> mg", "misleading-number"),
    "a mark by an escaped entity": (r"1&\#803;0 mg", "misleading-number"),
    "a number in a picture's words": ("![1O mg](a.png)", "misleading-number"),
    "a number in a table": ("\n\n| a | b |\n| - | - |\n| 1\u00b75 mg | x |", "misleading-number"),
    "a number in a list": ("\n\n* x\n  * 1\u00b75 mg", "misleading-number"),
    "a number in a heading": ("\n\n### 1\u00b75 mg\n\nx", "misleading-number"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_character_is_judged_as_it_is_printed(name: str) -> None:
    text, code = HIDDEN[name]
    data = SOUND.replace("5 mg once daily.", f"5 mg once daily. {text}").encode()
    with pytest.raises(MonographRefused) as refused:
        parse(data, "examplin.md")
    assert refused.value.diagnostics[0].code == code
    line = data.decode()[: data.decode().index("5 mg once")].count("\n") + 1
    assert refused.value.diagnostics[0].line >= line


@pytest.mark.parametrize("key", ["title", "generic_name", "boxed_warning", "version", "reviewer"])
def test_the_front_matter_is_judged_too(key: str) -> None:
    front = SOUND.replace("title: Testamide", f'title: Testamide\n{key}: "1\u00b75 mg"', 1)
    front = front.replace("title: Testamide\n", "", key == "title")
    with pytest.raises(MonographRefused) as refused:
        parse(front.encode(), "examplin.md")
    assert [each.code for each in refused.value.diagnostics] == ["misleading-number"]


def test_its_position_is_that_in_the_file() -> None:
    text = SOUND.replace("5 mg once daily.", "5 mg once **daily**. Never 1\u00b75 mg.")
    with pytest.raises(MonographRefused) as refused:
        parse(text.encode(), "examplin.md")
    found = refused.value.diagnostics[0]
    assert text.split("\n")[found.line - 1][found.column - 1] == "\u00b7"
