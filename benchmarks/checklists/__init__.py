"""What published checklists ask of a printed document, as far as a program can decide it."""
