import ast
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet import monograph
from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import read_tree
from leaflet.monograph.model import Paragraph
from leaflet.monograph.text import plain
from leaflet.verification.expected import source_text
from leaflet.verification.expected.source_text import count_words, strip_markdown

LINES = [
    "Take [the usual dose](2.5mg) daily.",
    "[Take](1/2) tablet, [or](1 tablet), [or](0.5-1mg/kg/day) [or](max:5mg).",
    "[dose]: 5mg",
    "[dose]: https://example.org/5 'mg'",
    "[dose][5 mg] and [dose] [5 mg]",
    "[dose](https://example.org/a_(b)_c) [dose](<https://example.org>)",
    '[dose](https://example.org "5 mg") [dose](https://example.org (5 mg))',
    "[dose](http://5mg) [dose](https://2.5mg/day) [dose](ftp://a.org) [dose](javascript:5)",
    "[dose](mailto:5mg) [dose](mailto:a@example.org) [dose](tel:2.5) [dose](tel:+49-30-123456)",
    "[dose](#5mg) [dose](#dosage) [dose](#max-five) [dose](table.md) [](https://example.org)",
    "![5 mg](x) ![5 mg](1/2 tablet) ![5 mg][x]",
    '![a](x.png) ![a](x.png "5 mg") [![a](x.png)](https://example.org)',
    "<5 mg> <b title='5 mg'>x</b> <span>5</span> <https://example.org> 2 <a@b.de>",
    "{: .five-mg }",
    "``` 5 mg",
    "500.",
    "`[dose](https://example.org)` and ``<b>x</b>``",
    "<b>5 <b>mg</b> <i>x",
    "5\\.5 mg \\[dose](2.5mg)",
    "[a [b](https://example.org) c](5mg) [[a](b)](https://example.org)",
    "&lt;b&gt;5&lt;/b&gt; &#91;a](5mg)",
    "[^1]: 5 mg",
    "<details><summary>5 mg</summary></details>",
    "Area = 2 * 3 cm; 5 mg*kg and 10**5 to 10**6 cells.",
    "&notanentity; &lt;5 &amp;section= 5&nbsp;mg &NotEqualTilde;",
]
PICTURES = [
    "![a](x.png){width=50%} and ![a](x.png){ .wide #b style='width: 5cm' } but ![a](x.png){5 mg}",
    '![a](x.png \'Below, "5" mg\') ![a](<x.png> "=300x200") ![a](x.png "width=50%") 5',
    "![a|300](x.png) ![[x.png]] ![[b/x y.svg|300]] ![[x.webp|a chart]] ![[notes]] ![[x.pdf]]",
    '![a](x.png "5 mg" ) ![a](x.png 5 mg) ![a](x.png "5 "mg") ![a](x.png (5 mg))',
    '![a](x.png "50%") ![a](x.png "300px") ![a](x.png{width=5} "5") ![a](x.png){dose=5mg}',
]


@pytest.mark.parametrize("line", LINES + PICTURES)
def test_parser_and_proof_take_the_same_words_for_text(line: str) -> None:
    nodes = read_tree(normalise(line, 1, "examplin.md")[0])
    texts = [node.text for node in nodes if isinstance(node, Paragraph)]
    printed = [plain(tuple(span for span in text if not span.image)) for text in texts]
    assert count_words(printed) == count_words([strip_markdown(line)])


@pytest.mark.parametrize("line", LINES)
def test_no_number_between_brackets_vanishes(line: str) -> None:
    written = line.replace("&#91;", "[").replace("tel:+49-30-123456", "")
    assert [c for c in strip_markdown(line) if c.isdigit()] == [c for c in written if c.isdigit()]


def test_it_shares_nothing_with_the_parser() -> None:
    folder = Path(monograph.__file__).parent
    theirs = {text for path in folder.rglob("*.py") for text in _expressions(path)}
    own = Path(source_text.__file__).parent
    for name in (
        "source_text",
        "source_forms",
        "source_notes",
        "source_pictures",
        "source_references",
        "source_tables",
        "source_html_tables",
    ):
        path = own / f"{name}.py"
        imported = [each for each in _imports(ast.parse(path.read_text())) if "leaflet" in each]
        assert all(".expected.source_" in each for each in imported)
        assert not theirs & set(_expressions(path))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def _expressions(path: Path) -> Iterator[str]:
    """The texts of a module from which ``re`` makes expressions; of an f-string, its parts."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            for each in ast.walk(node.args[0] if node.args else node.func):
                if isinstance(each, ast.Constant) and len(str(each.value)) > 2:
                    yield str(each.value)


STARS = re.compile(
    r"(?P<sign>(?<=\d)\*\*+(?=\d)|(?<=[^\W_])\*(?=[^\W\d_]))"
    r"|(?<=\S)\*(?!\d)|\*(?![\d\s])|(?<![\w/])\*(?=\d)(?!\d+\s*/\s*\*)|`"
)
"""What stars are markup, looked for at each place; the expression in use begins at a star."""


@given(st.text("*`5a_/ .\n", max_size=14))
def test_stars_are_the_same_wherever_the_search_begins(text: str) -> None:
    expected = STARS.sub(lambda star: star["sign"] or "", text)
    found = source_text._STARS.sub(lambda s: "" if s["sign"] is None else s[0], text)
    assert found == expected


PIECES = [
    *("5 mg", "*a*", "\n", "\n\n", "x: y", "[a]", "(b)", "<!-", "-", "-->", "%", "é", "`", "\\"),
    *("{/", "*", "/}", ":", "[//]", "#", ">", "<br>"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_text_is_only_searched_for_comments_and_code_that_may_have_some(pieces: list[str]) -> None:
    read, text = strip_markdown.__wrapped__, "".join(pieces)
    with patch.object(source_text, "_BEGIN_TOKENS", ("",)):
        searched = read(text)
    assert read(text) == searched
