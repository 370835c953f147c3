"""Copyfitting: the type size with which a summary fits on one side, and a leaflet on one sheet."""

from leaflet.fitting.model import Fit, may_choose
from leaflet.fitting.sheet.search import fit
from leaflet.fitting.sides.search import fit_sides

__all__ = ["Fit", "fit", "fit_sides", "may_choose"]
