"""Headers and footers: a page that goes on about one of several medicines names it."""

from verification.fault_injection import Fault, codes, findings

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
