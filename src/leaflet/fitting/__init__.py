"""Choosing the layout with which a clinician sheet fits on one side."""
