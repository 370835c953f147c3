"""The lists and tables that rules look things up in."""
