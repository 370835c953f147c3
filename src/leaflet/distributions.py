"""The versions of installed distributions, from the names of the folders that describe them.

https://packaging.python.org/en/latest/specifications/recording-installed-packages/ gives these
names: ``weasyprint-70.0.dist-info``. ``importlib.metadata`` reads and parses what is in the
folders, which takes a command longer than all the rest of its start.
"""

import re
import sys
from functools import cache
from pathlib import Path

from leaflet.files.folders import names

_DESCRIPTION = re.compile(r"(.+?)-([^-]+)\.(?:dist|egg)-info")


def version(distribution: str) -> str:
    """The version of an installed distribution. Raises PackageNotFoundError."""
    found = _installed().get(_normalised(distribution))
    if found is None:
        # It may be in an archive, or be described in another way.
        from importlib import metadata  # noqa: PLC0415

        found = metadata.version(distribution)
    return found


@cache
def _installed() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in sys.path:
        for name in names(Path(folder)):
            if described := _DESCRIPTION.fullmatch(name):
                found.setdefault(_normalised(described[1]), described[2])
    return found


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
