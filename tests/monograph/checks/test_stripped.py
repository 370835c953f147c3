from pathlib import Path

import pytest

import leaflet
from helpers import words
from leaflet.config.markup import MarkupChoice
from leaflet.diagnostics import Severity
from leaflet.monograph import parse
from leaflet.monograph.checks.stripped import KINDS, strip_markup
from monograph.test_cases import FRAME


@pytest.mark.parametrize(
    ("kind", "text", "rest"),
    [
        ("shortcode", "{{< notice\n warning >}}Stop.{{% /notice %}}", "\nStop."),
        ("liquid", "{% include dose.html %}Stop.", "Stop."),
        ("latex", "\\newpage Stop. \\vspace{1em}", " Stop. \\vspace{1em}"),
        ("latex", "\\begin{center}Stop.\\end{center}", "Stop."),
        ("html", '<div class="x"><u>Stop.</u></div>', "Stop."),
        ("html", "<script>x</script><del>5 mg</del>", "<script>x</script><del>5 mg</del>"),
        ("embed", "![[other note]] Stop.", " Stop."),
        ("footnote", "Stop[^1] it[^2].\n\n[^2]: now", "Stop it[^2].\n\n[^2]: now"),
        ("attributes", "Stop. {: .x y=z z}", "Stop. "),
        ("attributes", "![a](b.png){.x width=50%}", "![a](b.png){.x width=50%}"),
        ("box", "::: columns\nStop.\n:::", "::: {#box}\nStop.\n:::"),
        ("box", "::: warning\nStop.\n:::", "::: warning\nStop.\n:::"),
        ("shortcode", '{{< dose "5 mg" >}}', '{{< dose "5 mg" >}}'),
        ("liquid", "{% dose 10% %}", "{% dose 10% %}"),
    ],
)
def test_a_kind_is_left_out_with_no_words_and_no_dose(kind: str, text: str, rest: str) -> None:
    assert strip_markup(text, 1, "a.md", [kind])[0] == rest


def test_each_kind_is_reported_once_with_its_first_line() -> None:
    text = "Stop.\n\n{{< a >}}\n{{< b >}} {% c %}"
    _, findings = strip_markup(text, 5, "a.md", ["liquid", "shortcode"])
    assert [(each.severity, each.line, each.message) for each in findings] == [
        (Severity.WARNING, 8, "{% c %}: a Liquid tag is left out, as leaflet.toml says"),
        (
            Severity.WARNING,
            7,
            "{{< a >}}, and 1 more: a Hugo shortcode is left out, as leaflet.toml says",
        ),
    ]


def test_with_a_blank_the_columns_stay() -> None:
    text = "a {{< b\nc >}} d"
    assert strip_markup(text, 1, "a.md", ["shortcode"], " ")[0] == "a      \n      d"


def test_every_kind_can_be_named() -> None:
    choice = MarkupChoice(strip=("box", "html"))
    text = FRAME + "### Dosage\n\n::: columns\n<div>5 mg</div>\n:::\n"
    monograph = parse(text.encode(), "a.md", markup=choice)
    assert [each.code for each in monograph.diagnostics] == ["markup-stripped"] * 2
    assert {"box", "html"} < set(KINDS)


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_what_is_left_prints_and_is_proved(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("leaflet.toml").write_text('[markdown]\nstrip = ["shortcode", "latex", "box", "html"]\n')
    text = "{{< x >}}\n\n\\newpage\n\n::: columns\nExamplin: <u>5</u> mg\n:::\n"
    Path("a.md").write_text(FRAME + "### Dosage\n\n" + text)
    document = leaflet.render(Path("a.md"), kind, project=tmp_path)
    assert "Examplin: 5 mg" in words(document.pdf)
    assert "{{" not in words(document.pdf)
