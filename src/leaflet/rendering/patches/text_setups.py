"""Prepares Pango once for each way of setting text, instead of once for each try at a line.

WeasyPrint 70 makes a context, a font description and an attribute list for each ``PangoLayout``,
though those of a style are always alike. Here a finished layout without text is kept with the
style and copied, and so is the height of its lines.
"""

from typing import Any

from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.line_break import Layout, strut

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH", "Setup", "setup_of"]

MOST = 400
"""Setups kept for a style sheet; ours have about forty."""

_OF_TEXT = (
    *("direction", "lang", "font_language_override", "font_style", "font_stretch", "font_weight"),
    *("font_size", "font_variant_caps", "font_variation_settings", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
    *("letter_spacing", "word_spacing", "tab_size", "white_space", "overflow_wrap", "word_break"),
    *("hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
)
"""The properties that matter to the setting of text, besides fonts and underlining."""

_NOT_IN_THE_LAYOUT = {"layout", "style"}

ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *layout);")

_setup_as_weasyprint_does = Layout.setup


class Setup:
    """What Pango needs for the text of all styles that set it alike."""

    def __init__(self, style: Any) -> None:
        prepared = Layout.__new__(Layout)
        _setup_as_weasyprint_does(prepared, style)
        self.layout = prepared.layout
        self.attributes = {
            name: value for name, value in vars(prepared).items() if name not in _NOT_IN_THE_LAYOUT
        }
        self.is_plain = (
            style["white_space"] == "normal"
            and style["direction"] == "ltr"
            and style["hyphens"] in ("none", "manual")
            and style["word_break"] == "normal"
            and style["letter_spacing"] in ("normal", 0)
            and not style["word_spacing"]
            and style["font_size"] > 0
        )
        self.keeps_words = style["overflow_wrap"] != "anywhere"
        self.size = style["font_size"]

    def copy(self) -> Any:
        """A layout without text."""
        return ffi.gc(pango.pango_layout_copy(self.layout), gobject.g_object_unref)


def setup_of(style: Any) -> Setup:
    """The setup of a style, kept with it."""
    try:
        return style.kept_setup  # type: ignore[no-any-return]
    except AttributeError:
        pass
    setups = style.font_config.__dict__.setdefault("kept_setups", {})
    is_underlined = style["text_decoration_line"] != "none"
    key = (tuple(style["font_family"]), is_underlined, *map(style.__getitem__, _OF_TEXT))
    if key not in setups:
        if len(setups) >= MOST:
            setups.clear()
        setups[key] = Setup(style)
    style.kept_setup = setups[key]
    return setups[key]  # type: ignore[no-any-return]


def _setup(self: Layout, style: Any) -> None:
    setup = setup_of(style)
    self.style = style
    self.__dict__.update(setup.attributes)
    self.layout = setup.copy()


def _strut(style: Any) -> Any:
    try:
        return style.kept_strut
    except AttributeError:
        style.kept_strut = found = strut(style)
        return found


PATCH = Patch(functions={strut: _strut}, methods={(Layout, "setup"): _setup})
