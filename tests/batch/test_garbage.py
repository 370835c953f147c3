import gc
import weakref
from collections.abc import Iterator

import pytest

from leaflet.batch import garbage


class _Cycle:
    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_garbage_is_collected_between_documents_only() -> None:
    garbage.collect_rarely()
    cycle = weakref.ref(_Cycle())
    kept = [[number] for number in range(10_000)]  # Python collects after 700 by itself
    assert cycle() is not None
    garbage.collect_now()
    assert cycle() is None
    assert len(kept) == 10_000


def test_what_remains_is_not_searched_again() -> None:
    garbage.collect_rarely()
    kept = [_Cycle() for _ in range(100)]
    before = gc.get_freeze_count()
    garbage.collect_now()
    assert gc.get_freeze_count() >= before + len(kept)
