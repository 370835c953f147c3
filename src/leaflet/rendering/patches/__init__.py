"""Changes to WeasyPrint 70 that save time: each gives the bytes that it gives without them.

Those of ``flate`` are the same when they are inflated. The patches are switched on when leaflet is
imported, unless the environment variable ``LEAFLET_ENGINE`` is ``plain``. Each module holds one,
written so that it could be offered to WeasyPrint.
"""

import os

from leaflet.rendering.patches import (
    c_types,
    column_tries,
    flate,
    free_lines,
    glyphs,
    html_patterns,
    kept_matches,
    lines,
    matched_styles,
    pdf_values,
    positions,
    resolved_lengths,
    shared_styles,
    strict_html,
    svg_paths,
    text_setups,
    undecorated,
)
from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCHES", "switch"]

PATCHES: dict[str, Patch] = {
    "shared_styles": shared_styles.PATCH,
    "matched_styles": matched_styles.PATCH,
    "kept_matches": kept_matches.PATCH,
    "resolved_lengths": resolved_lengths.PATCH,
    "text_setups": text_setups.PATCH,
    "lines": lines.PATCH,
    "glyphs": glyphs.PATCH,
    "html_patterns": html_patterns.PATCH,
    "strict_html": strict_html.PATCH,
    "positions": positions.PATCH,
    "undecorated": undecorated.PATCH,
    "free_lines": free_lines.PATCH,
    "column_tries": column_tries.PATCH,
    "svg_paths": svg_paths.PATCH,
    "pdf_values": pdf_values.PATCH,
    "flate": flate.PATCH,
    "c_types": c_types.PATCH,
}


def switch(*names: str, on: bool) -> None:
    """Use the patches of these names (none: all) from now on, or leave all to WeasyPrint."""
    for name in names or PATCHES:
        PATCHES[name].switch(on=on)


if os.environ.get("LEAFLET_ENGINE") != "plain":
    switch(on=True)
