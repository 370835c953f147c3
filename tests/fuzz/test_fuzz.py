"""A few mutants in each run of the tests; ``make fuzz`` tries many more."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fuzz.mutants import mutants
from fuzz.properties import TooSlow, prints, reads, within

HOSTILE = sorted((Path(__file__).parents[1] / "cases" / "hostile").glob("*.md"))
"""Documents that ``make fuzz`` has found and shrunk; each of them once hung or crashed leaflet."""

FEW = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@FEW
@given(mutants())
def test_a_mutant_is_read_or_refused(data: bytes) -> None:
    assert reads(data) in ("read", "refused")


@settings(FEW, max_examples=6)
@given(mutants())
def test_a_mutant_is_printed_and_verified_or_leaves_no_file(data: bytes) -> None:
    assert len(prints(data).split()) == 2


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.stem)
def test_what_was_found_once_is_read_or_refused(case: Path) -> None:
    assert reads(case.read_bytes()) in ("read", "refused")


def loop_forever() -> None:
    while True:
        pass


def test_what_takes_too_long_is_noticed() -> None:
    with pytest.raises(TooSlow), within(0.05):
        loop_forever()
