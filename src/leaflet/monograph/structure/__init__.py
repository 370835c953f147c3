"""Blocks of Markdown recognised as sections, drugs, labels and questions."""
