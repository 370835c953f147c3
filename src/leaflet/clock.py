"""The one address of the clock."""

import os
import time
from datetime import UTC, date, datetime

from leaflet.errors import SettingsError


def seconds() -> float:
    """Seconds since some fixed moment, for measuring how long something took."""
    return time.monotonic()


def today() -> date:
    """The date that a document may bear.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC; reproducible-builds.org) stands in for the day,
    so that a catalogue can be printed again with the same bytes. Raises SettingsError where it is
    no such number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise SettingsError.of(
            "bad-date",
            f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds since 1970',
        ) from None


def fix_today(day: date) -> None:
    """Let it be that day for the rest of this process, as SOURCE_DATE_EPOCH would."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
