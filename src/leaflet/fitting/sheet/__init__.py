"""Finds the make-up with which a summary fits on one side of paper."""
