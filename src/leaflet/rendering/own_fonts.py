"""Gives the layout engine the families of a project's own, for one style sheet."""

from collections.abc import Sequence
from html import escape

from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from leaflet.fonts.families import Family

# Behind all others, for characters that only they have.
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><match target="pattern"><edit name="family" mode="append_last" binding="strong">
{families}
</edit></match></fontconfig>
"""


def add_fonts(fonts: FontConfiguration, families: Sequence[Family]) -> None:
    """Add families to those that the engine finds.

    Uses what WeasyPrint does not document, so its version is pinned: ``@font-face`` would write
    each font into a temporary folder, once for each style sheet.
    """
    if not families:
        return
    named = "\n".join(f"<string>{escape(family.name)}</string>" for family in families)
    fontconfig.FcConfigParseAndLoadFromMemory(
        fonts._config, _CONFIG.format(families=named).encode(), True
    )
    for family in families:
        for bold in (False, True):
            file = str(family.file(bold=bold)).encode()
            fontconfig.FcConfigAppFontAddFile(fonts._config, file)
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", fonts.font_map))
