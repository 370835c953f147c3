"""A monograph as lines, words and amounts, and how rules search them."""
