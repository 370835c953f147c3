"""Headers and footers: a page that goes on names the medicine, or the part of a sheet."""

from helpers import sides
from verification.fault_injection import Fault, codes, findings, printed

DRUG = """
# {name}

### Usage
{name} treats what the tests complain of.

### Dosage
{dose}

### Side Effects
Drowsiness.

### Precautions
Keep {name} dry.
"""

LONG = "".join(f"* **Illness {number}:** {number} mg in the evening.\n" for number in range(1, 200))

TEXT = "---\ntitle: Testamide + Provamide\n---\n" + "".join(
    DRUG.format(name=name, dose=LONG) for name in ("Testamide", "Provamide")
)


def test_every_page_names_the_medicine_that_it_goes_on_about() -> None:
    for kind in ("patient", "clinician"):
        found = {each.code for each in findings(Fault(), kind, TEXT)}
        assert not found & {"header-lost", "stray-words"}


def test_a_page_that_names_none_or_another_is_refused() -> None:
    assert "header-lost" in codes(Fault(css="h2.name { string-set: medicine '' }"), "patient", TEXT)
    other = Fault(css="h2.name { string-set: medicine ' · Provamide' }")
    assert "header-lost" in codes(other, "patient", TEXT)


SHEET = (
    "---\ntitle: Testamide\n---\n"
    + DRUG.format(name="Testamide", dose=LONG).partition("\n\n")[2]
    + "### Drug Interactions\n"
    + "It lowers what the tests say. " * 160
)
LARGE = ("large-print",)


def test_every_page_of_a_large_sheet_names_the_part_that_goes_on() -> None:
    assert not codes(Fault(styles=LARGE), "clinician", SHEET) & {"not-continued", "stray-words"}
    pages = sides(printed("clinician", SHEET, LARGE).data)
    assert "continued" not in pages[0]
    assert "Dose, continued" in pages[2]
    assert "Interactions, continued" in pages[-2]  # whose own heading names drugs as well


def test_a_page_that_begins_with_a_part_names_none() -> None:
    text = SHEET.replace(
        "### Precautions", "It lowers what the tests say. " * 40 + "\n\n### Precautions"
    )
    begun = Fault(styles=LARGE, css=".part { break-before: page }")
    assert not codes(begun, "clinician", text) & {"not-continued", "stray-words"}


def test_a_page_that_names_another_part_or_none_is_refused() -> None:
    for css in (
        "[data-goes-on] { string-set: part 'Mechanism, continued' }",
        "[data-goes-on] { string-set: part '' }",
    ):
        assert "not-continued" in codes(Fault(styles=LARGE, css=css), "clinician", SHEET)


LEAFLET = (
    "---\ntitle: {name}\n---\n"
    + DRUG.format(name="Testamide", dose="500 mg at noon.").partition("\n\n")[2]
    + "### How it works\n"
    + ("It lowers what the tests say. " * 60 + "\n\n") * 10
)


def test_a_later_side_of_a_leaflet_names_the_part_that_goes_on() -> None:
    text = LEAFLET.format(name="Testamide")
    assert not codes(Fault(), "patient", text) & {"not-continued", "stray-words"}
    first, *others = sides(printed("patient", text).data)
    assert "continued" not in first
    assert "How Testamide works, continued" in others[-1]
    other = Fault(css="[data-goes-on] { string-set: part ' · Alcohol, continued' }")
    assert "not-continued" in codes(other, "patient", text)


def test_a_long_name_leaves_space_for_a_part_of_the_heading_only() -> None:
    name = "Examplin and Testamide and Provamide and Placeboline Tablets"
    text = LEAFLET.format(name=name)
    assert not codes(Fault(), "patient", text) & {"not-continued", "stray-words"}
    last = sides(printed("patient", text).data)[-1]
    assert "…, continued" in last


def test_a_template_without_the_headings_names_no_part() -> None:
    plain = Fault(composed=lambda html: html.replace("data-goes-on", "data-other"))
    assert "not-continued" not in codes(plain, "patient", LEAFLET.format(name="Testamide"))
