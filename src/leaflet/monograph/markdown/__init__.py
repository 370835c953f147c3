"""Markdown as authors write it → Markdown as Python-Markdown reads it → blocks."""
