"""A row that leaves its first cell empty belongs to the last one above that does not."""

import re
from collections.abc import Callable

import pytest

from verification.checks.test_context import TEXT, moved
from verification.fault_injection import Fault, codes, composed

KINDS = pytest.mark.parametrize("kind", ["patient", "clinician"])
DOSES = """| Who | Dose |
| --- | --- |
| Adults | 5 mg in the morning |
|  | 3 mg at night |
| Children | 2 mg in the morning |
|  | 1 mg at night |
"""


def text(table: str, heading: str = "Dosage") -> str:
    """The monograph of the tests with a table as its dosage, or as another of its sections."""
    return re.sub(rf"(?<=### {heading}\n).*?(?=\n### )", table, TEXT, flags=re.DOTALL)


def row(words: str) -> str:
    return rf"<tr[^>]*>(?:(?!<tr).)*{words}(?:(?!<tr).)*</tr>"


@KINDS
@pytest.mark.parametrize("heading", ["Dosage", "Side Effects", "Precautions"])
@pytest.mark.parametrize(
    "table",
    [
        DOSES,
        "| Who | Dose |\n| --- | --- |\n|  | 3 mg |\n| Adults | 5 mg |\n| &nbsp; | 4 mg |\n",
        "| Who | When | Dose |\n| --- | --- | --- |\n| Adults | 8 h | 5 mg |\n| | | 4 mg |\n",
        "| Who | When | Dose |\n| --- | --- | --- |\n| Adults | | 5 mg |\n| | 9 h | |\n",
        "| Who | Dose |\n| --- | --- |\n| **Adults:** | 5 mg |\n| | |\n| | 4 mg |\n",
        "<table><tr><th>Who</th><th>Dose</th></tr><tr><td>Adults</td><td>5 mg</td></tr>"
        "<tr><td></td><td>4 mg</td></tr></table>\n",
    ],
    ids=["groups", "none above", "two", "in the middle", "a blank row", "HTML"],
)
def test_it_is_printed_as_its_author_drew_it(kind: str, heading: str, table: str) -> None:
    assert '<tr class="goes-on"><td>' in composed(kind, text(table, heading)).html
    assert "wrong-context" not in codes(Fault(), kind, text(table, heading))


@KINDS
def test_so_it_is_in_german(kind: str) -> None:
    german = (
        "---\ntitle: Testamid\nlang: de\n---\n\n### Anwendungsgebiete\nBei Fieber.\n\n"
        f"### Dosierung\n{DOSES.replace('Adults', 'Erwachsene')}\n### Nebenwirkungen\n* Schwindel\n"
    )
    assert 'class="goes-on"' in composed(kind, german).html
    assert "wrong-context" not in codes(Fault(), kind, german)


@KINDS
@pytest.mark.parametrize(
    "sabotage",
    [
        moved(row("3.mg"), row("1.mg")),
        moved(row("Children"), row("3.mg")),
        moved(row("1.mg"), row("2.mg")),
        moved(row("1.mg"), row("5.mg")),
        lambda html: html.replace("<td>Children</td>", "<td></td>"),
        lambda html: html.replace("<td></td>", "<td data-repeat>Children</td>", 1),
    ],
    ids=["below", "another group first", "above", "first", "a head is lost", "a head is added"],
)
def test_in_another_group_it_is_refused(kind: str, sabotage: Callable[[str], str]) -> None:
    assert "wrong-context" in codes(Fault(composed=sabotage), kind, text(DOSES))


@KINDS
def test_on_another_page_than_that_cell_it_is_refused(kind: str) -> None:
    css = (
        "table, tbody { break-inside: auto !important } .goes-on { break-before: page !important }"
    )
    assert "wrong-context" in codes(Fault(css), kind, text(DOSES))


WIDE = """| Hydrochlorothiazide | Polyethyleneglycol | Acetylcysteine | Levomepromazine |
| --- | --- | --- | --- |
| Adults | Acetylsalicylic | a | 5 mg |
|  | Carbamazepine | b | 3 mg |
| Children | Carbamazepine | b | 2 mg |
"""


@pytest.mark.parametrize("other", ["", " Children"], ids=["without it", "another cell"])
def test_a_list_of_rows_says_whose_each_is(other: str) -> None:
    def change(html: str) -> str:
        changed, number = re.subn("(?<=</b>) Adults(?=</span>)", other, html)
        assert number == 1
        return changed

    styles = ("large-print",)
    assert "wrong-context" not in codes(Fault(styles=styles), "patient", text(WIDE))
    assert "wrong-context" in codes(Fault(composed=change, styles=styles), "patient", text(WIDE))
