"""The fixed words of a page and their gettext translations."""
