"""The proof-reader behind ``leaflet check``: it finds what could hurt someone before it is printed.

``text.manuscript`` splits a file into lines, ``registry`` lists the rules, ``check`` runs them.
"""

from leaflet.lint.check import check, findings_for_build

__all__ = ["check", "findings_for_build"]
