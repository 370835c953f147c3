"""Hostile documents: monographs mutated, and what must hold whatever comes of them."""
