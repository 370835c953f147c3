"""Fuzzing: mutated monographs, and the properties that must hold for all of them."""
