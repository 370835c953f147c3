"""leaflet prints patient leaflets and clinician summaries from drug monographs in Markdown."""

__version__ = "0.1.0"
