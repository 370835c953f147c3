"""Every access to the clock."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from leaflet.errors import SettingsError


def seconds() -> float:
    """Seconds since an arbitrary moment, to measure how long something takes."""
    return time.monotonic()


@contextmanager
def epoch_zero() -> Iterator[None]:
    """Set ``SOURCE_DATE_EPOCH`` to 0 inside the block, for libraries that would write the time."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def today() -> date:
    """The current date (UTC), or that of ``SOURCE_DATE_EPOCH`` if it is set.

    Raises SettingsError as :func:`now` does.
    """
    return now().date()


def now() -> datetime:
    """The current time (UTC), or that of ``SOURCE_DATE_EPOCH`` if it is set.

    That variable (seconds since 1970; reproducible-builds.org) lets documents be printed again with
    the same bytes. Raises SettingsError if it is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError.of(
            "bad-date",
            f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds since 1970',
        ) from None


def fix_today(day: date) -> None:
    """Make ``today`` return that day for the rest of this process, by SOURCE_DATE_EPOCH."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
