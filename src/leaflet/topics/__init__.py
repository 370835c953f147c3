"""What each labelled statement, question and section of a monograph is about."""
