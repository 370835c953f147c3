"""Kinds of document: ``kind.toml`` files read into :class:`~leaflet.kinds.model.Kind` values."""
