"""Texts that were written to do harm, and what must come of each."""
