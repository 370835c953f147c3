"""Dose safety: every row of the lists of error-prone expressions of ISMP and Joint Commission."""

from leaflet.lint.rules.dose import (
    comparisons,
    decimals,
    intervals,
    moments,
    numerals,
    orders,
    routes,
    shorthand,
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
    *shorthand.RULES,
)
