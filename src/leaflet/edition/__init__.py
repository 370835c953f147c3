"""What all documents of one kind, style, paper and standard share."""
