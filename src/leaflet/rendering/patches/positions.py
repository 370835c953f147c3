"""Asks a box whether it is in the normal flow with one question instead of five."""

from weasyprint.formatting_structure.boxes import Box

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_IN_FLOW = {"static", "relative"}


def _is_in_normal_flow(self: Box) -> bool:
    style = self.style
    return style["float"] == "none" and style["position"] in _IN_FLOW


PATCH = Patch(methods={(Box, "is_in_normal_flow"): _is_in_normal_flow})
