"""Marks on the page of a document: what was inserted, and what was deleted where it stood."""
