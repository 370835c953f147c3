"""Imports what the process that workers are forked from should have loaded."""

from contextlib import suppress

import leaflet.pipeline  # noqa: F401
from leaflet import rendering
from leaflet.errors import SettingsError

# If the layout engine is missing, the first worker that needs it reports that.
with suppress(SettingsError):
    rendering.load()
