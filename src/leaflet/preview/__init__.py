"""A local web page that shows a monograph as it will print, and updates when it is saved.

The page opens a stream of events for what it shows, and closes it to show something else; only
documents with an open stream are printed.
"""
