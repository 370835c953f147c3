"""What the server that workers are forked from loads ahead: importing this is loading it."""

from contextlib import suppress

import leaflet.pipeline  # noqa: F401
from leaflet import rendering
from leaflet.errors import SettingsError

# Where there is no engine, the first worker that needs it tells.
with suppress(SettingsError):
    rendering.load()
