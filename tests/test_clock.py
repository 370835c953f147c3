import os
from datetime import UTC, date, datetime

import pytest

from leaflet import clock
from leaflet.errors import SettingsError


def test_the_epoch_decides_what_today_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86399")
    assert clock.today() == date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert clock.today() == date(1970, 1, 2)


def test_without_an_epoch_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    before = datetime.now(UTC).date()
    assert before <= clock.today() <= datetime.now(UTC).date()


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "9" * 30])
def test_an_epoch_that_is_none_is_an_error(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(SettingsError, match=epoch):
        clock.today()


def test_today_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    clock.fix_today(date(2026, 2, 28))
    assert clock.today() == date(2026, 2, 28)


def test_seconds_go_forward() -> None:
    first = clock.seconds()
    assert clock.seconds() >= first


@pytest.mark.parametrize("epoch", [None, "1700000000"])
def test_the_epoch_is_zero_inside_the_block_only(
    epoch: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with clock.epoch_zero():
        assert os.environ["SOURCE_DATE_EPOCH"] == "0"
    assert os.environ.get("SOURCE_DATE_EPOCH") == epoch
