"""The pinned fonts: families, fontconfig set-up, glyph widths and shaping."""
