"""Which statement stands in which part of a document, and in which order."""
