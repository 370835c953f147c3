"""A monograph as lines, words and amounts, and the ways in which rules search them."""
