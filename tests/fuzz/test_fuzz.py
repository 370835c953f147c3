"""A few mutants in each run of the tests; ``make fuzz`` tries as many as there is time for."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fuzz.mutants import mutants
from fuzz.properties import TooSlow, prints, reads, within

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
def test_a_mutant_prints_and_proves_or_leaves_nothing(data: bytes) -> None:
    assert len(prints(data).split()) == 2


def turn() -> None:
    while True:
        pass


def test_what_takes_too_long_is_noticed() -> None:
    with pytest.raises(TooSlow), within(0.05):
        turn()
