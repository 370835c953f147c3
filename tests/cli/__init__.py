"""Tests of the command line, most of them through click's own runner."""
