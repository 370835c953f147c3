import pytest

from leaflet.monograph.markdown.other_forms import plain_forms


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Not with [[warfarin|blood thinners]].", "Not with blood thinners."),
        ("Not with [[warfarin]].", "Not with warfarin."),
        ("Not with [[notes/warfarin#Dose|it]].", "Not with it."),
        ("Do not crush. {: .highlighted }", "Do not crush."),
        ("### Weak kidneys {#renal-dose}", "### Weak kidneys"),
        ('[a](https://b.org){:target="_blank"}', "[a](https://b.org)"),
        ("#pregnancy #renal/dose", ""),
        ("`==5 mg==`", "`==5 mg==`"),
    ],
)
def test_forms_of_other_tools_become_plain(line: str, plain: str) -> None:
    assert plain_forms([line]) == [plain]


@pytest.mark.parametrize(
    "line",
    [
        "take {dose=5mg} {5 mg}",
        "5~10 mg and 20~30 mg",
        "10^9/L to 10^12/L",
        "a == b == c",
        "#Usage",
        "![[embedded]]",
        "[Adults]: 2.5mg",
        "::: columns",
        "{: .max-5mg }",
        "[5 mg]: https://a.org",
        "[max 2.5mg]: https://a.org",
    ],
)
def test_text_is_left_as_it_is(line: str) -> None:
    assert plain_forms([line]) == [line]


def test_references_get_their_addresses() -> None:
    lines = [
        "![chart][p], [the guide][] and [x][y]",
        "[p]: chart.png",
        "[the guide]: https://a.org",
    ]
    resolved = "![chart](chart.png), [the guide](https://a.org) and [x][y]"
    assert plain_forms(lines) == [resolved, "", ""]
