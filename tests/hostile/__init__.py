"""Texts and pages written to do harm, and how leaflet must handle them."""
