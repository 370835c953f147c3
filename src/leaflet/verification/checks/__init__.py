"""The checks of a finished PDF, one topic per module."""
