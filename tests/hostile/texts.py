"""Texts written to do harm, each with the code of the error that must follow.

An empty code means that the harmful part must be printed as plain text. The texts are made by
functions, because some are large.
"""

from collections.abc import Callable, Mapping

from helpers import MONOGRAPH

SOUND = MONOGRAPH.format(title="Testamide")
DOSE = "5 mg once daily."

Text = tuple[Callable[[], bytes], str]
"""A function that makes the bytes, and the code of the error; "" if the text prints."""


def dose(more: str) -> Callable[[], bytes]:
    """A monograph with more text after its dose."""
    return lambda: SOUND.replace(DOSE, f"5 mg once daily. {more}").encode()


def below(text: str) -> Callable[[], bytes]:
    """A monograph with more text at the end of its doses."""
    return lambda: SOUND.replace("### Side Effects", f"{text}\n\n### Side Effects").encode()


def front(text: str) -> Callable[[], bytes]:
    """A monograph with more lines in its front matter."""
    return lambda: SOUND.replace("---\n", f"---\n{text}\n", 1).encode()


TOO_MUCH: Mapping[str, Text] = {
    "400,000 words": (below("word " * 400_000), "limit"),
    "a word of 1 MB": (below("x" * 1_000_000), "limit"),
    "a word of 5,000 characters": (below("x" * 4900), "limit"),
    "a line of 20,000 brackets": (below("[" * 20_000), "limit"),
    "4,000 brackets, never closed": (below("[ " * 2000), "limit"),
    "4,000 tags, never closed": (below("<b> " * 900), "limit"),
    "200,000 spaces": (below("a" + " " * 200_000 + "b"), "limit"),
    "4,000 tabs": (below("a" + "\t" * 4000 + "b"), "limit"),
    "100,000 accents on one letter": (below("e" + "\u0301" * 100_000), "limit"),
    "1,000 accents as entities": (below("e" + "&#x301;" * 600), "limit"),
    "1,000 accents as escaped entities": (below("e" + r"&\#769;" * 600), "limit"),
    "a word of tags": (below("x<b>x</b>" * 200), "limit"),
    "a word of comments": (below("x<!-- -->" * 400), "limit"),
    "a word of signs": (below("x&lt;" * 400), "limit"),
    "a title of one word": (front('generic_name: "' + "x\\\n  " * 900 + '"'), "limit"),
    "70,000 empty lines": (below("\n" * 70_000), "limit"),
    "20,000 forced line breaks": (below("x<br>\n" * 20_000), "limit"),
    "10,000 list items": (below("* x\n" * 10_000), "limit"),
    "lists 500 deep": (below("\n".join("  " * n + "* x" for n in range(500))), "limit"),
    "lists 13 deep": (below("\n".join("  " * n + "* x" for n in range(13))), "limit"),
    "a table of 300 columns": (below("|x" * 300 + "|\n" + "|-" * 300 + "|"), "limit"),
    "a table of 5,000 rows": (below("|a|b|\n|-|-|\n" + "|1|2|\n" * 5000), "limit"),
    "5,000 links": (below("\n\n".join(["[a](b.de) " * 40] * 250)), "limit"),
    "100 pictures": (below("![a](b.png)\n\n" * 100), "limit"),
    "a paragraph of 2,000 lines": (below("and so on\n" * 2000), "limit"),
    "front matter of 30 kB": (front("x: " + "word " * 900 + "\n" + "# word\n" * 4000), "limit"),
    "brackets 2,000 deep in YAML": (front("forms: " + "[" * 2000 + "]" * 2000), "limit"),
    "a picture in its address": (below(f"![a](data:image/png;base64,{'A' * 90_000})"), "limit"),
}

VANISHING: Mapping[str, tuple[str, str]] = {
    "a dose as the name of a definition": ("\n\n[pain]: 5mg", "[pain]: 5mg"),
    "a dose as a number without an item": ("\n\n500.", "500."),
    "a dose as a title": ('\n\n[dose](https://example.org "5 mg")', "dose (5 mg)"),
    "a dose after a comment of two dashes": ("<!--> 5 mg daily", "5 mg daily"),
    "a dose after a comment of three dashes": ("<!---> 5 mg daily", "5 mg daily"),
    "a dose after --!>": ("<!-- x --!> 5 mg daily <!-- y -->", "5 mg daily"),
}
"""Doses where a reader of Markdown leaves text out, each with what must be printed of it."""

LEFT_OVER: Mapping[str, Text] = {
    "a dose as an address": (dose("[usual dose](2.5mg) [Take](1/2)"), "raw-markup"),
    "a dose as an address of the web": (
        dose("[dose](http://5mg/day) [dose](tel:2.5)"),
        "raw-markup",
    ),
    "a dose as a reference": (dose("[dose][5 mg]\n\n[5 mg]: https://example.org"), "raw-markup"),
    "a dose as an anchor": (dose("[dose](#5mg)"), "raw-markup"),
    "a dose as a tag": (dose("<5 mg> <b title='5 mg'>"), "raw-markup"),
    "a dose as a language of code": (dose("\n\n``` 5mg"), "raw-markup"),
    "a dose in a comment that is code": (dose("`<!-- 5 mg -->`"), "raw-markup"),
    "a dose in a comment that never ends": (dose("<!-- 5 mg"), "raw-markup"),
    "a dose as character data": (dose("<![CDATA[5 mg]]> <?5 mg?> <!DOCTYPE 5 mg>"), "raw-markup"),
    "a dose as a picture": (dose("![5 mg](1/2 tablet)"), "raw-markup"),
}
"""Doses where a reader of Markdown leaves text out, which would be printed with its markup."""

NUMBERS: Mapping[str, Text] = {
    "a letter O for a zero": (dose("1O mg"), "misleading-number"),
    "a letter l for a one": (dose("l0 mg"), "misleading-number"),
    "a raised dot for a point": (dose("1\u00b75 mg"), "misleading-number"),
    "an Arabic zero for a point": (dose("1\u06605 mg"), "misleading-number"),
    "a dot below a digit": (dose("1\u03230 mg"), "misleading-number"),
    "a hair space in a number": (dose("1\u200a0 mg"), "misleading-number"),
    "a number of raised digits": (dose("5<sup>0</sup> mg"), "misleading-number"),
    "a fraction slash": (dose("1\u20442 mg"), "misleading-number"),
    "a space without width as an escaped entity": (dose(r"1&\#8203;000 mg"), "invisible"),
    "a space without width, a comment in it": (dose("1&#<!---->8203;000 mg"), "invisible"),
    "a variation selector": (dose("5\ufe0f mg"), "invisible"),
    "a letter of another alphabet, escaped": (dose(r"p&\#1072;racetamol"), "look-alike-letter"),
}

NOT_TEXT: Mapping[str, Text] = {
    "a program": (lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9, "not-text"),
    "a PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-text"),
    "UTF-16": (lambda: SOUND.encode("utf-16"), "not-text"),
    "UTF-16 without its mark": (lambda: SOUND.encode("utf-16-le"), "not-text"),
    "UTF-32": (lambda: SOUND.encode("utf-32"), "not-text"),
    "Latin-1": (lambda: SOUND.replace("5 mg", "5 µg").encode("latin-1"), "not-text"),
    "a NUL": (dose("\0"), "not-text"),
    "a NUL as an entity": (dose("&#0;"), "not-text"),
    "an escape sequence for the terminal": (dose("\x1b]0;owned\x07"), "not-text"),
    "a lone surrogate": (lambda: SOUND.encode() + b"\xed\xa0\x80", "not-text"),
    "a surrogate as an entity": (dose("&#xD800;"), "not-text"),
    "a noncharacter": (dose("\ufffe"), "not-text"),
    "a private-use character": (dose("\ue000"), "not-text"),
    "overlong UTF-8": (lambda: SOUND.encode() + b"\xc0\xaf", "not-text"),
    "a letter lost before": (dose("50 \ufffdg"), "not-text"),
    "nothing": (lambda: b"", "no-title"),
}

DECEPTIVE: Mapping[str, Text] = {
    "an override of the direction": (dose("\u202e01 mg\u202c"), "reordering"),
    "an override as an entity": (dose("&#8238;01 mg"), "reordering"),
    "an override in the title": (front('generic_name: "x\\u202e"'), "reordering"),
    "an isolate in Latin text": (dose("\u206710 mg\u2069"), "reordering"),
    "a right-to-left mark in a range": (dose("5\u200f-\u200f10 mg"), "reordering"),
    "a space without width in a number": (dose("10\u200b0 mg"), "invisible"),
    "a soft hyphen in a number": (dose("10\u00ad0 mg"), "invisible"),
    "text in invisible tags": (dose("\U000e0041\U000e0042"), "invisible"),
    "a letter that shows nothing": (dose("\u3164"), "invisible"),
    "Cyrillic letters in a name": (dose("\u0440\u0430racetamol"), "look-alike-letter"),
    "a Cyrillic letter as an entity": (dose("&#x440;aracetamol"), "look-alike-letter"),
    "a Greek capital in a name": (dose("\u0391spirin"), "look-alike-letter"),
    "a Cyrillic 3": (dose("\u0417 mg"), "look-alike-letter"),
    "a key that overwrites a warning": (
        front('boxed_warning: "It kills."\nboxed_warning: "It is harmless."'),
        "front-matter",
    ),
}

ACTIVE: Mapping[str, Text] = {
    "an alias bomb": (
        front("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]"),
        "front-matter",
    ),
    "an object of Python": (front("x: !!python/object/apply:os.system [id]"), "front-matter"),
    "a tag of YAML": (front("x: !include /etc/passwd"), "front-matter"),
    "a variable of a template": (dose("{{ config }}"), "template-variable"),
    "a statement of a template": (dose("{% include '/etc/passwd' %}"), "raw-markup"),
    "a sum in a template": (dose("{{ 7*7 }}"), "template-variable"),
    "a script": (dose("<script>alert(1)</script>"), "raw-markup"),
    "a style": (dose("<style>* { display: none }</style>"), "raw-markup"),
    "a dose as an attribute": (dose("\n\n{: .max-5mg }"), "raw-markup"),
    "a style of its own": (dose('<b style="display:none">never more</b>'), "raw-markup"),
    "an event": (dose('<b onclick="alert(1)">x</b>'), "raw-markup"),
    "a form": (dose("<form action=http://127.0.0.1:9><input></form>"), "raw-markup"),
    "a comment that hides a dose": (dose("<!-- -->never<!-- -->"), ""),
    "marks of the parser itself": (dose("klzzwxh:0001 wzxhzdk:1"), ""),
}

TEXTS: Mapping[str, Text] = {
    **TOO_MUCH,
    **NOT_TEXT,
    **DECEPTIVE,
    **NUMBERS,
    **ACTIVE,
    **LEFT_OVER,
    **{name: (dose(text), "") for name, (text, _) in VANISHING.items()},
}
