"""The rules of the proof-reader, one topic per module."""
