"""Whatever is written, it prints and proves, or is refused with a reason.

``LEAFLET_STRANGE=2000 pytest tests/verify/test_strange.py`` tries as many; a few are enough to
notice that something broke.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from leaflet.diagnostics import has_errors
from leaflet.errors import MonographRefused
from verify.sabotage import MONOGRAPH, Sabotage, findings
from verify.strange import monographs

TRIES = int(os.environ.get("LEAFLET_STRANGE", "12"))


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@settings(
    max_examples=TRIES,
    deadline=None,
    derandomize=TRIES < 100,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(text=monographs())
def test_it_prints_and_proves_or_is_refused(kind: str, text: str) -> None:
    try:
        found = findings(Sabotage(), kind, text)
    except MonographRefused:
        return
    assert not has_errors(found), "\n".join(map(str, found))


FOUND = {
    "a unit in the next cell": "| Gene | Unit |\n| --- | --- |\n| HLA-B*5701 | µg |\n| 5 | mg |",
    "a sign at a line's end": "* take if >\n* 5 tablets <\n\n1. one\n2. two",
    "a repeated head like a cell": "| take | take | the |\n| --- | --- | --- |\n"
    + "| take | take | the |\n" * 60,
    "a lone asterisk": "HLA-B*5701 * µg kidney * with * water.",
    "a block said again": "* take\n* with\n\ntake\n\nwith\n\n* take",
    "letters that end a line": "Child-Pugh " * 40 + "(Child-Pugh A or B)",
}
"""What strange monographs have found, made small: false alarms of the proof, all of them mended."""


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("found", FOUND)
def test_what_was_found_once_is_proved(kind: str, found: str) -> None:
    text = MONOGRAPH.replace("### Side Effects", f"{FOUND[found]}\n\n### Side Effects")
    assert not has_errors(findings(Sabotage(), kind, text))
