"""What all documents of one kind, styles, paper and standard have in common."""
