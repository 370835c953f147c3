"""What is made once for a machine and kept in the user's cache folder: it may be deleted."""

import os
from pathlib import Path


def folder(name: str) -> Path:
    """The folder for what is kept under a name. Raises RuntimeError if there is no home."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home.absolute() / "leaflet" / name
