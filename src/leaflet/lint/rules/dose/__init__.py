"""Doses that are easily misread: the error-prone expressions of ISMP and the Joint Commission."""

from leaflet.lint.rules.dose import (
    comparisons,
    decimals,
    intervals,
    medicine_names,
    moments,
    numerals,
    orders,
    routes,
    signs,
    spacing,
    timing,
    units,
    volumes,
)
from leaflet.lint.text.rule import Rule

RULES: tuple[Rule, ...] = (
    *decimals.RULES,
    *numerals.RULES,
    *spacing.RULES,
    *units.RULES,
    *volumes.RULES,
    *timing.RULES,
    *intervals.RULES,
    *moments.RULES,
    *routes.RULES,
    *orders.RULES,
    *comparisons.RULES,
    *signs.RULES,
    *medicine_names.RULES,
)
