"""Markdown as authors write it, normalised and read into blocks."""
