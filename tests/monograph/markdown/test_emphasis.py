import pytest

from leaflet.diagnostics import Severity
from leaflet.monograph.markdown.emphasis import balance, unpaired


@pytest.mark.parametrize(
    "text",
    [
        "no asterisk at all",
        "**bold**, *italic* and ***both***",
        "**Label:**text",
        "***Name* of it:** text",
        "**a *b* c**",
        "`2 * a * b` and **bold**",
        r"\*escaped\*",
        "[a](https://example.org/*star*)",
    ],
)
def test_what_is_emphasis_stays(text: str) -> None:
    assert balance(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("HLA-B*5701 and HLA-B*5801", r"HLA-B\*5701 and HLA-B\*5801"),
        ("**HLA-B*57:01 or HLA-B*58:01:** no", r"**HLA-B\*57:01 or HLA-B\*58:01:** no"),
        ("**CYP2C9 *1/*3:** half", r"**CYP2C9 \*1/\*3:** half"),
        ("CYP2D6 *4 carriers", r"CYP2D6 \*4 carriers"),
        ("10 mg* or 20 mg*", r"10 mg\* or 20 mg\*"),
        ("10**5 to 10**6 cells", r"10\*\*5 to 10\*\*6 cells"),
        ("2*3*4 mg", r"2\*3\*4 mg"),
        ("2*weight*5", r"2\*weight\*5"),
        ("5 mg*kg and 3 mg*kg", r"5 mg\*kg and 3 mg\*kg"),
        ("un*believ*able", r"un\*believ\*able"),
        ("2 * 3 * 4", r"2 \* 3 \* 4"),
        ("one (with food)* two", r"one (with food)\* two"),
    ],
)
def test_other_asterisks_become_text(text: str, balanced: str) -> None:
    assert balance(text) == (balanced, False)


@pytest.mark.parametrize(
    ("text", "balanced"),
    [("**open", "open"), ("shut**", "shut"), ("**a** and **b", "**a** and b"), ("a ** b", "a  b")],
)
def test_a_double_asterisk_without_partner_is_removed_and_reported(
    text: str, balanced: str
) -> None:
    assert balance(text) == (balanced, True)


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("** Adults:** 5 mg", "**Adults:** 5 mg"),
        ("**Adults: **5 mg", "**Adults:** 5 mg"),
        ("**Adults: ** 5 mg **once**", "**Adults:**  5 mg **once**"),
    ],
)
def test_spaces_inside_leading_bold_are_moved_out(text: str, balanced: str) -> None:
    assert balance(text) == (balanced, False)


def test_the_finding_names_the_line() -> None:
    found = unpaired("examplin.md", 7)
    assert (found.severity, found.file, found.line) == (Severity.WARNING, "examplin.md", 7)
