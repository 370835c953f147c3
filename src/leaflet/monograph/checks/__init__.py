"""Limits on size and characters, checked before anything is parsed."""
