"""leaflet compared with other tools; not part of ``make check``."""
