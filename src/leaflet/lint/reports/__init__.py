"""The findings in a whole folder, as a table and as an HTML page."""
