"""The proof-reader: what could hurt someone, found before it is printed.

``manuscript`` lays a file out in lines, ``rules`` lists what is looked for, ``check`` says what
was found.
"""

from leaflet.lint.check import check, warnings_for_build

__all__ = ["check", "warnings_for_build"]
