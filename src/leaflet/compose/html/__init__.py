"""Blocks of a monograph as HTML."""
