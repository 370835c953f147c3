"""Whatever is written, it prints and proves, or is refused with a reason.

``LEAFLET_STRANGE=2000 pytest tests/verify/test_strange.py`` tries as many; a few are enough to
notice that something broke.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from leaflet.diagnostics import has_errors
from leaflet.errors import MonographRefused
from verify.sabotage import Sabotage, findings
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
