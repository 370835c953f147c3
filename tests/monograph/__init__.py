"""Tests of reading: one file for each module, and prose cases in tests/cases."""
