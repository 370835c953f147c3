"""Findings of a whole folder as a table and as a page."""
