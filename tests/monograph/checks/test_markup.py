import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet.config.markup import MarkupChoice
from leaflet.diagnostics import Severity
from leaflet.monograph.checks.markup import left_over
from leaflet.monograph.checks.markup_kinds import LEFT_OVER, SIGNS
from leaflet.monograph.checks.printed import PrintedText
from leaflet.monograph.model import Source

SOURCE = Source("a.md", "", "", 1, "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{< notice warning >}}", "a Hugo shortcode"),
        ("{{% notice %}}", "a Hugo shortcode"),
        ("Take {--10 mg--}{++5 mg++} once.", "a tracked change"),
        ("::: columns", "the fence of a box"),
        ('!!! danger "Stop"', "an admonition"),
        ("![[renal doses]]", "an embedded note"),
        ("[[warfarin#Dose]]", "a wikilink"),
        ("40 mg[^1]", "a footnote"),
        ("~~40 mg~~ 20 mg", "struck text"),
        ("%% not yet checked", "a comment of Obsidian"),
        (r"$\text{dose} = 0.1$", "LaTeX"),
        (r"\newpage", "LaTeX"),
        ("<style>p { color: red }</style>", "an HTML element"),
        ("<iframe src=x>", "an HTML element"),
        ("+-----+-----+", "a table that cannot be read"),
        ("| Adults | 5 mg |", "a table that cannot be read"),
        ("{{ dose", "a template variable"),
        ("[the dose](1/2 tablet)", "a link that cannot be read"),
        ("the [dose][5 mg]", "a reference without an address"),
        ("<b title='5 mg'>", "an HTML element"),
        ("<!-- 5 mg", "an open comment of HTML"),
        ("``` 5mg", "the fence of code"),
        ('{"dose": "5 mg"}', "JSON"),
        ("$5\\,mg/m^2$", "LaTeX"),
        ("== Contraindications ==", "a heading of MediaWiki"),
        ("=== Dose === ", "a heading of MediaWiki"),
        ("It is '''not''' for all.", "bold text of MediaWiki"),
    ],
)
def test_markup_of_other_tools_is_named(text: str, name: str) -> None:
    (found,) = left_over([PrintedText(7, text)], SOURCE)
    assert (found.code, found.line) == ("raw-markup", 7)
    assert name in found.message
    assert found.hint


@pytest.mark.parametrize(
    "text",
    [
        "eGFR <30 or >60, |x| below 2",
        "about 5%% of people, 10 %",
        "a == b and c != d",
        "5~10 mg, ~5 mg to ~10 mg",
        "HLA-B*57:01 {1, 2}",
        "see [1] and [a]",
        "take 1::2 at 10:30",
        "Stop!!! Call a doctor.",
        "$5 to $10 a day",
        r"5 mg\day",
        "benzo[b][1,4]diazepine and thieno[3,4-d](2,3)",
        'It is called "Dose": 5 mg',
        "as was shown. [1][2]",
        "No. #1, C# and a#b; import of <CYP> from abroad",
        "Ratio a::b",
    ],
)
def test_text_is_text(text: str) -> None:
    assert not list(left_over([PrintedText(7, text)], SOURCE))


def test_lines_in_a_row_give_one_message() -> None:
    rows = [PrintedText(line, "| Adults | 5 mg |") for line in (7, 8, 9, 20)]
    assert [found.line for found in left_over(rows, SOURCE)] == [7, 20]


def test_what_a_project_allows_is_a_warning() -> None:
    source = Source("a.md", "", "", 1, "", markup=MarkupChoice(allow=("latex",)))
    texts = [PrintedText(7, r"about $\alpha$"), PrintedText(9, "{{< dose >}}")]
    found = [(each.severity, each.code, each.line) for each in left_over(texts, source)]
    assert found == [
        (Severity.WARNING, "markup-allowed", 7),
        (Severity.ERROR, "raw-markup", 9),
    ]


PIECES = (
    *(
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "|",
        "!",
        "?",
        "^",
        "*",
        "+",
        "-",
        "=",
        "~",
        "`",
        "%",
    ),
    *(":", ";", "#", "$", "\\", "/", "_", '"', "'", " ", "\n", "\t", ".", "8", "a", "A", "b", "p"),
    *("import ", "export ", "strong", "newpage", "smile", "--", "::", "]]", "]("),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_text_without_signs_has_no_markup(text: str) -> None:
    if not any(sign.search(text.strip()) for sign in SIGNS):
        assert not any(each.pattern.search(text.strip()) for each in LEFT_OVER)
