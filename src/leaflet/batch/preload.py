"""Loads what the process that workers are forked from should have: modules and English tables."""

import gc
from contextlib import suppress

# What is loaded here lives as long as the process: to search it for garbage takes a tenth of the
# time, and would copy, in each worker, the memory that they share.
gc.disable()

from leaflet.cache import startup  # noqa: E402

startup.keep()

import leaflet.pipeline  # noqa: E402, F401
from leaflet import rendering  # noqa: E402
from leaflet.compose.measure.hyphenation import hyphenation  # noqa: E402
from leaflet.edition import fingerprint  # noqa: E402
from leaflet.errors import LeafletError, SettingsError  # noqa: E402
from leaflet.fonts.loaded_later import loaded_later  # noqa: E402
from leaflet.monograph import parse  # noqa: E402
from leaflet.resources import shipped  # noqa: E402
from leaflet.theme.search_path import Theme  # noqa: E402
from leaflet.topics.table import Where  # noqa: E402

# If the layout engine is missing, the first worker that needs it reports that.
startup.keep_for_engine()
with suppress(SettingsError), loaded_later():
    rendering.load()

# Or else each worker would read the code for its fingerprint, the hyphenation patterns, and the
# tables of headings and of topics before its first document. The text is refused for what it lacks,
# but only after that.
with suppress(LeafletError, OSError, ImportError):
    fingerprint.of_leaflet()
    hyphenation("en")
    tuple(Theme((shipped(),)).topics("en").found("", Where.SENTENCE))
    parse(b"---\ntitle: Examplin\n---\n### Usage\nPain.\n", "")

gc.freeze()
gc.enable()
