"""Imports what the process that workers are forked from should have loaded."""

import gc
from contextlib import suppress

# What is loaded here lives as long as the process: to search it for garbage takes a tenth of the
# time, and would copy, in each worker, the memory that they share.
gc.disable()

import leaflet.pipeline  # noqa: E402, F401
from leaflet import rendering  # noqa: E402
from leaflet.errors import SettingsError  # noqa: E402

# If the layout engine is missing, the first worker that needs it reports that.
with suppress(SettingsError):
    rendering.load()

gc.freeze()
gc.enable()
