"""Estimates of widths and heights, made before anything is laid out."""
