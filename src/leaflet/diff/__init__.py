"""Two versions of a monograph → what changed, by meaning; reads no files and prints nothing."""
