"""A web page on this machine that shows a monograph as it will print, and again when it is saved.

The page opens one stream of events for what it looks at, and closes it to look at something else;
nothing is printed but what a stream is open for.
"""
