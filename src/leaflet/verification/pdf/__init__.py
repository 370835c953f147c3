"""A PDF read back: text, boxes, tags and pixels."""
