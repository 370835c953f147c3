"""Finds the make-up with which a leaflet fits on the two sides of a sheet."""
